import type { Screen, View } from '../../platform/http/index.ts';
import { Button, FieldRow, Form, Section } from '../../ui/index.ts';
import { resendCodeForm, secondCodeForm } from './code.form.ts';
import { onlyFieldErrors } from './form-words.ts';
import { PasskeyLogin } from './passkey-login.page.tsx';

export type SecondPage = { readonly totp: boolean; readonly passkeys: number; readonly challenge: string };

/** 「本人確認」: who has a passkey or an authenticator app is not asked for a mailed code, but may be. */
export const secondPage = ({ totp, passkeys, challenge }: SecondPage, screen: Screen): View => {
  const state = onlyFieldErrors(screen.form(secondCodeForm));
  return {
    title: '本人確認',
    islands: ['passkey'],
    body: (
      <>
        {passkeys > 0 && <PasskeyLogin screen={screen} challenge={challenge} />}
        {totp && (
          <Form def={secondCodeForm} state={state} action="/login/second" submit="検証" guard={false}>
            <FieldRow def={secondCodeForm} state={state} name="code" />
          </Form>
        )}
        <Section title="ほかの方法">
          <Form def={resendCodeForm} state={screen.form(resendCodeForm)} action="/login/second/mail" guard={false}>
            <Button variant="text" icon="mail">
              メールで確認コードを受け取る
            </Button>
          </Form>
          <p>
            <a href="/login">ログインをやり直す</a>
          </p>
        </Section>
      </>
    ),
  };
};
