import { conflict } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { correctEmail, sendInvitation } from '../accounts/index.ts';
import { recordOnTicket } from '../support/index.ts';
import { fullName } from './desk-users.ts';
import { type ForTicket, knownUser } from './known-user.service.ts';

type Reinvite = ForTicket & { readonly email: string };

/** 「招待メールを送り直す」 (MC-5): for one who never logged in; the URL sent before is void. */
export const reinviteDeskUser = async (ctx: Ctx, { userId, email, ticket }: Reinvite): Promise<Outcome> => {
  const user = await knownUser(ctx, userId);
  if (user.firstLoginAt)
    throw conflict('このユーザはすでにログインしています。「パスワードを初期化する」を使ってください。');
  if (email !== user.email) await correctEmail(ctx, { userId, email });
  await sendInvitation(ctx, { userId });
  ctx.note(`user:${userId}`, { address: email !== user.email });
  const asked = await recordOnTicket(ctx, ticket, `ユーザ ${user.userName} に、招待メールを送り直しました。`);
  return asked ?? done(`/desk/users/${userId}?done=reinvited`);
};

/** 「パスワードを初期化する」 (MC-6): for one who forgot the answer too; the URL goes to the registered address. */
export const resetDeskUser = async (ctx: Ctx, { userId, ticket }: ForTicket): Promise<Outcome> => {
  const user = await knownUser(ctx, userId);
  if (!user.firstLoginAt)
    throw conflict('このユーザは一度もログインしていません。「招待メールを送り直す」を使ってください。');
  ctx.ask(
    question({
      id: 'reset-user',
      title: 'パスワードを初期化しますか',
      lines: [
        '新しいパスワードと、セキュリティの質問・回答を設定するためのURLを、登録されているメールアドレスに送信します。',
      ],
      rows: [
        { label: '氏名', value: fullName(user) },
        { label: 'ユーザ名', value: user.userName },
        { label: '送信先', value: user.email },
      ],
      about: user.version,
    }),
  );
  await sendInvitation(ctx, { userId, reset: true });
  const asked = await recordOnTicket(
    ctx,
    ticket,
    `ユーザ ${user.userName} に、パスワードを初期化するためのメールを送信しました。`,
  );
  return asked ?? done(`/desk/users/${userId}?done=reset`);
};
