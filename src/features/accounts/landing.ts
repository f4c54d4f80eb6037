import type { OrgKind } from '../../kernel/policy.ts';

type Arrival = { readonly orgKind: OrgKind; readonly firstLogin: boolean; readonly returnTo: string | null };

/** M1.2-7, M1.3-6: after the first login a venue sees its own institution, otherwise the page asked for or 「ホーム」. */
export const landingOf = ({ orgKind, firstLogin, returnTo }: Arrival): string => {
  if (firstLogin && orgKind === 'venue') return '/venue';
  return returnTo ?? '/';
};
