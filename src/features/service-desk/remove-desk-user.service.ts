import { conflict } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { removeUser } from '../accounts/index.ts';
import { recordOnTicket } from '../support/index.ts';
import { fullName } from './desk-users.ts';
import { type ForTicket, knownUser } from './known-user.service.ts';

/** 「ユーザを削除する」 (MC-4): out at once; what was entered under the name stays. */
export const removeDeskUser = async (ctx: Ctx, { userId, ticket }: ForTicket): Promise<Outcome> => {
  const user = await knownUser(ctx, userId);
  if (user.id === ctx.actor.userId) throw conflict('ご自身は削除できません。');
  ctx.ask(
    question({
      id: 'remove-user',
      title: 'ユーザを削除しますか',
      lines: ['このユーザは、いますぐログインできなくなります。入力した内容は残ります。'],
      rows: [
        { label: '氏名', value: fullName(user) },
        { label: 'ユーザ名', value: user.userName },
        { label: '医療機関・組織', value: user.orgName },
      ],
      about: user.version,
    }),
  );
  await removeUser(ctx, { userId });
  const asked = await recordOnTicket(ctx, ticket, `ユーザ ${user.userName} を削除しました。`);
  return asked ?? done(`/desk/users/${userId}?done=removed`);
};
