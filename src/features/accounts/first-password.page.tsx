import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form, inputId } from '../../ui/index.ts';
import { onlyFieldErrors } from './form-words.ts';
import { firstPasswordForm } from './password.form.ts';
import { AnswerWarning, PasswordRules } from './password-parts.page.tsx';

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
