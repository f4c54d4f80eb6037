import type { Ctx } from '../../platform/context.ts';
import { type Cycle, loadCycles } from '../cycles/index.ts';
import { loadVaccines, type Vaccine } from '../vaccines/index.ts';
import { loadScope, ownArea, type ScopeQuery } from './load-scope.service.ts';
import { loadBreakdown, loadCycleRows, loadDaily, loadFigures, loadRows } from './load-totals.service.ts';
import type { Scope } from './scope.ts';
import type { Breakdown, DayDoses, Totals, TotalsRow } from './totals.ts';
import type { VenueRow } from './venue-totals.store.ts';

export type TotalsPage = {
  readonly scope: Scope;
  /** Code of the reader's own area. */
  readonly own: string;
  readonly vaccines: readonly Vaccine[];
  /** Of the vaccine, newest first. */
  readonly cycles: readonly Cycle[];
  readonly figures: Totals;
  /** One level down; none for a venue. */
  readonly rows: readonly (TotalsRow | VenueRow)[];
  readonly days: readonly DayDoses[];
  readonly breakdown: Breakdown;
  /** クール by クール; none while one of them is chosen, and for a venue. */
  readonly cycleRows: readonly TotalsRow[];
};

/** 「集計」 (S14); null while there is no vaccine at all. */
export const loadTotalsPage = async (ctx: Ctx, query: ScopeQuery): Promise<TotalsPage | null> => {
  const { tx, actor } = ctx;
  const scope = await loadScope(ctx, query);
  if (!scope) return null;
  const rows = await loadRows(tx, scope);
  const figures = await loadFigures(tx, scope, rows);
  return {
    scope,
    own: ownArea(actor),
    vaccines: await loadVaccines(tx),
    cycles: await loadCycles(tx, { vaccineId: scope.vaccine.id }),
    figures,
    rows: scope.venue ? [] : rows,
    days: await loadDaily(ctx, scope),
    breakdown: await loadBreakdown(ctx, scope),
    cycleRows: scope.venue || scope.cycle ? [] : await loadCycleRows(tx, scope, figures),
  };
};
