import { formatInstant } from '../../kernel/calendar.ts';
import type { Actor } from '../../kernel/policy.ts';
import { type FieldErrors, notFound, Problem } from '../../kernel/problem.ts';

import { cycleTitle } from '../cycles/index.ts';
import { type Distribution, itemName } from './distribution.ts';

/** 「芝公園病院 コミナティ筋注」: how a row is called in a table of many venues. */
export const rowName = (row: Pick<Distribution, 'venueName' | 'item' | 'vaccineName'>): string =>
  `${row.venueName} ${itemName(row)}`;

/** 「コミナティ筋注 第4クール」. */
export const cycleOf = (row: Pick<Distribution, 'number' | 'branch' | 'vaccineName'>): string => cycleTitle(row);

/** Somebody was faster: says who and when, at the row. */
export const staleRow = ({ savedAt, savedBy }: Distribution, name: string): Problem => {
  const who = savedBy ?? 'ほかの利用者';
  const when = savedAt ? `${formatInstant(savedAt)}に` : '';
  const text = `${when}${who}が先に変更しました。`;
  return new Problem('stale', `${text}画面を開き直して、最新の内容を確認してからもう一度入力してください。`, {
    [name]: text,
  });
};

export const refuseFaults = (faults: FieldErrors): void => {
  if (Object.keys(faults).length > 0)
    throw new Problem('invalid', 'まだ登録されていません。入力内容を確認してください。', faults);
};

/** All rows asked for, or 404: an id that is not within reach does not exist. */
export const allOrNotFound = (
  ids: readonly number[] | null,
  rows: readonly Distribution[],
): readonly Distribution[] => {
  if (ids === null || rows.length !== ids.length) throw notFound();
  return rows;
};

/** Who saves and when, for the row. */
export const saverOf = ({ actor, now }: { readonly actor: Actor; readonly now: Date }) => ({
  userId: actor.userId,
  now,
});

/** Rows by venue and クール: each venue is told once a save. */
export const byVenue = <R extends Distribution>(rows: readonly R[]): readonly (readonly [R, ...R[]])[] => {
  const groups = new Map<string, [R, ...R[]]>();
  for (const row of rows) {
    const key = `${row.venueId}:${row.cycleId}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
};
