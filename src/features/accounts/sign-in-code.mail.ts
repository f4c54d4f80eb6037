import { formatInstant } from '../../kernel/calendar.ts';
import { codeMinutes } from './codes.ts';

/** The mail with a code, for every page that asks for one (M1.2-2, M1.3-3). */
export const signInCodeMail = ({ code, expiresAt }: { readonly code: string; readonly expiresAt: Date }) => ({
  subject: '【V-SYS】確認コードのお知らせ',
  text: `V-SYS（ワクチン接種円滑化システム）の確認コードをお知らせします。

確認コード：${code}

V-SYSの画面に戻り、「確認コード」に入力して「検証」を押してください。
確認コードは${codeMinutes}分間（${formatInstant(expiresAt)}まで）、1回だけ使えます。
新しい確認コードが届いたときは、古いものは使えません。

お心当たりがない場合は、ほかの人があなたのパスワードを知っているおそれがあります。
確認コードを誰にも伝えず、V-SYSサービスデスクにご連絡ください。

このメールは自動で送信しています。返信いただいてもお答えできません。
`,
});
