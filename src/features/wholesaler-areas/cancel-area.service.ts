import { dayOf } from '../../kernel/calendar.ts';
import { conflict } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { areaName, termText } from './area-names.ts';
import { ownArea } from './own-area.service.ts';
import { deleteWholesalerArea } from './wholesaler-areas.store.ts';
import { termState } from './wholesaler-areas.ts';

/** 「この担当を取り消す」: a row that has not begun goes away again. */
export const cancelArea = async (ctx: Ctx, areaId: number): Promise<Outcome> => {
  const area = await ownArea(ctx, areaId);
  if (termState(area, dayOf(ctx.now)) !== 'coming')
    throw conflict('すでに始まった担当は取り消せません。終了日を入力してください。');
  ctx.ask(
    question({
      id: 'cancel',
      title: 'この担当を取り消しますか',
      lines: [],
      rows: [
        { label: '地域', value: areaName(area) },
        { label: '卸業者', value: area.wholesalerName },
        { label: '期間', value: termText(area) },
      ],
      about: area.version,
    }),
  );
  if (!(await deleteWholesalerArea(ctx.tx, { id: areaId, version: ctx.version ?? 0 })))
    throw await staleBy(ctx.tx, `wholesaler-area:${areaId}`);
  ctx.note(`wholesaler-area:${areaId}`, { cancelled: true });
  return done(`/wholesaler-areas?vaccine=${area.vaccineId}&saved=1`);
};
