import { type Day, dayOf } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import { type Cycle, currentCycle, cycleName, loadCycles } from '../cycles/index.ts';
import { loadVaccines } from '../vaccines/index.ts';
import { loadLots, loadStockOfVenue, type VenueStock } from './balances.store.ts';
import type { LotBalance } from './stock.ts';

export type VaccineStock = {
  readonly vaccineId: number;
  readonly vaccineName: string;
  readonly stock: VenueStock;
  readonly lots: readonly LotBalance[];
  /** 「第5クール」: the current クール, as long as no report in it brought use up to date. */
  readonly notReported: string | null;
};

/** 「在庫」: every vaccine of which the ledger knows anything. */
export const loadStockPage = async ({ tx, actor, now }: Ctx): Promise<VaccineStock[]> => {
  const stocks = await loadStockOfVenue(tx, actor.org.id);
  const lots = await loadLots(tx, actor.org.id);
  const cycles = await loadCycles(tx);
  return (await loadVaccines(tx)).flatMap(({ id, name }) => {
    const stock = stocks.find(({ vaccineId }) => vaccineId === id);
    if (!stock) return [];
    const own = cycles.filter(({ vaccineId }) => vaccineId === id);
    return {
      vaccineId: id,
      vaccineName: name,
      stock,
      lots: lots.filter(({ vaccineId }) => vaccineId === id),
      notReported: missingReport(own, stock.reportedAt, dayOf(now)),
    };
  });
};

const missingReport = (cycles: readonly Cycle[], reportedAt: Date | null, today: Day): string | null => {
  const cycle = currentCycle(cycles, today);
  if (!cycle || cycle.vaccinationFrom > today) return null;
  return reportedAt && dayOf(reportedAt) >= cycle.vaccinationFrom ? null : cycleName(cycle);
};
