import './totals.tables.ts';
import '../allocations/index.ts';
import '../cycles/index.ts';
import '../deliveries/index.ts';
import '../demands/index.ts';
import '../venues/index.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { type Asked, areaColumn, lineColumn, type Part, partOf } from './area-totals.store.ts';

const cyclesOf = (tx: Tx, { vaccineId, cycleId }: Asked) =>
  tx
    .selectFrom('cycles')
    .select('id')
    .where('vaccine_id', '=', vaccineId)
    .where('state', '<>', 'draft')
    .$if(cycleId !== null, (query) => query.where('id', '=', cycleId as number));

/** 納入希望量 as it counts (corrected, else as registered), and who entered one. */
export const loadDemanded = async (tx: Tx, asked: Asked): Promise<Part> => {
  const within = areaColumn(asked.area);
  const rows = await tx
    .selectFrom('demands')
    .where('cycle_id', 'in', cyclesOf(tx, asked))
    .$if(within !== null, (query) => query.where(within?.column ?? 'municipality_code', '=', within?.code ?? ''))
    .groupBy(lineColumn(asked))
    .select([
      `${lineColumn(asked)} as key`,
      sql<number>`sum(coalesce(corrected, requested))`.as('units'),
      sql<number>`count(distinct venue_id)`.as('venues'),
    ])
    .execute();
  return partOf(rows, ({ units, venues }) => ({ demandUnits: units, demandVenues: venues }));
};

/** What was given to the areas by the fixed sheets of the level above them. */
export const loadAllocated = async (tx: Tx, asked: Asked, lines: 'prefectures' | 'municipalities'): Promise<Part> => {
  const within = areaColumn(asked.area);
  const column =
    asked.by === 'cycle' ? 's.cycle_id' : lines === 'prefectures' ? 'l.prefecture_code' : 'l.municipality_code';
  const rows = await tx
    .selectFrom('allocation_sheets as s')
    .innerJoin('allocation_lines as l', 'l.sheet_id', 's.id')
    .where('s.cycle_id', 'in', cyclesOf(tx, asked))
    .where('s.level', '=', lines === 'prefectures' ? 'national' : 'prefectural')
    .where('s.state', '=', 'fixed')
    .$if(within !== null, (query) => query.where(`l.${within?.column ?? 'municipality_code'}`, '=', within?.code ?? ''))
    .groupBy(column)
    .select([`${column} as key`, sql<number | null>`sum(l.units)`.as('units')])
    .$castTo<{ key: string | number; units: number | null }>()
    .execute();
  return partOf(rows, ({ units }) => ({ allocatedUnits: units }));
};

/** Vials that the municipalities have fixed for their venues. */
export const loadDistributed = async (tx: Tx, asked: Asked): Promise<Part> => {
  const within = areaColumn(asked.area);
  const rows = await tx
    .selectFrom('distributions')
    .where('cycle_id', 'in', cyclesOf(tx, asked))
    .where('item', '=', 'vaccine')
    .where('cancelled_at', 'is', null)
    .$if(within !== null, (query) => query.where(within?.column ?? 'municipality_code', '=', within?.code ?? ''))
    .groupBy(lineColumn(asked))
    .select([`${lineColumn(asked)} as key`, sql<number>`sum(pieces)`.as('vials')])
    .execute();
  return partOf(rows, ({ vials }) => ({ distributedVials: vials }));
};

/** The approved venues that handle the vaccine, and how many of them are 基本型. */
export const loadVenueCounts = async (tx: Tx, { vaccineId, area }: Asked): Promise<Part> => {
  const within = areaColumn(area);
  const column = `p.${area.level === 'country' ? 'prefecture_code' : 'municipality_code'}` as const;
  const rows = await tx
    .selectFrom('venue_vaccines as h')
    .innerJoin('venue_directory as p', 'p.venue_id', 'h.venue_id')
    .where('h.vaccine_id', '=', vaccineId)
    .where('p.approved', '=', true)
    .$if(within !== null, (query) => query.where(`p.${within?.column ?? 'municipality_code'}`, '=', within?.code ?? ''))
    .groupBy(column)
    .select([
      `${column} as key`,
      sql<number>`count(*)`.as('venues'),
      sql<number>`count(*) filter (where h.role = 'basic')`.as('basics'),
    ])
    .execute();
  return partOf(rows, ({ venues, basics }) => ({ venues, basicVenues: basics }));
};
