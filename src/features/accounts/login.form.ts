import { z } from 'zod';
import { field, form } from '../../kernel/form.ts';
import { localPath } from './local-path.ts';
import { maximumLength } from './password-rules.ts';
import { foldUserName } from './user-names.ts';

const typed = z.string('{label}を1つだけ入力してください。');

const userNameTyped = typed
  .transform(foldUserName)
  .refine((value) => value !== '', '{label}を入力してください。')
  .refine((value) => [...value].length <= 100, '{label}は100文字以内で入力してください。')
  .refine((value) => !/[\p{Cc}\p{Cs}]/u.test(value), '{label}に使えない文字が含まれています。');

/** 「ログイン」 (M1.3-1). */
export const loginForm = form('login', {
  userName: field(userNameTyped, {
    label: 'ユーザ名',
    hint: '「xxxxx@v.sys」の形の名前です。はじめてログインするときに届いたメールに書かれています。',
    required: true,
    autocomplete: 'username',
    size: 28,
  }),
  password: field(
    typed
      .refine((value) => value !== '', '{label}を入力してください。')
      .refine((value) => [...value].length <= maximumLength, `{label}は${maximumLength}文字以内で入力してください。`),
    { label: 'パスワード', kind: 'password', required: true, autocomplete: 'current-password' },
  ),
  /** The page asked for before the login. */
  to: field(
    z
      .string()
      .catch('')
      .transform((to) => localPath(to)),
    { label: '', kind: 'hidden' },
  ),
  /** From the mail that completes a change of the mail address (MH-3). */
  mail: field(z.string().catch(''), { label: '', kind: 'hidden' }),
});

/** 「パスキーでログイン」: what the passkey answered. */
export const passkeyForm = form('passkey-login', {
  assertion: field(z.string().catch(''), { label: '', kind: 'hidden' }),
  to: field(
    z
      .string()
      .catch('')
      .transform((to) => localPath(to)),
    { label: '', kind: 'hidden' },
  ),
});

/** The user name of a forgotten password (MH-2). */
export const forgottenForm = form('forgotten-password', {
  userName: field(userNameTyped, { label: 'ユーザ名', required: true, autocomplete: 'username', size: 28 }),
});

/** 「ログアウト」 sends nothing but itself. */
export const logoutForm = form('logout', {});
