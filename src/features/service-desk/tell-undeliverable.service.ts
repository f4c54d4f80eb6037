import type { SystemCtx } from '../../platform/context.ts';
import { listUndeliverable } from './desk-mails.store.ts';
import { fullName } from './desk-users.ts';

/** S37: an address that gets no mail is told to its owner's organisation, once until it works again. */
export const tellUndeliverable = async (ctx: SystemCtx): Promise<void> => {
  const users = await listUndeliverable(ctx.tx);
  await ctx.emit(
    'news.told',
    users.map((user) => ({
      orgId: user.orgId,
      kind: 'mail.undeliverable',
      title: 'メールが届かない利用者がいます',
      lines: [
        `${fullName(user)} 様（ユーザ名 ${user.userName}）のメールアドレス ${user.email} に、V-SYSからのメールが届いていません。`,
        'ご本人がログインできる場合は、「私の設定」の「個人用」→「個人情報」でメールアドレスを変更してください。',
        'ログインできない場合は、V-SYSサービスデスクに連絡してください。',
      ],
      link: '/settings/personal/information',
      from: 'サービスデスク',
      key: `mail-undeliverable:${user.userId}:${user.firstFailedId}`,
    })),
  );
};
