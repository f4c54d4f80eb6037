import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form, inputId, Notice } from '../../ui/index.ts';
import { onlyFieldErrors } from './form-words.ts';
import { newPasswordForm } from './password.form.ts';
import { passwordMonths } from './password-age.ts';
import { PasswordRules } from './password-parts.page.tsx';

/** 「パスワードを変更する」 with the new password only. */
const newPasswordPage =
  (action: string, lead?: string) =>
  (_data: unknown, screen: Screen): View => {
    const state = onlyFieldErrors(screen.form(newPasswordForm));
    return {
      title: 'パスワードを変更する',
      islands: ['password-rules'],
      body: (
        <>
          {lead && (
            <Notice kind="warning">
              <p>{lead}</p>
            </Notice>
          )}
          <Form def={newPasswordForm} state={state} action={action} submit="パスワードを変更">
            <FieldRow def={newPasswordForm} state={state} name="password" />
            <PasswordRules inputId={inputId(newPasswordForm, 'password')} former />
            <FieldRow def={newPasswordForm} state={state} name="passwordAgain" />
          </Form>
        </>
      ),
    };
  };

/** After a forgotten password (MH-2). */
export const resetPasswordPage = newPasswordPage('/reset-password/new');

/** After three months (M1.2-9). */
export const expiredPasswordPage = newPasswordPage(
  '/login/password',
  `パスワードの有効期限（${passwordMonths}か月）が過ぎました。新しいパスワードに変更してください。`,
);
