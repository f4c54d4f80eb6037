import { conflict, notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { loadReports, markHandled } from './error-reports.store.ts';

/** 「対応済みにする」: once, by an office of the area. */
export const handleReport = async (ctx: Ctx, id: number): Promise<Outcome> => {
  const [report] = await loadReports(ctx.tx, ctx.actor.org, 1, id);
  if (!report) throw notFound();
  if (!(await markHandled(ctx.tx, id, ctx.actor.userId, ctx.now)))
    throw conflict('この報告は、すでに対応済みになっています。');
  ctx.note(`venue:${report.venueId}`, { report: id }, report.venueId);
  return done('/navi-reports');
};
