import { conflict, notFound } from '../../kernel/problem.ts';
import { move } from '../../kernel/states.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { takenBackNews } from './deliveries.mail.ts';
import { distributionMoves, stateOf } from './distribution.states.ts';
import { loadDistribution } from './distributions.store.ts';
import { saverOf, staleRow } from './rows.ts';
import { saveDistribution } from './save-rows.store.ts';
import { scopeOf } from './scope.ts';

/** A report of 納入 that was a slip can be taken back until the venue has confirmed it. */
export const takeBackDelivery = async (ctx: Ctx, id: number): Promise<Outcome> => {
  const row = await loadDistribution(ctx.tx, scopeOf(ctx.actor, 'distribution.deliver'), id);
  if (!row) throw notFound();
  if (move(distributionMoves, stateOf(row), 'takeBack') === null)
    throw conflict('施設がすでに受領確認をしたか、納入の報告がありません。画面を開き直してください。');
  if (row.version !== ctx.version || !(await saveDistribution(ctx.tx, row, { deliveredAt: null }, saverOf(ctx))))
    throw staleRow(row, '');
  await ctx.emit('news.told', takenBackNews({ ...row, version: row.version + 1 }));
  ctx.note(`distribution:${id}`);
  return done(`/deliveries/${id}?saved=1`);
};
