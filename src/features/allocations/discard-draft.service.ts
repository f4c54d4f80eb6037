import { conflict } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { discardCorrection } from './discard-correction.service.ts';
import { replaceLines } from './lines.store.ts';
import { openSheet } from './open-sheet.service.ts';
import type { Giver } from './sheet.ts';
import { touchDraft } from './sheets.store.ts';
import { checkChangeable, staleSheet } from './write-draft.service.ts';

type Order = { readonly cycleId: number; readonly giver: Giver };

/**
 * 「下書きを破棄」 before the first 確定: everything typed is not entered again. The sheet itself stays, so that forms of the
 * draft are known as stale; of a correction the draft goes away as a whole.
 */
export const discardDraft = async (ctx: Ctx, order: Order): Promise<Outcome> => {
  const open = await openSheet(ctx, order.cycleId, order.giver);
  const { sheet, fixed, shape, lines } = open;
  if (fixed) return discardCorrection(ctx, order);
  checkChangeable(open);
  if (!sheet || ctx.version !== sheet.version) throw await staleSheet(ctx, open);
  if (lines.length === 0) throw conflict('下書きに入力された分配はありません。');
  ctx.ask(
    question({
      id: 'discard-draft',
      title: '下書きを破棄しますか',
      lines: ['下書きに入力した分配量は、すべて未入力に戻ります。元に戻すことはできません。'],
      rows: [{ label: '入力済の行', value: `${new Set(lines.map(({ receiver }) => receiver)).size}件` }],
      about: [sheet.id, sheet.version],
    }),
  );
  if (!(await touchDraft(ctx.tx, sheet.id, sheet.version, { at: ctx.now, userId: ctx.actor.userId })))
    throw await staleSheet(ctx, open);
  await replaceLines(ctx.tx, sheet.id, order.giver, []);
  ctx.note(`allocation-sheet:${sheet.id}`, { cycleId: order.cycleId, level: order.giver.level, discarded: true });
  return done(`${shape.path}/${order.cycleId}`);
};
