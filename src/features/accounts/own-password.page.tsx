import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form, inputId } from '../../ui/index.ts';
import { onlyFieldErrors } from './form-words.ts';
import { ownPasswordForm } from './password.form.ts';
import { AnswerWarning, PasswordRules } from './password-parts.page.tsx';
import { settingsCrumbs } from './settings.page.tsx';

/** 「私のパスワード変更」 (MH-1). */
export const ownPasswordPage = (_data: unknown, screen: Screen): View => {
  const state = onlyFieldErrors(screen.form(ownPasswordForm));
  return {
    title: '私のパスワード変更',
    breadcrumbs: settingsCrumbs({ label: '私のパスワード変更' }),
    islands: ['password-rules'],
    body: (
      <Form def={ownPasswordForm} state={state} action="/settings/password" submit="保存">
        <FieldRow def={ownPasswordForm} state={state} name="current" />
        <FieldRow def={ownPasswordForm} state={state} name="password" />
        <PasswordRules inputId={inputId(ownPasswordForm, 'password')} former />
        <FieldRow def={ownPasswordForm} state={state} name="passwordAgain" />
        <AnswerWarning />
        <FieldRow def={ownPasswordForm} state={state} name="question" />
        <FieldRow def={ownPasswordForm} state={state} name="answer" />
      </Form>
    ),
  };
};
