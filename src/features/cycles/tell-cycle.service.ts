import type { Ctx } from '../../platform/context.ts';
// The event 'news.told' is declared there.
import type {} from '../notices/index.ts';
import { type PlanChange, planRows } from './cycle-input.ts';
import { loadConcerned } from './cycle-use.store.ts';
import { type Cycle, cycleTitle } from './cycles.ts';

type Telling = {
  readonly kind: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly key: string;
};

const tell = async (ctx: Ctx, cycle: Cycle, { key, ...news }: Telling): Promise<void> => {
  const concerned = await loadConcerned(ctx.tx, cycle.vaccineId);
  await ctx.emit(
    'news.told',
    concerned.map((orgId) => ({
      ...news,
      orgId,
      link: `/cycles/${cycle.id}`,
      from: '厚生労働省',
      key: `${key}:${orgId}`,
    })),
  );
};

/** S1: the offices and the maker hear of a new クール. */
export const tellPublished = async (ctx: Ctx, cycle: Cycle): Promise<void> =>
  tell(ctx, cycle, {
    kind: 'cycle.published',
    title: `${cycleTitle(cycle)}の予定が公開されました`,
    lines: [
      `${cycleTitle(cycle)}（${cycle.campaignName}）の予定が公開されました。`,
      ...planRows(cycle).map(({ label, value }) => `${label}：${value}`),
    ],
    key: `cycle:${cycle.id}:published`,
  });

/** S1: … and of a change of its periods, with the reason. */
export const tellChanged = async (
  ctx: Ctx,
  cycle: Cycle,
  changes: readonly PlanChange[],
  reason: string,
): Promise<void> =>
  tell(ctx, cycle, {
    kind: 'cycle.changed',
    title: `${cycleTitle(cycle)}の予定が変更されました`,
    lines: [
      `${cycleTitle(cycle)}（${cycle.campaignName}）の予定が変更されました。`,
      ...changes.map(({ label, from, to }) => `${label}：${from} → ${to}`),
      `理由：${reason}`,
    ],
    key: `cycle:${cycle.id}:changed:${cycle.version}`,
  });
