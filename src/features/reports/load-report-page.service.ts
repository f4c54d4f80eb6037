import { dayOf } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { type Cycle, currentCycle, loadCycles } from '../cycles/index.ts';
import { type Demand, loadDemand, type StorageChoice, storagesFor } from '../demands/index.ts';
import { loadStock, loadTransfers, type Transfer, type VenueStock } from '../stock/index.ts';
import { loadVaccine, type Vaccine } from '../vaccines/index.ts';
import { countDoctors, type Handled, loadHandled, loadVenue, type Venue } from '../venues/index.ts';
import { loadReport, loadShape } from './reports.store.ts';
import type { Report, ReportShape } from './reports.ts';
import { byPhase } from './request-part.ts';

/** The part of a 基本型 venue: open with its クール, or closed with what was and what comes. */
export type RequestPart =
  | {
      readonly open: true;
      readonly cycle: Cycle;
      readonly openCycles: readonly Cycle[];
      readonly demand: Demand | null;
      readonly allowed: readonly StorageChoice[];
    }
  | { readonly open: false; readonly next: Cycle | null; readonly last: Cycle | null; readonly demand: Demand | null };

export type ReportPage = ReportState & {
  /** Whether the venue entered any doctor: without one, a 基本型 is told so beside its request. */
  readonly hasDoctors: boolean;
};
export type ReportState = {
  readonly venue: Venue;
  readonly handled: readonly Handled[];
  /** null: the venue handles no vaccine. */
  readonly chosen: ChosenVaccine | null;
};
export type ChosenVaccine = {
  readonly vaccine: Vaccine;
  readonly role: Handled['role'];
  readonly shape: ReportShape;
  readonly report: Report | null;
  /** What the ledger knows; null: nothing. */
  readonly stock: VenueStock | null;
  /** Every クール of the vaccine that is published. */
  readonly cycles: readonly Cycle[];
  /** What a 基本型 gave, or a サテライト型 took; removed entries too. */
  readonly transfers: readonly Transfer[];
  /** The クール that this report counts for. */
  readonly reportCycle: Cycle | null;
  /** null for a サテライト型. */
  readonly request: RequestPart | null;
  readonly version: number;
};

/** One version for all that is registered together; each of its parts only ever grows. */
export const jointVersion = (
  demand: Demand | null,
  { report, stock, transfers }: Pick<ChosenVaccine, 'report' | 'stock' | 'transfers'>,
): number =>
  (demand?.version ?? 0) +
  (report?.version ?? 0) +
  (stock?.disposalRecords ?? 0) +
  transfers.reduce((sum, { version }) => sum + version, 0);

type Asked = { readonly vaccine?: number; readonly cycle?: number };

/** The page of one handled vaccine (M2.4-2, M5.1-1). */
export const loadReportPage = async (ctx: Ctx, asked: Asked): Promise<ReportPage> => {
  const [state, doctors] = await Promise.all([loadReportState(ctx, asked), countDoctors(ctx.tx, ctx.actor.org.id)]);
  return { ...state, hasDoctors: doctors > 0 };
};

/** What stands registered of one handled vaccine, for the page and for what is registered next; any other is not found. */
export const loadReportState = async (ctx: Ctx, asked: Asked): Promise<ReportState> => {
  const { id } = ctx.actor.org;
  const [venue, handled] = await Promise.all([loadVenue(ctx.tx, id), loadHandled(ctx.tx, id)]);
  if (!venue) throw notFound();
  const one = asked.vaccine === undefined ? handled[0] : handled.find(({ vaccineId }) => vaccineId === asked.vaccine);
  if (!one && asked.vaccine !== undefined) throw notFound();
  return { venue, handled, chosen: one ? await loadChosen(ctx, venue, one, asked.cycle) : null };
};

const loadChosen = async (
  { tx, now }: Ctx,
  venue: Venue,
  { vaccineId, role }: Handled,
  cycleId?: number,
): Promise<ChosenVaccine> => {
  const [vaccine, cycles, stock, registered, transfers, shape] = await Promise.all([
    loadVaccine(tx, vaccineId),
    loadCycles(tx, { vaccineId }),
    loadStock(tx, venue.id, vaccineId),
    loadReport(tx, venue.id, vaccineId),
    loadTransfers(tx, venue.id, vaccineId, role === 'basic' ? 'out' : 'in'),
    loadShape(tx, dayOf(now)),
  ]);
  if (!vaccine) throw notFound();
  const report = withDisposals(registered, stock);
  const request = role === 'basic' ? await loadRequest({ tx, now }, venue, vaccine, cycles, cycleId) : null;
  return {
    vaccine,
    role,
    shape,
    report,
    stock,
    cycles,
    transfers,
    reportCycle: currentCycle(cycles, dayOf(now)),
    request,
    version: jointVersion(request?.open ? request.demand : null, { report, stock, transfers }),
  };
};

/** The registered disposal is the sum of all disposals, those entered one by one too. */
const withDisposals = (report: Report | null, stock: VenueStock | null): Report | null =>
  report && { ...report, discardedVials: stock?.disposed ?? report.discardedVials };

const loadRequest = async (
  { tx, now }: Pick<Ctx, 'tx' | 'now'>,
  venue: Venue,
  vaccine: Vaccine,
  cycles: readonly Cycle[],
  cycleId?: number,
): Promise<RequestPart> => {
  const { open, next, last } = byPhase(cycles, now);
  const cycle = open.find(({ id }) => id === cycleId) ?? open[0];
  if (!cycle) return { open: false, next, last, demand: last && (await loadDemand(tx, last.id, venue.id)) };
  const demand = await loadDemand(tx, cycle.id, venue.id);
  const allowed = storagesFor(vaccine.asksStorage, venue.freezers75);
  return { open: true, cycle, openCycles: open, demand, allowed };
};
