import { formatInstant } from '../../kernel/calendar.ts';
import { mailChangeHours } from './mail-changes.ts';

type Change = {
  readonly orgName: string;
  readonly userName: string;
  readonly newEmail: string;
  readonly url: string;
  readonly expiresAt: Date;
};

const foot = `
このメールは自動で送信しています。返信いただいてもお答えできません。
`;

/** To the old address: somebody asked for the change (MH-3). */
export const mailChangeRequestedMail = ({ orgName, userName, newEmail, expiresAt }: Change) => ({
  subject: '【V-SYS】メールアドレスの変更要求を受け取りました',
  text: `${orgName}
ユーザ名 ${userName} の方へ

V-SYSに登録しているメールアドレスの変更要求を受け取りました。

新しいメールアドレス：${newEmail}

新しいメールアドレスに、変更を完了するためのURLを送信しました（${formatInstant(expiresAt)}まで）。
変更が完了するまでは、このメールアドレスが有効です。変更を完了するための確認コードも、このメールアドレスに届きます。

お心当たりがない場合は、確認コードを誰にも伝えず、V-SYSの「私の設定」の「個人情報」で変更を取り消し、パスワードを変更してください。
${foot}`,
});

/** To the new address: the URL that completes the change (MH-3). */
export const mailChangeUrlMail = ({ userName, url, expiresAt }: Change) => ({
  subject: '【V-SYS】メールアドレスの変更を完了してください',
  text: `V-SYS（ワクチン接種円滑化システム）のメールアドレスを、このアドレスに変更する手続きです。

ユーザ名：${userName}

V-SYSからログアウトしたうえで、次のURLを開いてログインしてください。
${url}

このURLは${mailChangeHours}時間以内（${formatInstant(expiresAt)}まで）に使えます。
手続きの途中で、変更前のメールアドレスに確認コードが2回届きます。利用者が変わるときは、前の利用者から確認コードを聞いてください。

お心当たりがない場合は、このメールを破棄してください。
${foot}`,
});

/** To the old address: it is done. */
export const mailChangedMail = ({ userName, newEmail }: Pick<Change, 'userName' | 'newEmail'>) => ({
  subject: '【V-SYS】メールアドレスの変更が完了しました',
  text: `V-SYSに登録しているメールアドレスの変更が完了しました。

ユーザ名　　　　　　：${userName}
新しいメールアドレス：${newEmail}

今後、V-SYSからのお知らせと確認コードは、新しいメールアドレスに届きます。
お心当たりがない場合は、すぐにV-SYSサービスデスクにご連絡ください。
${foot}`,
});
