import './reports.tables.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import { doseLabel } from './reports.ts';
import type { ShapeChange, ShapeItem } from './shape-change.ts';

/** One change, with what holds since. */
export type ShapeHistory = Pick<ShapeItem, 'label' | 'fromDay' | 'toDay'> & {
  readonly id: number;
  readonly reason: string;
  readonly at: Date;
  readonly userName: string;
};

/** Every row and column there is, ended ones too. */
export const loadShapeItems = async (tx: Tx): Promise<ShapeItem[]> => {
  const categories = await tx
    .selectFrom('report_categories')
    .select([sql<string>`'c:' || code`.as('key'), 'label', 'from_day as fromDay', 'to_day as toDay'])
    .orderBy('position')
    .execute();
  const numbers = await tx
    .selectFrom('report_dose_numbers')
    .select(['number', 'from_day as fromDay', 'to_day as toDay'])
    .orderBy('number')
    .execute();
  return [
    ...categories,
    ...numbers.map(({ number, ...days }) => ({ key: `d:${number}`, label: doseLabel(number), ...days })),
  ];
};

/** Changes so far, newest first; their number is the version of the page. */
export const loadShapeHistory = async (tx: Tx): Promise<ShapeHistory[]> => {
  const rows = await tx
    .selectFrom('report_shape_changes as h')
    .innerJoin('users as u', 'u.id', 'h.user_id')
    .leftJoin('report_categories as c', 'c.code', 'h.category')
    .select(['h.id', 'h.dose_number as number', 'h.from_day as fromDay', 'h.to_day as toDay', 'h.reason', 'h.at'])
    .select('c.label')
    .select(sql<string>`u.family_name || '　' || u.given_name`.as('userName'))
    .orderBy('h.id', 'desc')
    .execute();
  return rows.map(({ number, label, ...row }) => ({ ...row, label: label ?? doseLabel(number ?? 0) }));
};

type Saved = { readonly reason: string; readonly at: Date; readonly userId: number };

/** Of two who change the report at the same moment the second waits, and sees what the first did. */
export const lockShape = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('report-shape'))`.execute(tx);
};

/** Puts a change in force and keeps it in the history. */
export const saveShapeChange = async (tx: Tx, { from, to }: ShapeChange, { reason, at, userId }: Saved) => {
  const [kind, code] = [to.key.slice(0, 1), to.key.slice(2)];
  const days = { from_day: to.fromDay, to_day: to.toDay };
  if (!from)
    await tx
      .insertInto('report_dose_numbers')
      .values({ number: Number(code), ...days })
      .execute();
  else await endItem(tx, kind === 'c' ? { category: code } : { number: Number(code) }, to.toDay);
  await tx
    .insertInto('report_shape_changes')
    .values({
      category: kind === 'c' ? code : null,
      dose_number: kind === 'd' ? Number(code) : null,
      ...days,
      reason,
      at,
      user_id: userId,
    })
    .execute();
};

const endItem = async (
  tx: Tx,
  item: { readonly category: string } | { readonly number: number },
  toDay: Day | null,
): Promise<void> => {
  if ('category' in item)
    await tx.updateTable('report_categories').set({ to_day: toDay }).where('code', '=', item.category).execute();
  else await tx.updateTable('report_dose_numbers').set({ to_day: toDay }).where('number', '=', item.number).execute();
};
