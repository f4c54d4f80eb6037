import { formatInstant } from '../../kernel/calendar.ts';
import { notFound, stale } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { type ChosenVaccine, loadReportState } from './load-report-page.service.ts';
import { doubtQuestion } from './report-questions.ts';
import { mergeTotals, saysNothingNew } from './report-totals.ts';
import { insertReport } from './reports.store.ts';
import { compare, type Figures, type Typed, totalDoses } from './reports.ts';

export type TotalsOutcome = {
  readonly chosen: ChosenVaccine;
  readonly figures: Figures;
  /** `same`: nothing new was said, and nothing was written. */
  readonly outcome: 'registered' | 'same';
};

/**
 * Running totals of one vaccine from another system or a file (S13). The same totals again change nothing; totals that
 * did not grow are asked about as on screen, unless the preview of the file showed them already.
 */
export const registerTotals = async (
  ctx: Ctx,
  vaccineId: number,
  given: Typed,
  { shown }: { readonly shown: boolean },
): Promise<TotalsOutcome> => {
  const { venue, chosen } = await loadReportState(ctx, { vaccine: vaccineId });
  if (!chosen) throw notFound();
  const { shape, report, reportCycle, vaccine, stock } = chosen;
  const figures = mergeTotals(shape, given, report);
  if (saysNothingNew(report, figures, reportCycle?.id ?? null)) return { chosen, figures, outcome: 'same' };
  const comparison = compare(shape, report, figures);
  if (report && comparison.doubtful && !shown) ctx.ask(doubtQuestion(shape, report, figures, comparison));
  const saved = await insertReport(ctx.tx, {
    ...figures,
    venueId: venue.id,
    prefectureCode: venue.prefectureCode,
    municipalityCode: venue.municipalityCode,
    vaccineId: vaccine.id,
    cycleId: reportCycle?.id ?? null,
    version: (report?.version ?? 0) + 1,
    disposalsSeen: stock?.disposalRecords ?? 0,
    at: ctx.now,
    userId: ctx.actor.userId,
  });
  if (!saved) throw stale('ほかの利用者', formatInstant(ctx.now));
  ctx.note(`venue:${venue.id}`, {
    vaccine: vaccine.id,
    doses: totalDoses(figures.counts),
    discarded: figures.discardedVials,
  });
  return { chosen, figures, outcome: 'registered' };
};
