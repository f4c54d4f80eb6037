import './totals.tables.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Area } from './area.ts';
import type { DoseCell, Measure, Totals } from './totals.ts';

/** Which entries count, and what each line of the answer is: a part of the area, or a クール. */
export type Asked = {
  readonly vaccineId: number;
  /** null: all クール together. */
  readonly cycleId: number | null;
  readonly area: Area;
  readonly by: 'area' | 'cycle';
};
export type Part = ReadonlyMap<string, Partial<Totals>>;

/** The column that names a line: of a 市町村 there is one line, itself. */
export const lineColumn = ({ area, by }: Pick<Asked, 'area' | 'by'>) =>
  by === 'cycle' ? 'cycle_id' : area.level === 'country' ? 'prefecture_code' : 'municipality_code';

/** The column and code by which rows belong to an area; null: all do. */
export const areaColumn = ({ level, code }: Area) =>
  level === 'country'
    ? null
    : ({ column: level === 'prefecture' ? 'prefecture_code' : 'municipality_code', code } as const);

export const partOf = <R extends { readonly key: string | number }>(
  rows: readonly R[],
  figures: (row: R) => Partial<Totals>,
): Part => new Map(rows.map((row) => [String(row.key), figures(row)]));

/** The whole country is read from the rows of its 都道府県, of which there are few. */
const isCountry = ({ area }: Pick<Asked, 'area'>): boolean => area.level === 'country';

const rowsOf = (tx: Tx, asked: Asked) => {
  const within = areaColumn(asked.area);
  return tx
    .selectFrom(isCountry(asked) ? ('prefecture_totals' as 'area_totals') : 'area_totals')
    .where('vaccine_id', '=', asked.vaccineId)
    .$if(within !== null, (query) => query.where(within?.column ?? 'municipality_code', '=', within?.code ?? ''));
};

/** Doses and who reported, by the reports; disposal and receipts, by the ledger. */
export const loadReported = async (tx: Tx, asked: Asked): Promise<Part> => {
  // Over all クール a venue counts once.
  const venues = asked.cycleId === null && asked.by === 'area' ? 'venues_first' : 'venues_reported';
  const rows = await rowsOf(tx, asked)
    .where('measure', 'in', ['total_doses', 'received', 'discarded', venues])
    .$if(asked.cycleId !== null, (query) => query.where('cycle_id', '=', asked.cycleId as number))
    .groupBy([lineColumn(asked), 'measure'])
    .select([
      `${lineColumn(asked)} as key`,
      'measure',
      sql<number>`sum(amount)::bigint`.as('amount'),
      sql<Date>`max(changed_at)`.as('at'),
    ])
    .execute();
  const lines = new Map<string, Partial<Totals>>();
  for (const [key, of] of Map.groupBy(rows, (row) => String(row.key))) {
    const found = (measure: Measure) => of.find((row) => row.measure === measure);
    const doses = found('total_doses');
    lines.set(key, {
      doses: doses?.amount ?? null,
      reportedVenues: found(venues)?.amount ?? 0,
      reportedAt: doses?.at ?? null,
      receivedVials: found('received')?.amount ?? null,
      // Whoever reported said how much was thrown away, if only that it was nothing.
      discardedVials: found('discarded')?.amount ?? (doses ? 0 : null),
    });
  }
  return lines;
};

/** 延べ回数 by the day of the report; days without a report are missing. */
export const loadDays = async (tx: Tx, asked: Asked): Promise<{ day: Day; doses: number }[]> => {
  const { vaccineId, cycleId, area } = asked;
  const within = areaColumn(area);
  return tx
    .selectFrom(isCountry(asked) ? ('prefecture_day_totals' as 'area_day_totals') : 'area_day_totals')
    .where('vaccine_id', '=', vaccineId)
    .where('measure', '=', 'total_doses')
    .$if(cycleId !== null, (query) => query.where('cycle_id', '=', cycleId as number))
    .$if(within !== null, (query) => query.where(within?.column ?? 'municipality_code', '=', within?.code ?? ''))
    .groupBy('day')
    .select(['day', sql<number>`sum(amount)::bigint`.as('doses')])
    .orderBy('day')
    .execute();
};

/** Doses by category and number. */
export const loadCells = async (tx: Tx, asked: Asked): Promise<DoseCell[]> =>
  rowsOf(tx, asked)
    .where('measure', '=', 'doses')
    .$if(asked.cycleId !== null, (query) => query.where('cycle_id', '=', asked.cycleId as number))
    .groupBy(['category', 'dose_number'])
    .select(['category', 'dose_number as doseNumber', sql<number>`sum(amount)::bigint`.as('doses')])
    .execute();
