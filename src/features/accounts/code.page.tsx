import type { FormDef } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form } from '../../ui/index.ts';
import { mailChangeCodeForm, resendCodeForm, resetCodeForm, signInCodeForm } from './code.form.ts';
import { ResendCode, SentAgain } from './code-fields.page.tsx';
import { onlyFieldErrors } from './form-words.ts';

type CodePage = { readonly sent: boolean };
type Asked<D extends FormDef> = {
  readonly title: string;
  readonly def: D;
  readonly action: string;
  readonly lead: string;
  readonly restart: { readonly href: string; readonly label: string };
};

/** A page that asks for a mailed code: 「確認コード」, 「検証」, and another mail. */
const codePage =
  ({ title, def, action, lead, restart }: Asked<typeof signInCodeForm>) =>
  ({ sent }: CodePage, screen: Screen): View => {
    const state = onlyFieldErrors(screen.form(def));
    return {
      title,
      body: (
        <>
          {sent && <SentAgain />}
          <p>{lead}10分以内に入力してください。</p>
          <Form def={def} state={state} action={action} submit="検証" guard={false}>
            <FieldRow def={def} state={state} name="code" />
          </Form>
          <ResendCode def={resendCodeForm} screen={screen} action={`${action}/resend`} />
          <p>
            <a href={restart.href}>{restart.label}</a>
          </p>
        </>
      ),
    };
  };

const again = { href: '/login', label: 'ログインをやり直す' };

/** 「メール確認コード入力」 (M1.3-3). */
export const signInCodePage = codePage({
  title: 'メール確認コード入力',
  def: signInCodeForm,
  action: '/login/code',
  lead: '登録されているメールアドレスに確認コードを送信しました。',
  restart: again,
});

/** 「IDを検証」 (MH-3). */
export const verifyIdPage = codePage({
  title: 'IDを検証',
  def: mailChangeCodeForm,
  action: '/login/verify-id',
  lead: 'メールアドレスを変更するため、変更前のメールアドレスに、もう1通の確認コードを送信しました。',
  restart: again,
});

/** 「メール確認コード入力」 of a forgotten password (MH-2). */
export const resetCodePage = codePage({
  title: 'メール確認コード入力',
  def: resetCodeForm,
  action: '/reset-password/code',
  lead: '登録されているメールアドレスに確認コードを送信しました。',
  restart: { href: '/forgotten-password', label: 'パスワードの再設定をやり直す' },
});
