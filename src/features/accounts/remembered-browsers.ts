import type { OrgKind } from '../../kernel/policy.ts';

/** M1.3-4: how long a browser that has passed a mailed code is not asked for another. */
export const rememberDays = 90;

export const rememberSeconds = rememberDays * 86_400;
export const rememberUntil = (now: Date): Date => new Date(now.getTime() + rememberSeconds * 1000);

/** Only institutions that do not use the booking function may skip the code; offices and companies never. */
export const mayRemember = (account: { readonly orgKind: OrgKind; readonly bookingDelegated: boolean }): boolean =>
  account.orgKind === 'venue' && !account.bookingDelegated;
