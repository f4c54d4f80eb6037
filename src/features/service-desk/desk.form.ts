import { z } from 'zod';
import { emailAddress, id, text, textOrEmpty } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';

/** The お問い合わせ for which the desk acts, if there is one (MC-7). */
const ticket = field(
  z
    .string()
    .regex(/^(|[1-9]\d{0,14})$/)
    .transform((typed) => (typed === '' ? null : Number(typed))),
  { label: 'お問い合わせ', kind: 'hidden' },
);

/** ユーザ追加申請 (MC-3). */
export const addUserForm = form('add-user', {
  orgId: field(id(), {
    label: '医療機関・組織',
    kind: 'lookup',
    required: true,
    hint: '名称または医療機関コードで検索してください。',
  }),
  familyName: field(text(40), { label: '姓', required: true, size: 12 }),
  givenName: field(text(40), { label: '名', required: true, size: 12 }),
  email: field(emailAddress(), { label: 'メールアドレス', kind: 'email', required: true }),
  phone: field(textOrEmpty(30), { label: '電話番号', kind: 'tel' }),
  ticket,
});

/** ユーザ削除申請 (MC-4). */
export const removeUserForm = form('remove-user', { ticket });
export const unlockUserForm = form('unlock-user', { ticket });

/** パスワード初期化（ログイン未）申請 (MC-5): the address can be corrected, so that the mail arrives this time. */
export const reinviteForm = form('reinvite-user', {
  email: field(emailAddress(), {
    label: 'メールアドレス',
    kind: 'email',
    required: true,
    hint: '登録されたアドレスが間違っていたときは、正しいアドレスに直してください。',
  }),
  ticket,
});

/** パスワード初期化（秘密の質問忘れ）申請 (MC-6). */
export const resetForm = form('reset-user', { ticket });

export const resendMailForm = form('resend-mail', {});
export const suspendMailForm = form('suspend-mail', {});
