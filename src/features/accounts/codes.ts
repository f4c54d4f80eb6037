/** Mailed codes (M1.2-2, M1.2-3, M1.3-3): six digits, ten minutes, five tries, once. */
export const codeMinutes = 10;
export const codeTries = 5;
export const resendSeconds = 60;
/** Codes an hour that nobody used up, so that a known password alone does not buy guesses without end. */
const unusedCodesPerHour = 10;

export type CodePurpose = 'sign-in' | 'first-sign-in' | 'forgotten' | 'mail-old' | 'mail-confirm';

/** Which code is asked for at a step of the way in; the first of a change of the mail address is one of its own. */
export const codePurposeOf = (session: {
  readonly stage: 'code' | 'mail' | 'answered';
  readonly mailChangeId: number | null;
}): CodePurpose => {
  if (session.stage === 'answered') return 'forgotten';
  if (session.stage === 'mail') return 'mail-confirm';
  return session.mailChangeId === null ? 'sign-in' : 'mail-old';
};

/** The state of one code, without what it is. */
export type CodeState = { readonly expiresAt: Date; readonly triesLeft: number; readonly usedAt: Date | null };

/** May this code still be entered? */
export const isLive = ({ expiresAt, triesLeft, usedAt }: CodeState, now: Date): boolean =>
  usedAt === null && triesLeft > 0 && now < expiresAt;

export const codeExpiry = (now: Date): Date => new Date(now.getTime() + codeMinutes * 60_000);

/** The codes mailed to one person lately. */
export type CodeHistory = { readonly lastAt: Date | null; readonly unusedInHour: number };

/** May another code go out: yes, only after a short wait, or not for a good while? */
export const nextCode = ({ lastAt, unusedInHour }: CodeHistory, now: Date): 'yes' | 'wait' | 'limit' => {
  if (unusedInHour >= unusedCodesPerHour) return 'limit';
  return lastAt !== null && now.getTime() - lastAt.getTime() < resendSeconds * 1000 ? 'wait' : 'yes';
};

/** A code as people paste it: full-width digits, spaces and hyphens between them. */
export const foldCode = (typed: string): string => typed.normalize('NFKC').replaceAll(/[\s\-‐−ー]/g, '');
