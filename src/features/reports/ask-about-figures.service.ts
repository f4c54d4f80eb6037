import type { Ctx } from '../../platform/context.ts';
import type { ChosenVaccine } from './load-report-page.service.ts';
import { isFarFromPast, outlierMinimum, pastReports } from './outliers.ts';
import { blankQuestion, doubtQuestion, outlierQuestion } from './report-questions.ts';
import { loadPastIncreases } from './reports.store.ts';
import { blankNames, compare, type Figures, type Typed, totalDoses } from './reports.ts';

/** The questions about what was typed, in the manual's order: blank fields first (M5.1-6-1), then doubtful ones (M5.1-6-2). */
export const askAboutFigures = async (
  ctx: Ctx,
  { shape, report, vaccine }: ChosenVaccine,
  typed: Typed,
  figures: Figures,
): Promise<void> => {
  const blank = blankNames(shape, typed);
  if (blank.length > 0) ctx.ask(blankQuestion(blank, figures));
  if (!report) return;
  const comparison = compare(shape, report, figures);
  if (comparison.doubtful) ctx.ask(doubtQuestion(shape, report, figures, comparison));
  const increase = totalDoses(figures.counts) - totalDoses(report.counts);
  if (increase < outlierMinimum) return;
  const past = await loadPastIncreases(ctx.tx, ctx.actor.org.id, vaccine.id, pastReports);
  if (isFarFromPast(increase, past)) ctx.ask(outlierQuestion(increase, Math.max(0, ...past), figures));
};
