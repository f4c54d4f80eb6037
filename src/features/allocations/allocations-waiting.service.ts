import { formatPeriod } from '../../kernel/calendar.ts';
import type { Actor } from '../../kernel/policy.ts';
import type { Tx } from '../../platform/db/index.ts';
import { cycleTitle, loadCycles, registrationPhase } from '../cycles/index.ts';
import { giverOf } from './giver.ts';
import { sheetShapes } from './sheet-shape.ts';
import { loadIncomings, loadOwnStates } from './waiting.store.ts';

/** One thing that an office still has to do, as 「ホーム」 shows it. */
type WaitingAllocation = {
  readonly href: string;
  readonly label: string;
  readonly state: string;
  readonly mark: string;
  readonly tone: 'warning';
};

/**
 * What an office has to give and has not fixed: 国 once the 登録期間 is over, the others once something came in; and
 * corrections that were begun. The クール delivered first comes first.
 */
export const allocationsWaiting = async (tx: Tx, actor: Actor, now: Date): Promise<WaitingAllocation[]> => {
  const giver = giverOf(actor);
  if (!giver) return [];
  const cycles = (await loadCycles(tx)).filter(({ state }) => state === 'planned').reverse();
  const own = new Map((await loadOwnStates(tx, giver)).map((state) => [state.cycleId, state]));
  const came = await loadIncomings(tx, giver);
  const { title, path } = sheetShapes[giver.level];
  return cycles.flatMap((cycle) => {
    const state = own.get(cycle.id);
    const due = giver.level === 'national' ? registrationPhase(cycle, now) === 'after' : (came.get(cycle.id) ?? 0) > 0;
    const waits = state?.fixed ? state.correcting : due;
    if (!waits) return [];
    return [
      {
        href: `${path}/${cycle.id}`,
        label: `${cycleTitle(cycle)}：${title}が${state?.fixed ? '修正の途中です' : '未確定'}`,
        state: `標準配送期間 ${formatPeriod(cycle.deliveryFrom, cycle.deliveryTo)}`,
        mark: state?.fixed ? '修正中' : '未確定',
        tone: 'warning' as const,
      },
    ];
  });
};
