import type { OrgKind } from '../../kernel/policy.ts';

/** A user as the service desk sees one: the account, no business data (S32). */
export type DeskUser = {
  readonly id: number;
  readonly orgId: number;
  readonly orgName: string;
  readonly orgKind: OrgKind;
  /** 医療機関コード, of venues only. */
  readonly orgCode: string | null;
  readonly userName: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly email: string;
  readonly phone: string;
  readonly firstLoginAt: Date | null;
  readonly disabledAt: Date | null;
  readonly lockedUntil: Date | null;
  readonly version: number;
  /** The last mail to the address came back. */
  readonly undeliverable: boolean;
};

export const userStates = ['active', 'invited', 'locked', 'removed'] as const;
export type UserState = (typeof userStates)[number];

export const userStateNames: Readonly<Record<UserState, string>> = {
  active: '利用中',
  invited: '招待中（ログイン未）',
  locked: 'ロック中',
  removed: '削除済み',
};

type Known = Pick<DeskUser, 'disabledAt' | 'lockedUntil' | 'firstLoginAt'>;

export const stateOf = ({ disabledAt, lockedUntil, firstLoginAt }: Known, now: Date): UserState => {
  if (disabledAt) return 'removed';
  if (lockedUntil && now < lockedUntil) return 'locked';
  return firstLoginAt ? 'active' : 'invited';
};

/** The desk unlocks everybody, but keeps its hands off the accounts of 国: it must not lend itself their rights (S32). */
export const mayManage = ({ orgKind }: Pick<DeskUser, 'orgKind'>): boolean => orgKind !== 'ministry';

export const fullName = ({ familyName, givenName }: Pick<DeskUser, 'familyName' | 'givenName'>): string =>
  `${familyName}　${givenName}`;
