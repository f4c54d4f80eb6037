import './totals.tables.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { type Asked, lineColumn, type Part, partOf } from './area-totals.store.ts';
import type { CountryMeasure } from './totals.ts';

type Amount = { readonly key: string | number; readonly measure: CountryMeasure; readonly amount: number };

const amountsOf = async (tx: Tx, asked: Asked, measures: readonly CountryMeasure[]) => {
  const rows: readonly Amount[] = await tx
    .selectFrom('prefecture_totals')
    .where('vaccine_id', '=', asked.vaccineId)
    .where('measure', 'in', measures)
    .$if(asked.cycleId !== null, (query) => query.where('cycle_id', 'in', [0, asked.cycleId as number]))
    .groupBy([lineColumn(asked) as 'prefecture_code' | 'cycle_id', 'measure'])
    .select([
      `${lineColumn(asked) as 'prefecture_code' | 'cycle_id'} as key`,
      'measure',
      sql<number>`sum(amount)::bigint`.as('amount'),
    ])
    .$castTo<Amount>()
    .execute();
  return Map.groupBy(rows, ({ key }) => key);
};

/**
 * What the page of the whole country shows of demand, distribution and stock: rows that are kept by 都道府県, so that
 * it costs the same however many entries and venues there are.
 */
export const loadCountryParts = async (tx: Tx, asked: Asked): Promise<Part> => {
  // Over all クール a venue counts once.
  const venues = asked.cycleId === null && asked.by === 'area' ? 'demand_first' : 'demand_venues';
  const lines = await amountsOf(tx, asked, ['demanded', venues, 'distributed', 'stock', 'stock_venues']);
  const rows = [...lines].map(([key, of]) => ({
    key,
    amount: (measure: CountryMeasure) => of.find((row) => row.measure === measure)?.amount ?? 0,
  }));
  return partOf(rows, ({ amount }) => ({
    demandUnits: amount(venues) > 0 ? amount('demanded') : null,
    demandVenues: amount(venues),
    distributedVials: amount('distributed') > 0 ? amount('distributed') : null,
    stockVials: amount('stock_venues') > 0 ? amount('stock') : null,
    stockVenues: amount('stock_venues'),
  }));
};
