import { formatInstant } from '../../kernel/calendar.ts';
import { resetHours } from './password-resets.ts';

type Reset = {
  readonly orgName: string;
  readonly userName: string;
  readonly url: string;
  readonly expiresAt: Date;
};

/** The URL for a new password (MH-2). */
export const resetPasswordMail = ({ orgName, userName, url, expiresAt }: Reset) => ({
  subject: '【V-SYS】パスワードのリセットを完了してください',
  text: `${orgName}
ユーザ名 ${userName} の方へ

V-SYS（ワクチン接種円滑化システム）のパスワードの再設定を受け付けました。

次のURLを開き、セキュリティの質問に回答してください。
${url}

このURLは${resetHours}時間以内（${formatInstant(expiresAt)}まで）に、1回だけ使えます。

お心当たりがない場合は、URLを開かず、このメールを破棄してください。いまのパスワードはそのまま使えます。

このメールは自動で送信しています。返信いただいてもお答えできません。
`,
});
