import { type Day, dayOf, parseDay } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadSheetPage, ownGiver } from '../allocations/index.ts';
import { municipalitiesOf, populationOf } from '../areas/index.ts';
import { loadStockByVenue } from '../stock/index.ts';
import { readAmount } from './amount.ts';
import { candidatesOf } from './candidates.ts';
import { loadFigures } from './figures.store.ts';
import { type VenueFigures, weighBy } from './needs.ts';
import type { ProposalsData, Tried } from './proposals-data.ts';
import { type CameFrames, type Candidate, propose } from './propose.ts';
import { type NeedDays, type Rule, rulesOf } from './rules.ts';

export type ProposalsQuery = { readonly amount?: string; readonly rules?: string };

/** Where no rule looks at the use, nothing has to be looked back at. */
const noDays: NeedDays = { lookBackDays: 1, coverDays: 1 };

/** S17: every proposal for the giver's sheet of a クール, computed anew from what is known now. */
export const loadProposals = async (
  ctx: Ctx,
  cycleId: number,
  { amount: typed, rules: on }: ProposalsQuery,
): Promise<ProposalsData> => {
  const giver = ownGiver(ctx);
  const { open } = await loadSheetPage(ctx, cycleId);
  if (!open) throw notFound();
  const { cycle, vaccine } = open;
  const { level, prefectureCode, municipalityCode } = giver;
  const rulesOn: Day = (on && parseDay(on)) || cycle.deliveryFrom;
  const rules = rulesOf(level, rulesOn);
  const days = rules.find(({ need }) => need !== null)?.need ?? noDays;
  const figures = await loadFigures(ctx.tx, {
    cycle,
    prefectureCode,
    municipalityCode,
    today: dayOf(ctx.now),
    lookBackDays: days.lookBackDays,
  });
  const stocks = await loadStockByVenue(ctx.tx, {
    vaccineId: vaccine.id,
    ...(prefectureCode && { prefectureCode }),
    ...(municipalityCode && { municipalityCode }),
  });
  const venues = withStock(figures, stocks, cycle.dosesPerVial);
  const keyOf = (venue: VenueFigures): string =>
    level === 'national' ? venue.prefectureCode : level === 'prefectural' ? venue.municipalityCode : venue.key;
  const weighings = weighBy(venues, keyOf, days, vaccine.vialsPerUnit * cycle.dosesPerVial);
  const candidates = candidatesOf(level, open.receivers, weighings, vaccine.vialsPerUnit, {
    populationOf,
    municipalitiesIn: (code) => (code.length === 2 ? municipalitiesOf(code).length : 1),
  });
  const came = open.incoming.total;
  const cameFrames: CameFrames = open.incoming.frames;
  const { amount, fault } = readAmount(typed, came);
  const someKnown = [...weighings.values()].some(({ known }) => known > 0);
  return {
    open,
    came,
    cameFrames,
    amount,
    amountFault: fault,
    rulesOn,
    tried: came === null ? [] : rules.map((rule) => tryRule(rule, amount, candidates, cameFrames, someKnown)),
    rows: open.receivers,
    candidates,
    weighings,
    venues,
  };
};

type Stocked = { readonly venueId: number; readonly stock: number | null };

/** Stock is counted in vials; a venue that the ledger does not know is unknown, not empty. */
const withStock = (
  figures: readonly Omit<VenueFigures, 'stock'>[],
  stocks: readonly Stocked[],
  dosesPerVial: number,
): VenueFigures[] => {
  const vials = new Map(stocks.map(({ venueId, stock }) => [String(venueId), stock]));
  return figures.map((venue) => {
    const left = vials.get(venue.key) ?? null;
    return { ...venue, stock: left === null ? null : left * dosesPerVial };
  });
};

const tryRule = (
  rule: Rule,
  total: number,
  candidates: readonly Candidate[],
  came: CameFrames,
  someKnown: boolean,
): Tried =>
  rule.need !== null && !someKnown
    ? { rule, result: 'unknown' }
    : { rule, result: propose({ rule, total, candidates, came }) };
