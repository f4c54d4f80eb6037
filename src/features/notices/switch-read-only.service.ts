import type { InputOf } from '../../kernel/form.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { sendWaitingMails } from '../../platform/mail/index.ts';
import type { readOnlyForm } from './maintenance.form.ts';
import { insertSwitch, isReadOnly } from './standing.store.ts';

/** 「閲覧専用モードにする」 (S36): from the commit on every write is refused; mails, imports and what is due wait. */
export const beginReadOnly = async (ctx: Ctx, { message, until }: InputOf<typeof readOnlyForm>): Promise<Outcome> => {
  if (await isReadOnly(ctx.tx)) throw conflict('すでに閲覧専用モードです。');
  if (until && until <= ctx.now) throw invalid({ until: '終了の見込みは、いまより後の日時を入力してください。' });
  ctx.ask(
    question({
      id: 'read-only',
      title: '閲覧専用モードにしますか',
      lines: ['すべての利用者が、いますぐ登録・変更できなくなります。入力中の内容は画面に残ります。'],
      rows: [{ label: '表示する文', value: message }],
      about: until,
    }),
  );
  await insertSwitch(ctx.tx, { on: true, message, until, at: ctx.now, userId: ctx.actor.userId });
  ctx.note('service:read-only', { on: true });
  return done('/maintenance?done=on');
};

/** 「閲覧専用モードを終了する」: what waited goes on at once. */
export const endReadOnly = async (ctx: Ctx): Promise<Outcome> => {
  if (!(await isReadOnly(ctx.tx))) throw conflict('閲覧専用モードではありません。');
  await insertSwitch(ctx.tx, { on: false, message: '', until: null, at: ctx.now, userId: ctx.actor.userId });
  await sendWaitingMails(ctx.tx);
  ctx.note('service:read-only', { on: false });
  return done('/maintenance?done=off');
};
