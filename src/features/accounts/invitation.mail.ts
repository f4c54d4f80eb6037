import { formatInstant } from '../../kernel/calendar.ts';
import { invitationHours } from './invitations.ts';

export type Invitation = {
  readonly orgName: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly userName: string;
  readonly url: string;
  readonly expiresAt: Date;
};

/** User name and URL for a new user (M1.2-1). */
export const invitationMail = ({ orgName, familyName, givenName, userName, url, expiresAt }: Invitation) => ({
  subject: '【V-SYS】ユーザ登録のお知らせ（このメールは削除しないでください）',
  text: `${orgName}
${familyName} ${givenName} 様

V-SYS（ワクチン接種円滑化システム）のユーザとして登録されました。

ユーザ名：${userName}

次のURLを開き、はじめてログインするための設定をしてください。
${url}

このURLは${invitationHours}時間以内（${formatInstant(expiresAt)}まで）に、1回だけ使えます。
期限が過ぎたときは、V-SYSサービスデスクに「パスワード初期化（ログイン未）申請」をしてください。新しいURLをお送りします。

■ このメールは削除しないでください。
ユーザ名は、ログインするときに毎回必要です。

■ ユーザ名は1人に1つです。
ご自身のみで使用し、複数の人で共有しないでください。使用する人が増えるときは、ユーザの追加を申請してください。

お心当たりがない場合は、URLを開かず、V-SYSサービスデスクにご連絡ください。

このメールは自動で送信しています。返信いただいてもお答えできません。
`,
});

/** The same URL for one who forgot both password and answer (MC-6). */
export const passwordInitialisedMail = ({ orgName, familyName, givenName, userName, url, expiresAt }: Invitation) => ({
  subject: '【V-SYS】パスワードを初期化しました',
  text: `${orgName}
${familyName} ${givenName} 様

V-SYS（ワクチン接種円滑化システム）のパスワードの初期化を受け付けました。

ユーザ名：${userName}

次のURLを開き、新しいパスワードと、セキュリティの質問・回答を設定してください。
${url}

このURLは${invitationHours}時間以内（${formatInstant(expiresAt)}まで）に、1回だけ使えます。
設定が完了するまでは、いまのパスワードが有効です。

お心当たりがない場合は、URLを開かず、V-SYSサービスデスクにご連絡ください。

このメールは自動で送信しています。返信いただいてもお答えできません。
`,
});
