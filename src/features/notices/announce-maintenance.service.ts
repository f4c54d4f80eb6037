import type { InputOf } from '../../kernel/form.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import type { maintenanceForm } from './maintenance.form.ts';
import { insertMaintenanceNotice, withdrawMaintenanceNotice } from './standing.store.ts';

/** 「お知らせを表示する」 (S36): above every page for its time. */
export const announceMaintenance = async (
  ctx: Ctx,
  { text, shownFrom, shownTo }: InputOf<typeof maintenanceForm>,
): Promise<Outcome> => {
  if (shownTo <= shownFrom) throw invalid({ shownTo: '表示の終了は、開始より後の日時を入力してください。' });
  if (shownTo <= ctx.now) throw invalid({ shownTo: '表示の終了は、いまより後の日時を入力してください。' });
  const by = { at: ctx.now, userId: ctx.actor.userId };
  const id = await insertMaintenanceNotice(ctx.tx, { text, shownFrom, shownTo }, by);
  ctx.note(`maintenance:${id}`);
  return done('/maintenance?done=announced');
};

/** 「取り下げる」. */
export const withdrawMaintenance = async (ctx: Ctx, id: number): Promise<Outcome> => {
  if (!(await withdrawMaintenanceNotice(ctx.tx, id, ctx.now)))
    throw conflict('このお知らせは、すでに取り下げられたか、表示が終わっています。');
  ctx.note(`maintenance:${id}`, { withdrawn: true });
  return done('/maintenance?done=withdrawn');
};
