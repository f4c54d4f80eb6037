import { formatDay } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import { insertPair, loadCandidates, lockLots, type Pairable, unpair } from './pairs.store.ts';
import { bestCandidate } from './transfers.ts';

/** Looks for the other side of each entry; it may leave an unequal pair with us for an equal one. */
export const pairEntries = async (ctx: Ctx, entries: readonly Pairable[]): Promise<void> => {
  const [first] = entries;
  if (!first) return;
  await lockLots(
    ctx.tx,
    first.vaccineId,
    entries.map(({ lot }) => lot),
  );
  for (const own of entries) {
    const best = bestCandidate(own, await loadCandidates(ctx.tx, own));
    if (!best) continue;
    if (best.pairedVials !== null) await unpair(ctx.tx, [best.id]);
    await insertPair(ctx.tx, own, best, ctx.now);
    if (best.vials !== own.vials) await tellUnequal(ctx, own, best);
  }
};

/** The other side learns that the two do not say the same; who enters sees it on the page. */
const tellUnequal = (ctx: Ctx, own: Pairable, other: { id: number; venueId: number; vials: number }): Promise<void> =>
  ctx.emit('news.told', {
    orgId: other.venueId,
    kind: 'transfer.unequal',
    title: '移送の本数が相手の登録と違います',
    lines: [
      `${formatDay(own.day)}の移送（ロット番号 ${own.lot}）について、${ctx.actor.org.name}の登録と本数が違います。`,
      `相手の登録：${own.vials.toLocaleString('ja-JP')}本　こちらの登録：${other.vials.toLocaleString('ja-JP')}本`,
      '「移送」の画面で内容を確認し、間違っているほうを修正してください。',
    ],
    link: '/transfers',
    from: ctx.actor.org.name,
    key: `transfer-unequal:${own.id}:${own.vials}:${other.id}:${other.vials}`,
  });
