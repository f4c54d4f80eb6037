import './allocations.tables.ts';
import '../cycles/index.ts';
import { sql } from 'kysely';
import { boxes, sumKnown, type Vials, vials } from '../../kernel/quantities.ts';
import type { Tx } from '../../platform/db/index.ts';
import { giverAbove, receiverKeyOf } from './giver.ts';
import type { Giver } from './sheet.ts';
import type { Incoming } from './sheet-data.ts';
import { lockSheet } from './sheets.store.ts';

/** What a giver has to give: the クール's supply for 国, else its line in the fixed sheet above (never in a draft). */
export const loadIncoming = async (tx: Tx, cycleId: number, giver: Giver): Promise<Incoming> => {
  const above = giverAbove(giver);
  if (!above) {
    const cycle = await tx.selectFrom('cycles').select('supply').where('id', '=', cycleId).executeTakeFirst();
    return { total: cycle?.supply == null ? null : boxes(cycle.supply), frames: {} };
  }
  const rows = await tx
    .selectFrom('allocation_sheets as s')
    .innerJoin('allocation_lines as l', 'l.sheet_id', 's.id')
    .select(['l.frame', 'l.units'])
    .where('s.cycle_id', '=', cycleId)
    .where('s.level', '=', above.level)
    .where('s.prefecture_code', 'is not distinct from', above.prefectureCode)
    .where('s.state', '=', 'fixed')
    .where('l.receiver', '=', receiverKeyOf(giver))
    .execute();
  const known = rows.flatMap(({ frame, units }) => (units === null ? [] : [{ frame, units: boxes(units) }]));
  return {
    total: sumKnown(known.map(({ units }) => units)),
    frames: Object.fromEntries(known.map(({ frame, units }) => [frame, units])),
  };
};

/**
 * Keeps what a giver gives and what comes in for it as they are until the transaction ends: first the source, then its
 * own sheet, from the top down, so that nobody waits in a circle.
 */
export const lockGiving = async (tx: Tx, cycleId: number, giver: Giver): Promise<void> => {
  const above = giverAbove(giver);
  if (above) await lockSheet(tx, cycleId, above, 'share');
  else await tx.selectFrom('cycles').select('id').where('id', '=', cycleId).forShare().execute();
  await lockSheet(tx, cycleId, giver, 'update');
};

/** What the receivers of a giver have fixed for the level below, in vials; receivers that fixed nothing are missing. */
export const loadFixedBelow = async (
  tx: Tx,
  cycleId: number,
  { level, prefectureCode }: Giver,
  vialsPerUnit: number,
): Promise<Map<string, Vials>> => {
  if (level === 'municipal') return new Map();
  const key = level === 'national' ? 's.prefecture_code' : 's.municipality_code';
  const rows = await tx
    .selectFrom('allocation_sheets as s')
    .innerJoin('allocation_lines as l', 'l.sheet_id', 's.id')
    .select([
      key,
      sql<number>`sum(coalesce(l.units, 0)::bigint * ${vialsPerUnit}::integer + coalesce(l.vials, 0))::bigint`.as(
        'count',
      ),
    ])
    .where('s.cycle_id', '=', cycleId)
    .where('s.level', '=', level === 'national' ? 'prefectural' : 'municipal')
    .where('s.state', '=', 'fixed')
    .$if(level === 'prefectural', (query) => query.where('s.prefecture_code', '=', prefectureCode))
    .groupBy(key)
    .$castTo<{ prefecture_code?: string; municipality_code?: string; count: number }>()
    .execute();
  return new Map(rows.map((row) => [row.prefecture_code ?? row.municipality_code ?? '', vials(row.count)]));
};
