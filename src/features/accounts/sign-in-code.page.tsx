import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form } from '../../ui/index.ts';
import { resendCodeForm, signInCodeForm } from './code.form.ts';
import { ResendCode, SentAgain } from './code-fields.page.tsx';
import { onlyFieldErrors } from './form-words.ts';

/** 「メール確認コード入力」 (M1.3-3). */
export const signInCodePage = ({ sent }: { readonly sent: boolean }, screen: Screen): View => {
  const state = onlyFieldErrors(screen.form(signInCodeForm));
  return {
    title: 'メール確認コード入力',
    body: (
      <>
        {sent && <SentAgain />}
        <p>登録されているメールアドレスに確認コードを送信しました。10分以内に入力してください。</p>
        <Form def={signInCodeForm} state={state} action="/login/code" submit="検証" guard={false}>
          <FieldRow def={signInCodeForm} state={state} name="code" />
        </Form>
        <ResendCode def={resendCodeForm} screen={screen} action="/login/code/resend" />
        <p>
          <a href="/login">ログインをやり直す</a>
        </p>
      </>
    ),
  };
};
