import { dayOf, formatInstant } from '../../kernel/calendar.ts';
import type { InputOf } from '../../kernel/form.ts';
import { invalid, stale } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { loadShapeHistory, loadShapeItems, lockShape, saveShapeChange } from './shape.store.ts';
import type { shapeChangeForm } from './shape-change.form.ts';
import { planShapeChange, spanText } from './shape-change.ts';

/** 国 adds a dose number to the report, or ends a row or column of it (S13, S14); totals that were reported stay. */
export const changeShape = async (
  ctx: Ctx,
  { item, day, reason }: InputOf<typeof shapeChangeForm>,
): Promise<Outcome> => {
  await lockShape(ctx.tx);
  const history = await loadShapeHistory(ctx.tx);
  const latest = history[0];
  if (latest && history.length !== ctx.version) throw stale(`${latest.userName}さん`, formatInstant(latest.at));
  const planned = planShapeChange(await loadShapeItems(ctx.tx), { item, day, today: dayOf(ctx.now) });
  if ('fault' in planned) throw invalid(planned.fault);
  const { from, to } = planned.change;
  ctx.ask(
    question({
      id: 'shape-change',
      title: '接種実績の報告項目を変更します',
      lines: [
        'すべての医療機関・接種会場の報告の画面が、その日から変わります。登録済みの数は残ります。よろしいですか？',
      ],
      rows: [
        { label: '項目', value: to.label },
        { label: '入力する期間', value: from ? `${spanText(from)} → ${spanText(to)}` : spanText(to) },
      ],
      about: reason,
    }),
  );
  await saveShapeChange(ctx.tx, planned.change, { reason, at: ctx.now, userId: ctx.actor.userId });
  ctx.note(`report-shape:${to.key}`, { from: to.fromDay, to: to.toDay, reason });
  return done('/reports/shape');
};
