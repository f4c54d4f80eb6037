import type { OrgKind } from '../../kernel/policy.ts';
import { isPasswordOld } from './password-age.ts';
import type { Stage } from './sessions.ts';

export type NextStep = Extract<Stage, 'mail' | 'expired' | 'consent' | 'phone' | 'full'>;

/** Where each step of the way in is done. */
export const stepPaths: Readonly<Record<Exclude<NextStep, 'full'>, string>> = {
  mail: '/login/verify-id',
  expired: '/login/password',
  consent: '/first-login/consent',
  phone: '/login/phone',
};

type Known = {
  readonly passwordChangedAt: Date | null;
  readonly consentAt: Date | null;
  readonly firstLoginAt: Date | null;
  readonly phonePageDoneAt: Date | null;
};

/** What is still missing: a password that ran out (M1.2-9), the consent (M1.2-6), from the second login on the phone page (M1.3-5). */
export const nextStep = (account: Known, now: Date): Exclude<NextStep, 'mail'> => {
  if (isPasswordOld(account.passwordChangedAt, now)) return 'expired';
  if (account.consentAt === null) return 'consent';
  return account.firstLoginAt !== null && account.phonePageDoneAt === null ? 'phone' : 'full';
};

/** The end of a change of the mail address (MH-3). */
export const mailChangedPath = '/mail-changed';

type Arrival = {
  readonly orgKind: OrgKind;
  readonly firstLogin: boolean;
  readonly returnTo: string | null;
  /** Forms cut off by the last logout wait for this user (MH-5). */
  readonly keptForms: boolean;
};

/** M1.2-7, M1.3-6: after the first login a venue sees its own institution, otherwise the page asked for or 「ホーム」. */
export const landingOf = ({ orgKind, firstLogin, returnTo, keptForms }: Arrival): string => {
  if (returnTo === mailChangedPath) return returnTo;
  if (keptForms) return '/kept-forms';
  if (firstLogin && orgKind === 'venue') return '/venue';
  return returnTo ?? '/';
};
