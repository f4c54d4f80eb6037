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
export const resendCodeForm = form('resend-code', {});

/** 「ログインユーザ初期設定」 (M1.2-3); the token is that of the invitation. */
export const firstCodeForm = form('first-code', { code, token });
export const resendFirstCodeForm = form('resend-first-code', { token });
