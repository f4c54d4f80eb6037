import type { SeedRow } from '../seed/index.ts';
import type { DemoCycle } from './cycles.ts';
import { boxesOf, type Demand } from './demands.ts';
import type { TableRows } from './offices.ts';
import { randomOf } from './random.ts';
import { at, inOfficeHours } from './time.ts';
import type { PlacedVenue } from './venue-rows.ts';

/** Who acted for an organisation. */
export type UserOf = (organisation: number) => number;

export type DemandContext = {
  readonly cycle: DemoCycle;
  readonly venues: readonly PlacedVenue[];
  readonly userOf: UserOf;
  readonly organisationOf: (municipalityCode: string) => number;
  readonly nextDemand: () => number;
};

/** With a freezer one may still ask for dry ice; without one there is no choice. */
export const storageOf = ({ freezers }: PlacedVenue): 'freezer' | 'dry_ice' => (freezers ? 'freezer' : 'dry_ice');

/** 納入希望量 with its history and, where the クール is past it, the municipality's confirmation. */
export const demandRows = (context: DemandContext, demands: readonly Demand[]): readonly TableRows[] => {
  const made = demands.map((demand) => demandAndHistory(context, demand));
  const confirmed = confirmations(context, demands);
  return [
    ['demands', made.map(({ row }) => row)],
    ['demand_history', made.flatMap(({ history }) => history)],
    ['demand_confirmations', confirmed],
    ['demand_confirmation_history', confirmed],
  ];
};

const place = ({ municipality }: PlacedVenue) => ({
  prefecture_code: municipality.prefectureCode,
  municipality_code: municipality.code,
});

const demandAndHistory = (context: DemandContext, demand: Demand) => {
  const { cycle, userOf, organisationOf, nextDemand } = context;
  const { venue, requested, corrected, reason, registeredAt } = demand;
  const id = nextDemand();
  const row: SeedRow = {
    id,
    cycle_id: cycle.number,
    venue_id: venue.id,
    ...place(venue),
    requested,
    corrected,
    correction_reason: reason,
    storage: storageOf(venue),
    registered_at: registeredAt,
    registered_by: userOf(venue.id),
    proxy_org_id: null,
    version: corrected === null ? 1 : 2,
  };
  const event = (organisation: number, moment: string, to: number | null, why: string): SeedRow => ({
    demand_id: id,
    venue_id: venue.id,
    ...place(venue),
    at: moment,
    user_id: userOf(organisation),
    org_id: organisation,
    requested,
    corrected: to,
    storage: storageOf(venue),
    reason: why,
  });
  const history = [event(venue.id, registeredAt, null, '')];
  if (corrected !== null && cycle.done)
    history.push(
      event(
        organisationOf(venue.municipality.code),
        at(cycle.done.confirmed, randomOf('corrected', cycle.number, venue.code).between(8 * 60 + 30, 9 * 60 - 1)),
        corrected,
        reason ?? '',
      ),
    );
  return { row, history };
};

const confirmations = (
  { cycle, venues, userOf, organisationOf }: DemandContext,
  demands: readonly Demand[],
): readonly SeedRow[] => {
  const done = cycle.done;
  if (!done) return [];
  const entered = Map.groupBy(demands, ({ venue }) => venue.municipality.code);
  const basics = Map.groupBy(
    venues.filter(({ role }) => role === 'basic'),
    ({ municipality }) => municipality.code,
  );
  return [...basics].map(([code, all]) => {
    const asking = entered.get(code) ?? [];
    return {
      cycle_id: cycle.number,
      municipality_code: code,
      prefecture_code: code.slice(0, 2),
      boxes: asking.reduce((sum, demand) => sum + boxesOf(demand), 0),
      venues_entered: asking.length,
      venues_missing: all.length - asking.length,
      confirmed_at: inOfficeHours(randomOf('confirmed', cycle.number, code), done.confirmed),
      confirmed_by: userOf(organisationOf(code)),
      version: 1,
    };
  });
};
