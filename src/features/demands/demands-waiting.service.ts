import { formatInstant } from '../../kernel/calendar.ts';
import type { Actor } from '../../kernel/policy.ts';
import type { Tx } from '../../platform/db/index.ts';
import { type Cycle, cycleTitle, loadCycles, registrationPhase } from '../cycles/index.ts';
import { loadConfirmation } from './confirmations.store.ts';
import { loadMunicipalDemands } from './demands.store.ts';
import { totalOfVenues } from './demands.ts';

/** One thing that a municipality still has to do about its demand, as 「ホーム」 shows it. */
export type WaitingDemand = {
  readonly href: string;
  readonly label: string;
  readonly state: string;
  readonly mark: string;
  readonly tone: 'warning' | 'info';
};

const waiting = async (tx: Tx, cycle: Cycle, municipalityCode: string, now: Date): Promise<WaitingDemand[]> => {
  const phase = registrationPhase(cycle, now);
  if (phase === 'before' || (await loadConfirmation(tx, { cycleId: cycle.id, municipalityCode }))) return [];
  const venues = await loadMunicipalDemands(tx, cycle.id, municipalityCode);
  if (venues.length === 0) return [];
  const { venuesMissing, venuesEntered } = totalOfVenues(venues);
  const counts = `入力済 ${venuesEntered}施設　未入力 ${venuesMissing}施設`;
  return [
    {
      href: `/demands?cycle=${cycle.id}`,
      label: `${cycleTitle(cycle)}：納入希望量が未確定`,
      state: phase === 'open' ? `登録締切 ${formatInstant(cycle.registrationTo)}　${counts}` : counts,
      mark: phase === 'open' ? '登録期間中' : '未確定',
      tone: phase === 'open' ? 'info' : 'warning',
    },
  ];
};

/** S4: the クール whose demand the municipality has not confirmed, the one delivered first in front. */
export const demandsWaiting = async (tx: Tx, { org }: Actor, now: Date): Promise<WaitingDemand[]> => {
  if (org.kind !== 'municipality' || !org.municipalityCode) return [];
  const found: WaitingDemand[] = [];
  for (const cycle of (await loadCycles(tx)).filter(({ state }) => state === 'planned').reverse()) {
    found.push(...(await waiting(tx, cycle, org.municipalityCode, now)));
  }
  return found;
};
