import { z } from 'zod';
import { choice } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { maximumLength, passwordFault } from './password-rules.ts';
import { foldAnswer, securityQuestionKeys, securityQuestions } from './security-questions.ts';

const typed = z.string('{label}を1つだけ入力してください。');
const present = typed
  .refine((value) => value !== '', '{label}を入力してください。')
  .refine((value) => [...value].length <= maximumLength, `{label}は${maximumLength}文字以内で入力してください。`);

/** A password that keeps the rules; the user name is known to the server only. */
const newPassword = present.superRefine((value, check) => {
  const fault = value === '' || [...value].length > maximumLength ? null : passwordFault(value);
  if (fault) check.addIssue({ code: 'custom', message: fault });
});

const answer = typed
  .refine((value) => foldAnswer(value) !== '', '{label}を入力してください。')
  .refine((value) => [...value].length <= 100, '{label}は100文字以内で入力してください。');

const password = field(newPassword, {
  label: '新しいパスワード',
  kind: 'password',
  required: true,
  autocomplete: 'new-password',
});
const passwordAgain = field(present, {
  label: '新しいパスワードの確認',
  kind: 'password',
  required: true,
  autocomplete: 'new-password',
  hint: '「新しいパスワード」と同じものを入力してください。',
});
const security = {
  question: field(choice(securityQuestionKeys), {
    label: 'セキュリティの質問',
    kind: 'choice',
    required: true,
    options: securityQuestions,
  }),
  answer: field(answer, { label: '回答', required: true, autocomplete: 'off', size: 36 }),
};

/** 「パスワードを変更する」 at the first login (M1.2-4). */
export const firstPasswordForm = form('first-password', { password, passwordAgain, ...security });

/** 「パスワードを変更する」 after a forgotten password (MH-2) and for one that ran out (M1.2-9). */
export const newPasswordForm = form('new-password', { password, passwordAgain });

/** 「私のパスワード変更」 (MH-1). */
export const ownPasswordForm = form('own-password', {
  current: field(present, {
    label: '現在のパスワード',
    kind: 'password',
    required: true,
    autocomplete: 'current-password',
  }),
  password,
  passwordAgain,
  ...security,
});

/** 「セキュリティの質問への回答」 (MH-2); the token is that of the mail's URL. */
export const answerForm = form('security-answer', {
  answer: security.answer,
  token: field(z.string().catch(''), { label: '', kind: 'hidden' }),
});
