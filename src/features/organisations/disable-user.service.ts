import { conflict } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { removeUser } from '../accounts/index.ts';
import { managedUser, type UserPlace } from './managed-user.service.ts';
import { fullName } from './organisation-users.ts';

/** 「利用を停止する」: out at once, as the service desk's 「ユーザを削除する」; what was entered under the name stays. */
export const disableUser = async (ctx: Ctx, place: UserPlace): Promise<Outcome> => {
  const { org, user } = await managedUser(ctx, place);
  if (user.id === ctx.actor.userId) throw conflict('自分の利用は停止できません。');
  if (user.disabledAt !== null) throw conflict('この利用者はすでに停止されています。');
  ctx.ask(
    question({
      id: 'disable',
      title: 'この利用者の利用を停止しますか',
      lines: ['いますぐ使えなくなります。パスキーや、確認コードを省略するブラウザの登録も取り消されます。'],
      rows: [
        { label: '利用者', value: fullName(user) },
        { label: 'ユーザ名', value: user.userName },
        { label: '組織', value: org.name },
      ],
      about: user.version,
    }),
  );
  if (ctx.version !== user.version) throw await staleBy(ctx.tx, `user:${user.id}`);
  await removeUser(ctx, { userId: user.id });
  ctx.note(`user:${user.id}`, { disabled: true }, org.id);
  return done(`/organisations/${org.id}/users/${user.id}?saved=disabled`);
};
