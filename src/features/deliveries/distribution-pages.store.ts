import { type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { Item } from '../allocations/index.ts';
import type { Distribution } from './distribution.ts';
import {
  type Aliased,
  fromDistributions,
  itemRank,
  selectDistributions,
  within,
  withLots,
} from './distributions.store.ts';
import type { Filter, Place, RowState } from './list-query.ts';
import type { Scope } from './scope.ts';

/** Rows of one page of a list, and of one answer of the API. */
export const pageSize = 50;

export type Page = {
  readonly rows: readonly Distribution[];
  /** Rows that the filter finds, on all pages. */
  readonly total: number;
  readonly next: Place | null;
  readonly previous: Place | null;
};

type Rows = ExpressionBuilder<Aliased, 'd'>;

const differing = sql<SqlBool>`exists (select from delivery_lots l where l.distribution_id = d.id
  and l.received_vials is not null and l.received_vials <> l.vials)`;
const unshipped = sql<SqlBool>`(d.ship_day is null
  or not exists (select from delivery_lots l where l.distribution_id = d.id))`;

const states: Readonly<Record<RowState, RawBuilder<SqlBool>>> = {
  'missing-shipment': unshipped,
  'missing-day': sql<SqlBool>`(d.delivery_day is null and d.delivered_at is null)`,
  undelivered: sql<SqlBool>`d.delivered_at is null`,
  delivered: sql<SqlBool>`(d.delivered_at is not null and d.received_at is null)`,
  received: sql<SqlBool>`d.received_at is not null`,
  differing,
};

/** Reach and filter as one WHERE. */
const matching = (scope: Scope, filter: Filter) => (e: Rows) => {
  const { cycleId, items, prefectureCode, municipalityCode, state } = filter;
  return e.and([
    within(scope)(e),
    e('d.cycle_id', '=', cycleId),
    ...(items ? [e('d.item', 'in', items)] : []),
    ...(prefectureCode ? [e('d.prefecture_code', '=', prefectureCode)] : []),
    ...(municipalityCode ? [e('d.municipality_code', '=', municipalityCode)] : []),
    ...(state ? [states[state]] : []),
  ]);
};

const placeOf = (row: Distribution | undefined): Place | null =>
  row ? { code: row.venueCode, rank: rankOf(row.item) } : null;
const ranks: Readonly<Record<Item, number>> = { vaccine: 1, needle: 2, syringe: 3, diluent_syringe: 4 };
const rankOf = (item: Item): number => ranks[item];

/** One page of the rows of a クール by venue code and item, from a place onwards or backwards (keyset). */
export const loadDistributionPage = async (tx: Tx, scope: Scope, filter: Filter): Promise<Page> => {
  const { after, before } = filter;
  const direction = before ? 'desc' : 'asc';
  // Asked together, so that they go out together.
  const [counted, found] = await Promise.all([
    fromDistributions(tx)
      .where(matching(scope, filter))
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
    selectDistributions(tx)
      .where(matching(scope, filter))
      .$if(after !== undefined, (query) => query.where(beyond('>', after)))
      .$if(before !== undefined, (query) => query.where(beyond('<', before)))
      .orderBy('p.code', direction)
      .orderBy(itemRank, direction)
      .limit(pageSize + 1)
      .execute(),
  ]);
  const more = found.length > pageSize;
  const kept = found.slice(0, pageSize);
  const rows = await withLots(tx, before ? kept.reverse() : kept);
  return {
    rows,
    total: Number(counted.n),
    next: more || before ? placeOf(rows.at(-1)) : null,
    previous: before ? (more ? placeOf(rows[0]) : null) : after ? placeOf(rows[0]) : null,
  };
};

/** Every row that the filter finds, without lots, for a file. */
export const loadAllDistributions = async (tx: Tx, scope: Scope, filter: Filter): Promise<Distribution[]> => {
  const rows = await selectDistributions(tx)
    .where(matching(scope, filter))
    .orderBy('p.code')
    .orderBy(itemRank)
    .execute();
  return rows.map((row) => ({ ...row, lots: [] }));
};

const beyond = (sign: '<' | '>', place: Place | undefined) =>
  sql<boolean>`(p.code, ${itemRank}) ${sql.raw(sign)} (${place?.code ?? ''}, ${place?.rank ?? 0})`;

/** The クール of which there are rows within reach, newest delivery first. */
export const loadDistributionCycles = async (tx: Tx, scope: Scope, items?: readonly Item[]) =>
  tx
    .selectFrom('cycles as c')
    .innerJoin('vaccines as x', 'x.id', 'c.vaccine_id')
    .select(['c.id', 'c.number', 'c.branch', 'x.name as vaccineName'])
    .where((e) =>
      e.exists(
        e
          .selectFrom('distributions as d')
          .select(sql`1`.as('one'))
          .whereRef('d.cycle_id', '=', 'c.id')
          .where('d.cancelled_at', 'is', null)
          .$if(items !== undefined, (query) => query.where('d.item', 'in', items as Item[]))
          .where(within(scope)),
      ),
    )
    .orderBy('c.delivery_from', 'desc')
    .orderBy('c.id', 'desc')
    .execute();
