import { dayOf, type Month } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import { claimMonths } from './claim-months.ts';
import type { Printing } from './claim-printings.ts';
import { loadMonthStates, type MonthState } from './claims.store.ts';
import { loadPrintings } from './printings.store.ts';

export type MonthList = {
  readonly months: readonly { readonly month: Month; readonly state: MonthState | null }[];
  readonly printings: readonly Printing[];
};

/** All months that can be claimed, newest first: what was saved, put out, and corrected since. */
export const loadMonths = async (ctx: Ctx): Promise<MonthList> => {
  const states = await loadMonthStates(ctx.tx, ctx.actor.org.id);
  return {
    months: claimMonths(dayOf(ctx.now)).map((month) => ({
      month,
      state: states.find((state) => state.month === month) ?? null,
    })),
    printings: await loadPrintings(ctx.tx, ctx.actor.org.id),
  };
};
