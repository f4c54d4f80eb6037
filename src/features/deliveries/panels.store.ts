import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import { fromDistributions, within } from './distributions.store.ts';
import type { CycleChoice } from './list-query.ts';
import type { Scope } from './scope.ts';

/** Rows of a クール on which an office still has something to do. */
export type Open = CycleChoice & { readonly open: number; readonly undelivered: number };

/** Delivered rows of a venue that wait for 受領確認. */
export const countWaiting = async (tx: Tx, venueId: number): Promise<number> => {
  const row = await tx
    .selectFrom('distributions')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('venue_id', '=', venueId)
    .where('cancelled_at', 'is', null)
    .where('delivered_at', 'is not', null)
    .where('received_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
};

const perCycle = (tx: Tx, scope: Scope) =>
  fromDistributions(tx)
    .where(within(scope))
    .where('d.received_at', 'is', null)
    .groupBy(['c.id', 'c.number', 'c.branch', 'c.delivery_from', 'x.name'])
    .orderBy('c.delivery_from', 'desc')
    .orderBy('c.id', 'desc')
    .select(['c.id', 'c.number', 'c.branch', 'x.name as vaccineName']);

const counted = (row: Open): Open => ({ ...row, open: Number(row.open), undelivered: Number(row.undelivered) });

/** The maker's rows without 製薬メーカー出荷日 or lots, by クール. */
export const countUnshipped = async (tx: Tx, scope: Scope): Promise<Open[]> => {
  const rows = await perCycle(tx, scope)
    .where('d.item', '=', 'vaccine')
    .where('d.delivered_at', 'is', null)
    .select([
      sql<number>`count(*) filter (where d.ship_day is null
        or not exists (select from delivery_lots l where l.distribution_id = d.id))`.as('open'),
      sql<number>`0`.as('undelivered'),
    ])
    .execute();
  return rows.map(counted);
};

/** The wholesaler's rows without 納入予定日, and those whose day has come without a report of 納入, by クール. */
export const countUndelivered = async (tx: Tx, scope: Scope, today: Day): Promise<Open[]> => {
  const rows = await perCycle(tx, scope)
    .where('d.delivered_at', 'is', null)
    .select([
      sql<number>`count(*) filter (where d.delivery_day is null)`.as('open'),
      sql<number>`count(*) filter (where d.delivery_day <= ${today}::date)`.as('undelivered'),
    ])
    .execute();
  return rows.map(counted);
};
