/** M1.3-2: wrong passwords in a row until the account is locked, and for how long. */
export const triesBeforeLock = 10;
export const lockMinutes = 60;

/** What an account remembers of wrong passwords. */
export type LockState = { readonly failedCount: number; readonly lockedUntil: Date | null };

export const unlocked: LockState = { failedCount: 0, lockedUntil: null };

export const isLocked = ({ lockedUntil }: LockState, now: Date): boolean => lockedUntil !== null && now < lockedUntil;

/** After one more wrong password. During a lock nothing counts, so that nobody can prolong it. */
export const afterWrongPassword = (state: LockState, now: Date): LockState => {
  if (isLocked(state, now)) return state;
  const failedCount = (state.lockedUntil ? 0 : state.failedCount) + 1;
  const locks = failedCount >= triesBeforeLock;
  return { failedCount, lockedUntil: locks ? new Date(now.getTime() + lockMinutes * 60_000) : null };
};
