/** M1.2-8: how long a session lives without use, and at most. */
export const idleMinutes = 30;
const longestHours = 12;
/** A page view within this time of the last one is not written down: it changes nothing and would cost a write. */
const touchSeconds = 30;

/**
 * The way in: mailed code (or passkey, or one-time password), 「IDを検証」, first password, a password that ran out,
 * consent, 「携帯電話を登録」, in; and the two steps of a forgotten password before the new one.
 */
const stages = ['code', 'mail', 'password', 'expired', 'consent', 'phone', 'answered', 'forgotten', 'full'] as const;
export type Stage = (typeof stages)[number];

const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);

/** A session is alive when it was used after `idleSince` and began after `startedSince`. */
export const sessionLimits = (now: Date): { idleSince: Date; startedSince: Date; touchBefore: Date } => ({
  idleSince: before(now, idleMinutes * 60_000),
  startedSince: before(now, longestHours * 3_600_000),
  touchBefore: before(now, touchSeconds * 1000),
});

export type SessionTimes = { readonly createdAt: Date; readonly lastSeenAt: Date };

/** How long a session lives on when nothing is done (`left`), and how long even when something is (`longest`), in seconds. */
export const secondsLeft = (
  { createdAt, lastSeenAt }: SessionTimes,
  now: Date,
): { readonly left: number; readonly longest: number } => {
  const until = (start: Date, ms: number): number =>
    Math.max(0, Math.ceil((start.getTime() + ms - now.getTime()) / 1000));
  const longest = until(createdAt, longestHours * 3_600_000);
  return { left: Math.min(longest, until(lastSeenAt, idleMinutes * 60_000)), longest };
};
