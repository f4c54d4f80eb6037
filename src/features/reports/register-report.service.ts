import { formatInstant } from '../../kernel/calendar.ts';
import type { InputOf } from '../../kernel/form.ts';
import { conflict, invalid, notFound, type Problem, stale } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { type Demand, loadDemand, registerDemand, staleDemand, storagesFor } from '../demands/index.ts';
import { askAboutTransfers, planTransfers, saveTransfers, type TransferPlan } from '../stock/index.ts';
import type { Venue } from '../venues/index.ts';
import { askAboutFigures } from './ask-about-figures.service.ts';
import { totalsOf } from './entry-mode.ts';
import { type ChosenVaccine, jointVersion, loadReportState, type ReportState } from './load-report-page.service.ts';
import type { reportForm } from './report.form.ts';
import { insertReport } from './reports.store.ts';
import { cellKey, cellsOf, fillBlanks, type Report, type ReportShape, type Typed, totalDoses } from './reports.ts';
import { isTouched } from './request-part.ts';
import { sideOf, typedTransfers } from './transfer-rows.ts';

type Input = InputOf<typeof reportForm>;

/**
 * 「登録」 (M2.4-4, M5.1-6): the request where it was touched, then the report after its questions. Both or neither: an
 * unanswered question takes the request back too.
 */
export const registerReport = async (ctx: Ctx, input: Input): Promise<Outcome> => {
  const page = await loadReportState(ctx, {
    vaccine: input.vaccine,
    ...(input.cycle !== null && { cycle: input.cycle }),
  });
  const { venue, chosen } = page;
  if (!chosen) throw notFound();
  const { shape, report, vaccine, reportCycle } = chosen;
  const demand = await loadFormer(ctx, page, chosen, input);
  if (jointVersion(demand, chosen) !== (ctx.version ?? 0)) throw await staleForm(ctx, demand, report);
  const transfers = await planTyped(ctx, venue, chosen, input);
  const requested = await registerRequest(ctx, page, chosen, demand, input);

  const typed = totalsOf(input.mode ?? 'total', shape, typedFigures(shape, input), report);
  const figures = fillBlanks(shape, typed, report);
  await askAboutFigures(ctx, chosen, typed, figures);
  askAboutTransfers(ctx, transfers);

  await saveTransfers(ctx, transfers);
  const saved = await insertReport(ctx.tx, {
    ...figures,
    venueId: venue.id,
    prefectureCode: venue.prefectureCode,
    municipalityCode: venue.municipalityCode,
    vaccineId: vaccine.id,
    cycleId: reportCycle?.id ?? null,
    version: (report?.version ?? 0) + 1,
    reason: input.reason,
    disposalsSeen: chosen.stock?.disposalRecords ?? 0,
    at: ctx.now,
    userId: ctx.actor.userId,
  });
  if (!saved) throw await staleForm(ctx, demand, report);
  ctx.note(`venue:${venue.id}`, {
    vaccine: vaccine.id,
    doses: totalDoses(figures.counts),
    discarded: figures.discardedVials,
  });
  return done(`/reports/done?vaccine=${vaccine.id}${requested ? `&cycle=${input.cycle}` : ''}`);
};

/** What is registered for the クール of the form: mostly the page has it already. */
const loadFormer = async (
  ctx: Ctx,
  { venue }: ReportState,
  { request }: ChosenVaccine,
  { cycle }: Input,
): Promise<Demand | null> => {
  if (cycle === null) return null;
  return request?.open && request.cycle.id === cycle ? request.demand : loadDemand(ctx.tx, cycle, venue.id);
};

/** What was typed about transfers (M5.1b-4, M5.1s-4), checked before anything is asked. */
const planTyped = (
  ctx: Ctx,
  { id, prefectureCode, municipalityCode }: Venue,
  { vaccine, role, transfers, stock }: ChosenVaccine,
  input: Input,
): Promise<TransferPlan> =>
  planTransfers(ctx, {
    place: { venueId: id, prefectureCode, municipalityCode },
    vaccine,
    side: sideOf(role),
    entries: transfers,
    stock,
    ...typedTransfers(role, input),
  });

const typedFigures = (shape: ReportShape, { counts, discarded }: Input): Typed => ({
  counts: Object.fromEntries(
    cellsOf(shape).map(({ category, doseNumber }) => [
      cellKey(category, doseNumber),
      counts[category]?.[`d${doseNumber}`] ?? null,
    ]),
  ),
  discardedVials: discarded,
});

/** Registers the request when something in its part was typed; true when it did. */
const registerRequest = async (
  ctx: Ctx,
  { venue }: ReportState,
  { vaccine, role, cycles }: ChosenVaccine,
  demand: Demand | null,
  { cycle: cycleId, requested, storage }: Input,
): Promise<boolean> => {
  const allowed = storagesFor(vaccine.asksStorage, venue.freezers75);
  if (cycleId === null && requested === null) return false;
  if (role !== 'basic') throw notFound();
  if (cycleId === null) throw conflict('納入希望量の登録期間ではないため、登録できません。画面を開き直してください。');
  if (!isTouched({ requested, storage }, demand, allowed)) return false;
  if (requested === null)
    throw invalid({ requested: '納入希望量登録を入力してください。必要がない場合は「0」を入力してください。' });
  const cycle = cycles.find(({ id }) => id === cycleId);
  if (!cycle) throw notFound();
  await registerDemand(ctx, { cycle, venue, vaccine, former: demand }, { requested, storage });
  return true;
};

const staleForm = async (ctx: Ctx, demand: Demand | null, report: Report | null): Promise<Problem> =>
  report && (!demand || report.registeredAt >= demand.registeredAt)
    ? stale(`${report.registeredBy}さん`, formatInstant(report.registeredAt))
    : staleDemand(ctx, demand);
