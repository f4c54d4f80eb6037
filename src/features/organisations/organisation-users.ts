/** A user of an organisation as 国 and the desk see one. */
export type OrganisationUser = {
  readonly id: number;
  readonly orgId: number;
  readonly userName: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly email: string;
  readonly disabledAt: Date | null;
  readonly firstLoginAt: Date | null;
  readonly lockedUntil: Date | null;
  /** Until when the last invitation can be used; null when none waits. */
  readonly invitedUntil: Date | null;
  readonly version: number;
};

export type UserState = 'disabled' | 'locked' | 'active' | 'invited' | 'expired';
export const userStateNames = {
  disabled: '利用停止',
  locked: 'ロック中',
  active: '利用中',
  invited: '招待中',
  expired: '招待の期限切れ',
} as const satisfies Record<UserState, string>;

/** Where a user stands, in one word. */
export const userState = (user: OrganisationUser, now: Date): UserState => {
  if (user.disabledAt !== null) return 'disabled';
  if (user.lockedUntil !== null && user.lockedUntil > now) return 'locked';
  if (user.firstLoginAt !== null) return 'active';
  return user.invitedUntil !== null && user.invitedUntil > now ? 'invited' : 'expired';
};

export const fullName = ({ familyName, givenName }: Pick<OrganisationUser, 'familyName' | 'givenName'>): string =>
  `${familyName}　${givenName}`;
