import type { SeedRow } from '../seed/index.ts';
import type { Allocation, Grant, Share } from './allocations.ts';
import type { DemoCycle } from './cycles.ts';
import type { UserOf } from './demand-rows.ts';
import type { Offices, TableRows } from './offices.ts';
import { randomOf } from './random.ts';
import { at, businessDays, inOfficeHours, later } from './time.ts';

export type AllocationContext = {
  readonly cycle: DemoCycle;
  readonly offices: Offices;
  readonly userOf: UserOf;
  readonly nextSheet: () => number;
};

/** A municipality's fixed sheet, for what is made of it. */
export type FixedSheet = { readonly id: number; readonly fixedAt: string; readonly grants: readonly Grant[] };

type Sheet = { readonly row: SeedRow; readonly lines: readonly SeedRow[] };

/** Sheets and lines of all three levels, and the municipal sheets that became distributions. */
export const allocationRows = (
  context: AllocationContext,
  allocation: Allocation,
): { readonly tables: readonly TableRows[]; readonly fixed: readonly FixedSheet[] } => {
  const { cycle } = context;
  if (!cycle.done) return { tables: [], fixed: [] };
  const national = nationalSheet(context, cycle.done.national, allocation.national);
  const prefectural = [...allocation.prefectural].map(([code, shares]) =>
    prefecturalSheet(context, cycle.done?.prefectural ?? cycle.delivery[0], code, shares),
  );
  const fixed = [...allocation.municipal].map(([code, grants]) => municipalSheet(context, code, grants));
  const held = [...allocation.prefectural.values()]
    .flat()
    .filter(({ code, plan, adjustment }) => plan + (adjustment ?? 0) > 0 && !allocation.municipal.has(code))
    .map(({ code }) => heldSheet(context, code));
  const sheets = [national, ...prefectural, ...fixed.map(({ sheet }) => sheet), ...held];
  return {
    tables: [
      ['allocation_sheets', sheets.map(({ row }) => row)],
      ['allocation_lines', sheets.flatMap(({ lines }) => lines)],
    ],
    fixed: fixed.map(({ made }) => made),
  };
};

const sheetRow = (
  { cycle, nextSheet }: AllocationContext,
  level: 'national' | 'prefectural' | 'municipal',
  giver: { readonly prefecture: string | null; readonly municipality: string | null },
  fixed: { readonly at: string; readonly by: number } | { readonly savedAt: string },
): SeedRow => ({
  id: nextSheet(),
  cycle_id: cycle.number,
  level,
  prefecture_code: giver.prefecture,
  municipality_code: giver.municipality,
  revision: 1,
  state: 'at' in fixed ? 'fixed' : 'draft',
  reason: '',
  saved_at: 'at' in fixed ? later(fixed.at, -10) : fixed.savedAt,
  saved_by: 'at' in fixed ? fixed.by : null,
  fixed_at: 'at' in fixed ? fixed.at : null,
  fixed_by: 'at' in fixed ? fixed.by : null,
  version: 1,
});

const shareLines = (
  sheet: number,
  { code, plan, adjustment }: Share,
  place: { readonly prefecture_code: string; readonly municipality_code: string | null },
): SeedRow[] => {
  const line = (frame: string, units: number): SeedRow => ({
    sheet_id: sheet,
    receiver: code,
    frame,
    units,
    vials: null,
    ...place,
    venue_id: null,
  });
  return [line('plan', plan), ...(adjustment === null ? [] : [line('adjustment', adjustment)])];
};

const nationalSheet = (context: AllocationContext, day: DemoCycle['delivery'][0], shares: readonly Share[]): Sheet => {
  const by = context.userOf(context.offices.ministry);
  const row = sheetRow(context, 'national', { prefecture: null, municipality: null }, { at: at(day, 15 * 60), by });
  const lines = shares.flatMap((share) =>
    shareLines(Number(row.id), share, { prefecture_code: share.code, municipality_code: null }),
  );
  return { row, lines };
};

const prefecturalSheet = (
  context: AllocationContext,
  day: DemoCycle['delivery'][0],
  prefecture: string,
  shares: readonly Share[],
): Sheet => {
  const fixedAt = inOfficeHours(randomOf('prefectural', context.cycle.number, prefecture), day);
  const by = context.userOf(context.offices.prefectures.get(prefecture) ?? 0);
  const row = sheetRow(context, 'prefectural', { prefecture, municipality: null }, { at: fixedAt, by });
  const lines = shares.flatMap((share) =>
    shareLines(Number(row.id), share, { prefecture_code: prefecture, municipality_code: share.code }),
  );
  return { row, lines };
};

const municipalSheet = (context: AllocationContext, municipality: string, grants: readonly Grant[]) => {
  const random = randomOf('municipal', context.cycle.number, municipality);
  const [from, to] = context.cycle.done?.municipal ?? context.cycle.delivery;
  const fixedAt = inOfficeHours(random, random.pick(businessDays(from, to)));
  const by = context.userOf(context.offices.municipalities.get(municipality) ?? 0);
  const prefecture = municipality.slice(0, 2);
  const row = sheetRow(context, 'municipal', { prefecture, municipality }, { at: fixedAt, by });
  const lines = grants.map(({ venue, boxes }) => ({
    sheet_id: Number(row.id),
    receiver: String(venue.id),
    frame: 'plan',
    units: boxes,
    vials: null,
    prefecture_code: prefecture,
    municipality_code: municipality,
    venue_id: venue.id,
  }));
  return { sheet: { row, lines }, made: { id: Number(row.id), fixedAt, grants } };
};

/** A municipality that got a box and has no venue to give it to: the sheet waits as a draft without lines. */
const heldSheet = (context: AllocationContext, municipality: string): Sheet => {
  const day = context.cycle.done?.prefectural ?? context.cycle.delivery[0];
  const giver = { prefecture: municipality.slice(0, 2), municipality };
  return { row: sheetRow(context, 'municipal', giver, { savedAt: at(day, 18 * 60) }), lines: [] };
};
