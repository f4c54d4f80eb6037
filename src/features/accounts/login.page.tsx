import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form, Notice, Section } from '../../ui/index.ts';
import { DemoAccounts } from './demo-accounts.page.tsx';
import { onlyFieldErrors } from './form-words.ts';
import { loginForm } from './login.form.ts';
import type { MailChange } from './mail-changes.ts';
import { PasskeyLogin } from './passkey-login.page.tsx';

export type LoginPage = {
  readonly to: string;
  readonly expired: boolean;
  /** Opened by the URL in a mail that completes a change of the mail address; `gone` when it opens nothing any more. */
  readonly change: MailChange | 'gone' | null;
  readonly mailToken: string;
  readonly challenge: string;
};

/** 「ログイン」 (M1.3-1); from the mail of MH-3 with the user name filled in. */
export const loginPage = ({ to, expired, change, mailToken, challenge }: LoginPage, screen: Screen): View => {
  const open = change !== null && change !== 'gone' ? change : null;
  const values = { to, mail: open ? mailToken : '', userName: open?.userName ?? '' };
  const state = onlyFieldErrors(screen.form(loginForm, values));
  return {
    title: 'ログイン',
    islands: ['passkey'],
    body: (
      <>
        {expired && (
          <Notice kind="info" live>
            <p>ログインの有効時間が過ぎました。もう一度ログインしてください。</p>
            <p>入力の途中だった内容があれば、ログインしたあとに続けられます。</p>
          </Notice>
        )}
        <ChangeNotice change={change} />
        {screen.actor && (
          <Notice kind="info">
            <p>
              {screen.actor.displayName} 様としてログインしています。<a href="/">ホームへ戻る</a>
            </p>
          </Notice>
        )}
        <Form def={loginForm} state={state} action="/login" submit="ログイン" guard={false}>
          <FieldRow def={loginForm} state={state} name="userName" />
          <FieldRow def={loginForm} state={state} name="password" />
          <FieldRow def={loginForm} state={state} name="to" />
          <FieldRow def={loginForm} state={state} name="mail" />
        </Form>
        <p>
          <a href="/forgotten-password">パスワードをお忘れですか？</a>
        </p>
        <p>
          <a href="/support/contact">V-SYSに関するお問合せ先</a>
        </p>
        {!open && <PasskeyLogin screen={screen} challenge={challenge} to={to} />}
        {screen.demo && (
          <Section title="デモ用アカウント">
            <DemoAccounts />
          </Section>
        )}
      </>
    ),
  };
};

const ChangeNotice = ({ change }: Pick<LoginPage, 'change'>) => {
  if (change === null) return null;
  if (change === 'gone')
    return (
      <Notice kind="error">
        <p>
          メールアドレスを変更するためのURLは使えません。72時間の期限が過ぎたか、すでに使われたか、取り消されています。
        </p>
        <p>変更するときは、ログインして「私の設定」の「個人情報」からもう一度手続きしてください。</p>
      </Notice>
    );
  return (
    <Notice kind="info">
      <p>メールアドレスの変更を続けます。パスワードを入力してログインしてください。</p>
      <p>確認コードは、変更前のメールアドレスに届きます。</p>
    </Notice>
  );
};
