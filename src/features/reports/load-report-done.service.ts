import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { type Cycle, loadCycle } from '../cycles/index.ts';
import { type Demand, loadDemand } from '../demands/index.ts';
import { loadVaccine, type Vaccine } from '../vaccines/index.ts';
import { type Duty, loadDuties } from './load-duties.service.ts';
import { loadReport } from './reports.store.ts';
import type { Report } from './reports.ts';

export type ReportDone = {
  readonly vaccine: Vaccine;
  readonly report: Report;
  /** What was registered in the request part, when it was. */
  readonly request: { readonly cycle: Cycle; readonly demand: Demand } | null;
  readonly duties: readonly Duty[];
};

/** 「登録完了」: what was registered now, and what is still missing. */
export const loadReportDone = async (ctx: Ctx, asked: { vaccine: number; cycle?: number }): Promise<ReportDone> => {
  const { tx, actor } = ctx;
  const venueId = actor.org.id;
  const vaccine = await loadVaccine(tx, asked.vaccine);
  const report = vaccine && (await loadReport(tx, venueId, vaccine.id));
  if (!vaccine || !report) throw notFound();
  const cycle = asked.cycle === undefined ? null : await loadCycle(tx, asked.cycle);
  const demand = cycle && (await loadDemand(tx, cycle.id, venueId));
  return { vaccine, report, request: cycle && demand && { cycle, demand }, duties: await loadDuties(ctx, venueId) };
};
