import { formatInstant } from '../../kernel/calendar.ts';
import { type CodePurpose, codeMinutes } from './codes.ts';

/** What the code is for, so that nobody reads one out for something else. */
const purposes: Readonly<Record<CodePurpose, string>> = {
  'sign-in': 'ログイン',
  'first-sign-in': 'はじめてのログイン',
  forgotten: 'パスワードの再設定',
  'mail-old': 'メールアドレスの変更（1回目の確認）',
  'mail-confirm': 'メールアドレスの変更（2回目の確認）',
};

type Code = { readonly code: string; readonly purpose: CodePurpose; readonly expiresAt: Date };

/** The mail with a code, for every page that asks for one (M1.2-2, M1.3-3, MH-2, MH-3). */
export const signInCodeMail = ({ code, purpose, expiresAt }: Code) => ({
  subject: '【V-SYS】確認コードのお知らせ',
  text: `V-SYS（ワクチン接種円滑化システム）の確認コードをお知らせします。

確認コード：${code}
使用目的　：${purposes[purpose]}

V-SYSの画面に戻り、「確認コード」に入力して「検証」を押してください。
確認コードは${codeMinutes}分間（${formatInstant(expiresAt)}まで）、1回だけ使えます。
新しい確認コードが届いたときは、古いものは使えません。
${purpose.startsWith('mail-') ? takeOver : unasked}
このメールは自動で送信しています。返信いただいてもお答えできません。
`,
});

const unasked = `
お心当たりがない場合は、ほかの人があなたのパスワードを知っているおそれがあります。
確認コードを誰にも伝えず、V-SYSサービスデスクにご連絡ください。
`;

/** MH-4: the one code that is read out on the phone. */
const takeOver = `
人事異動等で利用者が変わるときは、この確認コードを新しい利用者に伝えてください。
お心当たりがない場合は、確認コードを誰にも伝えず、V-SYSサービスデスクにご連絡ください。
`;
