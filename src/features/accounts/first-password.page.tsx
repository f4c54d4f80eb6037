import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form, inputId, Notice } from '../../ui/index.ts';
import { onlyFieldErrors } from './form-words.ts';
import { firstPasswordForm } from './password.form.ts';
import { passwordRules, specialCharacters } from './password-rules.ts';

/** 「パスワードを変更する」 at the first login (M1.2-4, M1.2-5). */
export const firstPasswordPage = (_data: unknown, screen: Screen): View => {
  const state = onlyFieldErrors(screen.form(firstPasswordForm));
  return {
    title: 'パスワードを変更する',
    islands: ['password-rules'],
    body: (
      <Form def={firstPasswordForm} state={state} action="/first-login/password" submit="パスワードを変更">
        <FieldRow def={firstPasswordForm} state={state} name="password" />
        <PasswordRules inputId={inputId(firstPasswordForm, 'password')} />
        <FieldRow def={firstPasswordForm} state={state} name="passwordAgain" />
        <AnswerWarning />
        <FieldRow def={firstPasswordForm} state={state} name="question" />
        <FieldRow def={firstPasswordForm} state={state} name="answer" />
      </Form>
    ),
  };
};

/** The rules; the island says at each whether it is met. The rule on the user name is checked by the server. */
const PasswordRules = ({ inputId }: { readonly inputId: string }) => (
  <div data-password-rules={inputId}>
    <p>パスワードの条件</p>
    <ul>
      {passwordRules.map(({ id, label }) => (
        <li key={id} data-rule={id}>
          {label}
          <span data-state />
        </li>
      ))}
    </ul>
    <p>
      特殊文字：<code>{specialCharacters}</code>
    </p>
  </div>
);

/** Wherever question and answer are set (M1.2-4). */
const AnswerWarning = () => (
  <Notice kind="warning" title="セキュリティの質問の回答は、絶対に忘れないでください">
    <p>
      回答を忘れると、パスワードを忘れたときに、ご自身でパスワードを再設定できません。そのときは
      <a href="/forgotten-password" target="_blank" rel="noopener">
        お問合せ先（新しいタブで開きます）
      </a>
      に連絡してください。
    </p>
  </Notice>
);
