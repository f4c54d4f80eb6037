import { formatInstant } from '../../kernel/calendar.ts';
import { type Problem, unavailable } from '../../kernel/problem.ts';

/** S36: the service desk's last switch to read-only; null until it was ever switched, `until` as far as it is known. */
export type ReadOnly = {
  readonly message: string;
  readonly since: Date;
  readonly until: Date | null;
};

/** A notice ahead of works, above every page for a while. */
export type MaintenanceNotice = {
  readonly id: number;
  readonly text: string;
  readonly shownFrom: Date;
  readonly shownTo: Date;
};

/** What stands above the pages, of now and of later. */
export type StandingData = {
  readonly readOnly: ReadOnly | null;
  readonly notices: readonly MaintenanceNotice[];
};

export const isShown = ({ shownFrom, shownTo }: MaintenanceNotice, now: Date): boolean =>
  shownFrom <= now && now < shownTo;

const until = ({ until }: ReadOnly): string => (until ? `（${formatInstant(until)}ごろまで）` : '');

/** The lines above every page. */
export const bannersOf = (
  { readOnly, notices }: StandingData,
  now: Date,
): readonly { readonly kind: 'info' | 'warning'; readonly text: string }[] => [
  ...(readOnly
    ? [
        {
          kind: 'warning' as const,
          text: `閲覧専用モードです${until(readOnly)}。${readOnly.message}閲覧はできますが、登録・変更はできません。`,
        },
      ]
    : []),
  ...notices.filter((notice) => isShown(notice, now)).map(({ text }) => ({ kind: 'info' as const, text })),
];

const tenMinutes = 600;
const aDay = 86_400;

/** Seconds until it is worth trying again: to the end as far as it is known, never less than a minute. */
export const retryAfter = ({ until }: ReadOnly, now: Date): number =>
  until && until > now ? Math.min(Math.max(Math.ceil((until.getTime() - now.getTime()) / 1000), 60), aDay) : tenMinutes;

/** The answer to every write while it is on. */
export const refusalOf = (readOnly: ReadOnly, now: Date): Problem =>
  unavailable(
    `閲覧専用モードのため、まだ登録されていません${until(readOnly)}。${readOnly.message}入力した内容はこの画面に残っています。終了後に、もう一度送信してください。`,
    retryAfter(readOnly, now),
  );
