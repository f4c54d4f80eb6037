import { formatDay } from '../../kernel/calendar.ts';
import { stale } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { enterLedger, type NewEntry } from './ledger.store.ts';
import { pairEntries } from './pair-entries.service.ts';
import type { Pairable } from './pairs.store.ts';
import { unpair } from './pairs.store.ts';
import type { TransferPlan } from './plan-transfers.service.ts';
import { insertTransfer, removeTransfers, updateTransfer } from './save-transfers.store.ts';
import type { TransferCore } from './transfers.ts';

/** Asks about what is doubtful in a plan; goes on when it was answered with 「OK」. */
export const askAboutTransfers = (ctx: Ctx, { doubts, added, changed, removed }: TransferPlan): void => {
  if (doubts.length === 0) return;
  ctx.ask(
    question({
      id: 'transfer-doubt',
      title: '移送の内容を確認してください',
      lines: [...new Set(doubts), 'この内容で登録してよろしいですか？'],
      rows: [...added, ...changed].map(({ to }) => ({
        label: `${formatDay(to.day)} ロット番号 ${to.lot}`,
        value: `${to.vials.toLocaleString('ja-JP')}本`,
      })),
      about: removed.map(({ id }) => id),
    }),
  );
};

/** Does what was planned: entries, ledger, pairs. Throws when someone else changed an entry meanwhile. */
export const saveTransfers = async (ctx: Ctx, plan: TransferPlan): Promise<void> => {
  const { added, changed, removed, place } = plan;
  if (added.length + changed.length + removed.length === 0) return;
  const by = { userId: ctx.actor.userId, at: ctx.now };
  const entries: NewEntry[] = [];
  const standing: Pairable[] = [];
  const entry = entryOf(plan, ctx.actor.userId);

  for (const { to, cold } of added) {
    const id = await insertTransfer(ctx.tx, place, plan, { ...to, ...cold }, by);
    entries.push(entry(id, 1, to));
    standing.push({ ...to, ...place, id, vaccineId: plan.vaccineId });
  }
  for (const { from, to, cold } of changed) {
    if (!(await updateTransfer(ctx.tx, from, { ...to, ...cold }, by))) throw staleTransfer();
    if (sameCore(from, to)) continue;
    entries.push(entry(from.id, from.version + 1, from, true), entry(from.id, from.version + 1, to));
    standing.push({ ...to, ...place, id: from.id, vaccineId: plan.vaccineId });
  }
  const gone = await removeTransfers(ctx.tx, removed, by);
  if (gone.length !== removed.length) throw staleTransfer();
  for (const from of removed) entries.push(entry(from.id, from.version + 1, from, true));

  await enterLedger(ctx.tx, entries, ctx.now);
  await unpair(ctx.tx, [...standing.map(({ id }) => id), ...gone]);
  await pairEntries(ctx, standing);
};

const staleTransfer = () => stale('ほかの人', 'この画面を開いたあと');

const sameCore = (a: TransferCore, b: TransferCore): boolean =>
  a.partnerId === b.partnerId && a.day === b.day && a.lot === b.lot && a.vials === b.vials;

/** The ledger's entry of what one version of a transfer says, or takes back. */
const entryOf =
  ({ place, vaccineId, side }: TransferPlan, userId: number) =>
  (id: number, version: number, { day, lot, vials, partnerId }: TransferCore, reversal = false): NewEntry => ({
    ...place,
    vaccineId,
    kind: side === 'out' ? 'transfer_out' : 'transfer_in',
    vials: (side === 'out') === reversal ? vials : -vials,
    reversal,
    lot,
    expiry: null,
    dosesPerVial: null,
    day,
    partnerId,
    source: 'transfer',
    sourceId: id,
    sourceVersion: version,
    userId,
  });
