import { Problem } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { queueMail } from '../../platform/mail/index.ts';
import { mailChangeRequestedMail, mailChangeUrlMail } from './mail-change.mail.ts';
import { insertMailChange } from './mail-changes.store.ts';
import { mailChangeExpiry } from './mail-changes.ts';
import { makeSecret } from './secrets.ts';
import { type Account, loadAccount, savePhone } from './users.store.ts';

type Input = { readonly email: string; readonly phone: string };

/** 「個人情報」 → 「保存」 (MH-3): the phone at once, a new mail address only after it was proved. */
export const savePersonal = async (ctx: Ctx, { email, phone }: Input): Promise<Outcome> => {
  const { tx, actor } = ctx;
  const account = await loadAccount(tx, actor.userId);
  if (!account) throw new Problem('signedOut');
  const changes = email.toLowerCase() !== account.email.toLowerCase();
  if (changes)
    ctx.ask(
      question({
        id: 'mail-change',
        title: 'メールアドレスを変更します',
        lines: [
          '新しいメールアドレスに、変更を完了するためのURLを送信します。変更が完了するまでは、いまのメールアドレスが有効です。',
        ],
        rows: [
          { label: 'いまのメールアドレス', value: account.email },
          { label: '新しいメールアドレス', value: email },
        ],
      }),
    );
  ctx.note(`user:${account.id}`, { mail: changes });
  await savePhone(tx, account.id, phone);
  if (changes) await openMailChange(ctx, account, email);
  return done('/settings/personal/information?saved=1');
};

const openMailChange = async ({ tx, now, publicUrl }: Ctx, account: Account, newEmail: string): Promise<void> => {
  const token = makeSecret();
  const expiresAt = mailChangeExpiry(now);
  const change = { userId: account.id, oldEmail: account.email, newEmail, expiresAt };
  const id = await insertMailChange(tx, { ...change, token, at: now });
  const words = { ...account, newEmail, expiresAt, url: `${publicUrl}/login?mail=${token}` };
  const mail = { fromName: 'V-SYS', userId: account.id, at: now };
  await queueMail(tx, {
    ...mail,
    dedupeKey: `mail-change:${id}:old`,
    to: account.email,
    ...mailChangeRequestedMail(words),
  });
  await queueMail(tx, {
    ...mail,
    dedupeKey: `mail-change:${id}:new`,
    to: newEmail,
    ...mailChangeUrlMail(words),
    secret: true,
  });
};
