import './deliveries.tables.ts';
import '../accounts/index.ts';
import '../cycles/index.ts';
import '../vaccines/index.ts';
import '../venues/index.ts';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';

import { prepared, type Tx } from '../../platform/db/index.ts';
import type { Tables } from '../../platform/db/tables.ts';
import type { Distribution, Lot } from './distribution.ts';
import type { Scope } from './scope.ts';

/** The tables under the names that these queries give them. */
export type Aliased = Tables & {
  d: Tables['distributions'];
  c: Tables['cycles'];
  x: Tables['vaccines'];
  p: Tables['venue_directory'];
};

/** The rows of every クール that are not taken back, with クール (c), vaccine (x) and venue (p). */
export const fromDistributions = (tx: Tx) =>
  tx
    .selectFrom('distributions as d')
    .innerJoin('cycles as c', 'c.id', 'd.cycle_id')
    .innerJoin('vaccines as x', 'x.id', 'c.vaccine_id')
    .innerJoin('venue_directory as p', 'p.venue_id', 'd.venue_id')
    .where('d.cancelled_at', 'is', null);

/** Rank of an item in the order of chapter 3. */
export const itemRank = sql<number>`case d.item when 'vaccine' then 1 when 'needle' then 2 when 'syringe' then 3 else 4 end`;

/** The first wall: the reaches as a WHERE. */
export const within =
  ({ org, reaches }: Scope) =>
  (e: ExpressionBuilder<Aliased, 'd'>): Expression<SqlBool> =>
    e.or(
      reaches.map((reach) => {
        switch (reach) {
          case 'all':
            return sql<SqlBool>`true`;
          case 'own':
            return e('d.venue_id', '=', org.id);
          case 'area':
            return org.municipalityCode !== null
              ? e('d.municipality_code', '=', org.municipalityCode)
              : e('d.prefecture_code', '=', org.prefectureCode ?? '');
          case 'assigned':
            return e.or([e('d.maker_id', '=', org.id), e('d.wholesaler_id', '=', org.id)]);
          default:
            return sql<SqlBool>`false`;
        }
      }),
    );

const columns = [
  'd.id',
  'd.cycle_id as cycleId',
  'c.number',
  'c.branch',
  'c.delivery_from as deliveryFrom',
  'c.delivery_to as deliveryTo',
  'c.vaccine_id as vaccineId',
  'x.name as vaccineName',
  'x.unit_name as unitName',
  'd.venue_id as venueId',
  'p.code as venueCode',
  'p.name as venueName',
  'd.prefecture_code as prefectureCode',
  'd.municipality_code as municipalityCode',
  'd.item',
  'd.units',
  'd.pieces',
  'd.doses',
  'd.doses_per_vial as dosesPerVial',
  'd.storage',
  'd.maker_id as makerId',
  'd.wholesaler_id as wholesalerId',
  'd.ship_day as shipDay',
  'd.next_exchange_day as nextExchangeDay',
  'd.after_next_exchange_day as afterNextExchangeDay',
  'd.delivery_day as deliveryDay',
  'd.delivered_at as deliveredAt',
  'd.received_at as receivedAt',
  'd.version',
] as const;

/** Rows with everything but their lots; savers are named by organisation, never by person. */
export const selectDistributions = (tx: Tx) =>
  fromDistributions(tx)
    .leftJoin('users as saver', (join) => join.on(sql<SqlBool>`saver.id = d.saved_by`))
    .leftJoin('organisations as saving', 'saving.id', 'saver.org_id')
    .select(columns)
    .select(['saving.name as savedBy', sql<Date | null>`d.saved_at`.as('savedAt')])
    .$castTo<Omit<Distribution, 'lots'>>();

/** Adds the lots of each row. */
export const withLots = async (tx: Tx, rows: readonly Omit<Distribution, 'lots'>[]): Promise<Distribution[]> => {
  const ids = rows.filter(({ item }) => item === 'vaccine').map(({ id }) => id);
  const lots = ids.length === 0 ? [] : (await lotsOfRows(tx, { ids })).rows;
  const lotsOf = Map.groupBy(lots, ({ distributionId }) => distributionId);
  return rows.map((row) => ({ ...row, lots: lotsOf.get(row.id) ?? [] }));
};

const lotsOfRows = prepared((db, { ids }: { readonly ids: readonly number[] }) =>
  db
    .selectFrom('delivery_lots as l')
    .select([
      'l.id',
      'l.distribution_id as distributionId',
      'l.lot',
      'l.expiry',
      'l.vials',
      'l.received_vials as receivedVials',
    ])
    .select(
      sql<boolean>`exists (select from distributions d join cycles c on c.id = d.cycle_id
        join vaccine_lots x on x.vaccine_id = c.vaccine_id and x.lot = l.lot and x.stopped_at is not null
        where d.id = l.distribution_id)`.as('stopped'),
    )
    .where(sql<SqlBool>`l.distribution_id = any(${ids}::bigint[])`)
    .orderBy('l.id')
    .$castTo<Lot & { distributionId: number }>(),
);

/** One row within reach; null when there is none, or it is somebody else's. */
export const loadDistribution = async (tx: Tx, scope: Scope, id: number): Promise<Distribution | null> =>
  (await loadDistributionsById(tx, scope, [id]))[0] ?? null;

/** The rows with these ids that are within reach, in the order of the lists. */
export const loadDistributionsById = async (tx: Tx, scope: Scope, ids: readonly number[]): Promise<Distribution[]> => {
  if (ids.length === 0) return [];
  const rows = await selectDistributions(tx)
    .where('d.id', 'in', ids)
    .where(within(scope))
    .orderBy('p.code')
    .orderBy(itemRank)
    .execute();
  return withLots(tx, rows);
};

/** The list of chapter 3: all rows of a venue, newest クール first, of one クール if given. */
export const loadVenueDistributions = async (tx: Tx, venueId: number, cycleId?: number): Promise<Distribution[]> => {
  const rows = await selectDistributions(tx)
    .where('d.venue_id', '=', venueId)
    .$if(cycleId !== undefined, (query) => query.where('d.cycle_id', '=', cycleId as number))
    .orderBy('c.delivery_from', 'desc')
    .orderBy('d.cycle_id', 'desc')
    .orderBy(itemRank)
    .execute();
  return withLots(tx, rows);
};
