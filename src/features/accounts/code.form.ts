import { z } from 'zod';
import { field, form } from '../../kernel/form.ts';
import { foldCode } from './codes.ts';

const code = field(
  z
    .string('{label}を1つだけ入力してください。')
    .transform(foldCode)
    .refine((value) => value !== '', '{label}を入力してください。')
    .refine((value) => value === '' || /^\d{6}$/.test(value), '{label}は6桁の数字で入力してください。'),
  { label: '確認コード', kind: 'code', required: true, hint: 'メールに書かれた6桁の数字です。' },
);
const token = field(z.string().catch(''), { label: '', kind: 'hidden' });

/** 「メール確認コード入力」 (M1.3-3). */
export const signInCodeForm = form('sign-in-code', { code });
/** 「IDを検証」 (MH-3). */
export const mailChangeCodeForm = form('mail-change-code', { code });
/** 「メール確認コード入力」 of a forgotten password (MH-2). */
export const resetCodeForm = form('reset-code', { code });

/** 「本人確認」: of the authenticator app, or a recovery code. */
export const secondCodeForm = form('second-code', {
  code: field(
    z
      .string('{label}を1つだけ入力してください。')
      .refine((value) => foldCode(value) !== '', '{label}を入力してください。')
      .refine((value) => value.length <= 50, '{label}は6桁の数字か、回復コードを入力してください。'),
    {
      label: '確認コード',
      required: true,
      autocomplete: 'one-time-code',
      size: 16,
      hint: '認証アプリに表示されている6桁の数字、または控えておいた回復コードです。',
    },
  ),
});

export const resendCodeForm = form('resend-code', {});

/** 「ログインユーザ初期設定」 (M1.2-3); the token is that of the invitation. */
export const firstCodeForm = form('first-code', { code, token });
export const resendFirstCodeForm = form('resend-first-code', { token });
