import type { Config } from '../config.ts';
import { inviteUser } from '../features/accounts/index.ts';
import { emailAddress } from '../kernel/fields.ts';
import { field, form, parseForm } from '../kernel/form.ts';
import { invalid } from '../kernel/problem.ts';
import type { Db } from '../platform/db/index.ts';
import { type FirstKind, findFirstOrganisation, findUserOf, loadInvitationUrl } from './first-users.store.ts';
import { prepareHouse } from './migrate.ts';
import type { Say } from './run.ts';

export type InviteOptions = {
  readonly kind?: string;
  readonly name?: string;
  readonly email?: string;
  readonly userName?: string;
};

type Invited = {
  readonly kind: FirstKind;
  readonly familyName: string;
  readonly givenName: string;
  readonly email: string;
};

const emailForm = form('invite', { email: field(emailAddress(), { label: '--email' }) });

/** The options as a person, or what is wrong with them. */
const readInvited = ({ kind, name = '', email = '' }: InviteOptions): Invited => {
  const [familyName = '', givenName = '', ...rest] = name
    .normalize('NFC')
    .trim()
    .split(/[\s　]+/);
  const address = parseForm(emailForm, { email });
  const errors = {
    ...(kind !== 'ministry' &&
      kind !== 'desk' && { kind: '--kind は ministry（国）か desk（サービスデスク）を指定してください。' }),
    ...((givenName === '' || rest.length > 0) && {
      name: '--name は "姓 名" のように、間に空白を入れて指定してください。',
    }),
    ...(!address.ok && address.errors),
  };
  if (Object.keys(errors).length > 0) throw invalid(errors);
  return { kind: kind as FirstKind, familyName, givenName, email: address.ok ? address.value.email : '' };
};

/** S33: the first users of 国 and the desk. The mail waits for the server; without SMTP_URL the link is printed. */
export const inviteFirst = async (db: Db, config: Config, options: InviteOptions, say: Say): Promise<boolean> => {
  const invited = readInvited(options);
  await prepareHouse(db);
  const { orgName, userName, url } = await db.transaction({ role: 'all' }, async (tx) => {
    const org = await findFirstOrganisation(tx, invited.kind);
    if (await findUserOf(tx, org.id, invited.email))
      throw invalid({
        email: 'このメールアドレスの利用者は、すでに招待されています。画面の「組織・利用者」から送り直せます。',
      });
    const { kind: _, ...person } = invited;
    const ctx = { tx, now: new Date(), publicUrl: config.publicUrl };
    const made = await inviteUser(ctx, { ...person, orgId: org.id, userName: options.userName });
    return { orgName: org.name, userName: made.userName, url: await loadInvitationUrl(tx, made.userId) };
  });
  say(`${orgName}の利用者として ${invited.familyName} ${invited.givenName} さんを招待しました。`);
  say(`ユーザ名: ${userName}`);
  if (config.smtpUrl) say(`招待のメールは、サーバーが動いていれば ${invited.email} にまもなく届きます。`);
  else {
    say(
      'SMTP_URL が設定されていないため、メールは送れません。次のURLを本人に渡してください（24時間以内に1回だけ使えます）。',
    );
    say(url);
    say('はじめてのログインではメールの確認コードも必要です。SMTP_URL を設定してサーバーを起動してください。');
  }
  return true;
};
