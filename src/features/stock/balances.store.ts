import './ledger.tables.ts';
import '../lots/index.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Vials } from '../../kernel/quantities.ts';
import { prepared, type Tx } from '../../platform/db/index.ts';
import { type Balance, byExpiry, type LotBalance, partsPerVial, stockVials, usedVials } from './stock.ts';

/** Stock of one venue and vaccine, and as of when it is known (S26). */
export type VenueStock = Balance & {
  readonly venueId: number;
  readonly vaccineId: number;
  /** null: nothing is known to have come. Negative: more went than came, to be flagged. */
  readonly stock: Vials | null;
  readonly used: Vials;
  /** Disposals entered one by one, apart from the reports' running total; part of the report form's version. */
  readonly disposalRecords: number;
  readonly receivedAt: Date | null;
  /** Last report, which brought use up to date. */
  readonly reportedAt: Date | null;
  readonly countedAt: Date | null;
  /** Last entry of any kind. */
  readonly asOf: Date;
};

const select = (tx: Tx) =>
  tx
    .selectFrom('stock_balances as b')
    .select([
      'b.venue_id as venueId',
      'b.vaccine_id as vaccineId',
      'b.received',
      'b.transferred_in as transferredIn',
      'b.transferred_out as transferredOut',
      'b.disposed',
      'b.corrected',
      'b.used_doses as usedDoses',
      'b.used_parts as usedParts',
      'b.inflows',
      'b.disposal_records as disposalRecords',
      'b.received_at as receivedAt',
      'b.reported_at as reportedAt',
      'b.counted_at as countedAt',
      'b.as_of as asOf',
    ]);

const computed = <B extends Balance>(balance: B) => ({
  ...balance,
  stock: stockVials(balance),
  used: usedVials(balance),
});

const byKey = prepared((db, { venueId, vaccineId }: Pick<VenueStock, 'venueId' | 'vaccineId'>) =>
  select(db).where('b.venue_id', '=', venueId).where('b.vaccine_id', '=', vaccineId),
);

/** What the ledger knows of a venue and vaccine; null: no entry at all. One row by its key. */
export const loadStock = async (tx: Tx, venueId: number, vaccineId: number): Promise<VenueStock | null> => {
  const {
    rows: [row],
  } = await byKey(tx, { venueId, vaccineId });
  return row ? computed(row) : null;
};

/** All vaccines of a venue of which the ledger knows anything. */
export const loadStockOfVenue = async (tx: Tx, venueId: number): Promise<VenueStock[]> =>
  (await select(tx).where('b.venue_id', '=', venueId).orderBy('b.vaccine_id').execute()).map(computed);

export type StockArea = {
  readonly vaccineId: number;
  /** Venues of this area only; both missing: the whole country. */
  readonly prefectureCode?: string;
  readonly municipalityCode?: string;
};

const within = (tx: Tx, { vaccineId, prefectureCode, municipalityCode }: StockArea) =>
  select(tx)
    .where('b.vaccine_id', '=', vaccineId)
    .$if(prefectureCode !== undefined, (query) => query.where('b.prefecture_code', '=', prefectureCode as string))
    .$if(municipalityCode !== undefined, (query) =>
      query.where('b.municipality_code', '=', municipalityCode as string),
    );

/** Stock venue by venue (for proposals and lists); a venue that is missing has no entry, so its stock is unknown. */
export const loadStockByVenue = async (tx: Tx, area: StockArea): Promise<VenueStock[]> =>
  (await within(tx, area).orderBy('b.venue_id').execute()).map(computed);

/** Stock of an area; vials. Unknown venues are counted, never taken as 0. */
export type StockSum = {
  readonly prefectureCode: string;
  /** null where the rows are whole prefectures. */
  readonly municipalityCode: string | null;
  readonly vaccineId: number;
  /** Venues with any entry, those whose stock is unknown, those whose stock is negative. */
  readonly venues: number;
  readonly unknownVenues: number;
  readonly negativeVenues: number;
  readonly received: number;
  /** 廃棄: the sum of all disposals, which is what the reports' running totals say together. */
  readonly disposed: number;
  /** Each venue's own ceiling, summed. */
  readonly used: number;
  /** Sum of the known stocks; null: none is known. */
  readonly stock: number | null;
  /** The venue heard of longest ago, and latest. */
  readonly oldest: Date;
  readonly latest: Date;
};

const usedSql = sql<number>`greatest(0, (b.used_parts + ${sql.lit(partsPerVial - 1)}) / ${sql.lit(partsPerVial)})`;
const stockSql = sql<number>`(b.received + b.transferred_in - b.transferred_out - b.disposed + b.corrected - ${usedSql})`;

/** Stock and disposal summed by municipality or prefecture, of all vaccines or one, in an area or the whole country. */
export const loadStockSums = async (
  tx: Tx,
  { by, vaccineId, ...area }: { readonly by: 'municipality' | 'prefecture' } & Partial<StockArea>,
): Promise<StockSum[]> => {
  const municipality =
    by === 'municipality' ? sql<string | null>`b.municipality_code` : sql<string | null>`null::char(6)`;
  const { rows } = await sql<StockSum>`
    select b.prefecture_code as "prefectureCode", ${municipality} as "municipalityCode", b.vaccine_id as "vaccineId",
      count(*) as venues, count(*) filter (where b.inflows <= 0) as "unknownVenues",
      count(*) filter (where b.inflows > 0 and ${stockSql} < 0) as "negativeVenues",
      sum(b.received) as received, sum(b.disposed) as disposed, sum(${usedSql})::bigint as used,
      (sum(${stockSql}) filter (where b.inflows > 0))::bigint as stock, min(b.as_of) as oldest, max(b.as_of) as latest
    from stock_balances b
    where (${vaccineId ?? null}::bigint is null or b.vaccine_id = ${vaccineId ?? null})
      and (${area.prefectureCode ?? null}::char(2) is null or b.prefecture_code = ${area.prefectureCode ?? null})
      and (${area.municipalityCode ?? null}::char(6) is null or b.municipality_code = ${area.municipalityCode ?? null})
    group by 1, 2, 3 order by 1, 2, 3`.execute(tx);
  return rows;
};

const lotsOf = (tx: Tx) =>
  tx
    .selectFrom('stock_lot_balances as b')
    .leftJoin('vaccine_lots as l', (join) =>
      join.onRef('l.vaccine_id', '=', 'b.vaccine_id').onRef('l.lot', '=', 'b.lot'),
    )
    .select([
      'b.vaccine_id as vaccineId',
      'b.received',
      'b.transferred_in as transferredIn',
      'b.transferred_out as transferredOut',
      'b.disposed',
      'b.corrected',
      'b.doses_per_vial as dosesPerVial',
      'b.as_of as asOf',
      'l.stopped_at as stoppedAt',
    ])
    .select(sql<string | null>`nullif(b.lot, '')`.as('lot'))
    .select(sql<Day | null>`coalesce(l.expiry, b.expiry, l.announced_expiry)`.as('expiry'))
    .select(sql<boolean>`l.expiry is not null`.as('extended'))
    .select(sql<boolean>`b.lot = '' or l.lot is not null`.as('known'));

/** The lots of a venue, of one vaccine if given, by vaccine and expiry (first expired, first out). */
export const loadLots = async (tx: Tx, venueId: number, vaccineId?: number): Promise<LotBalance[]> => {
  const rows = await lotsOf(tx)
    .where('b.venue_id', '=', venueId)
    .$if(vaccineId !== undefined, (query) => query.where('b.vaccine_id', '=', vaccineId as number))
    .execute();
  return rows.sort((a, b) => a.vaccineId - b.vaccineId || byExpiry(a, b));
};
