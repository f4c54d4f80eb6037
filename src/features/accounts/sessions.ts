/** M1.2-8: how long a session lives without use, and at most. */
const idleMinutes = 30;
const longestHours = 12;
/** A page view within this time of the last one is not written down: it changes nothing and would cost a write. */
const touchSeconds = 30;

/** The way in: mailed code, first password, consent, in. */
const stages = ['code', 'password', 'consent', 'full'] as const;
export type Stage = (typeof stages)[number];

const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);

/** A session is alive when it was used after `idleSince` and began after `startedSince`. */
export const sessionLimits = (now: Date): { idleSince: Date; startedSince: Date; touchBefore: Date } => ({
  idleSince: before(now, idleMinutes * 60_000),
  startedSince: before(now, longestHours * 3_600_000),
  touchBefore: before(now, touchSeconds * 1000),
});
