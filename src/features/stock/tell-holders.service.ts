import { formatDay } from '../../kernel/calendar.ts';
import type { Events } from '../../kernel/event.ts';
import type { SystemCtx } from '../../platform/context.ts';
import { lotChangeNames } from '../lots/index.ts';
import type { News } from '../notices/index.ts';
import { loadAwaiting, loadHolders } from './holders.store.ts';

type Change = Events['lot.changed'];

const asked = {
  extended: 'お手元のロットの有効期限を書き換えてください。',
  stopped: 'お手元にあるときは、使わずに分けて保管してください。このあとの扱いは、改めてお知らせします。',
  resumed: '使用を再開できます。有効期限を確認してから使ってください。',
} as const;

const newsOf = (change: Change, orgId: number, atMost: number | null): News => ({
  orgId,
  kind: `lot.${change.kind}`,
  title: `${lotChangeNames[change.kind]}（ロット番号 ${change.lot}）`,
  lines: [
    `${change.vaccineName}　ロット番号 ${change.lot}`,
    ...(change.expiry ? [`延長後の有効期限：${formatDay(change.expiry)}`] : []),
    `理由：${change.reason}`,
    atMost === null
      ? 'このロットが、これから納入される予定です。'
      : `在庫の記録では、最大${atMost.toLocaleString('ja-JP')}本が残っています。`,
    asked[change.kind],
  ],
  link: `/lots/${change.vaccineId}/${encodeURIComponent(change.lot)}`,
  from: '厚生労働省',
  key: `lot-change:${change.changeId}:${orgId}`,
});

/** S27: all who may hold the lot, and those to whom it is under way, hear of the change in its transaction. */
export const tellHolders = async (ctx: SystemCtx, change: Change): Promise<void> => {
  const holders = await loadHolders(ctx.tx, change.vaccineId, change.lot);
  const holding = new Set(holders.map(({ venueId }) => venueId));
  const awaiting = await loadAwaiting(ctx.tx, change.vaccineId, change.lot);
  await ctx.emit('news.told', [
    ...holders.map(({ venueId, atMost }) => newsOf(change, venueId, atMost)),
    ...awaiting.filter((venueId) => !holding.has(venueId)).map((venueId) => newsOf(change, venueId, null)),
  ]);
};
