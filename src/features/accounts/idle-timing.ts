import { idleMinutes } from './sessions.ts';

/** MH-5: how long before the automatic logout the dialog appears. */
export const warnSeconds = 120;
/** The server may have written the last use down up to this much before the page came. */
const slackSeconds = 35;

/** When a page that just came asks the server for the first time. */
export const firstAsk = idleMinutes * 60 - warnSeconds - slackSeconds;

/** What the server said: seconds until the logout when nothing is done, and at the latest. */
export type Left = { readonly left: number; readonly longest: number };
export type Next = {
  readonly show: 'nothing' | 'warning' | 'over';
  /** Seconds until the page looks again. */
  readonly again: number;
};

/** What a page does with the time that is left. */
export const whatNow = ({ left }: Left): Next => {
  if (left <= 0) return { show: 'over', again: 0 };
  if (left > warnSeconds) return { show: 'nothing', again: left - warnSeconds };
  return { show: 'warning', again: Math.min(left, 10) };
};

/** Once nothing more can be gained by going on, because the session began too long ago. */
export const canExtend = ({ left, longest }: Left): boolean => longest > left + 5;
