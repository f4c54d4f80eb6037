import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form, Notice, Section } from '../../ui/index.ts';
import { DemoAccounts } from './demo-accounts.page.tsx';
import { onlyFieldErrors } from './form-words.ts';
import { loginForm } from './login.form.ts';

export type LoginPage = { readonly to: string; readonly expired: boolean };

/** 「ログイン」 (M1.3-1). */
export const loginPage = ({ to, expired }: LoginPage, screen: Screen): View => {
  const state = onlyFieldErrors(screen.form(loginForm, { to }));
  return {
    title: 'ログイン',
    body: (
      <>
        {expired && (
          <Notice kind="info" live>
            <p>ログインの有効時間が過ぎました。もう一度ログインしてください。</p>
          </Notice>
        )}
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
        </Form>
        <p>
          <a href="/forgotten-password">パスワードをお忘れですか？</a>
        </p>
        {screen.demo && (
          <Section title="デモ用アカウント">
            <DemoAccounts />
          </Section>
        )}
      </>
    ),
  };
};
