import { z } from 'zod';
import { emailAddress, text, textOrEmpty } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';

/** 「携帯電話を登録」 (M1.3-5) has one answer. */
export const phonePageForm = form('phone-page', {});

/** 「個人情報」 (MH-3). */
export const personalForm = form('personal', {
  email: field(emailAddress(), { label: 'メール', kind: 'email', required: true, autocomplete: 'email' }),
  phone: field(
    textOrEmpty(30).refine(
      (value) => value === '' || /^\+?[\d()\-\s]{9,20}$/.test(value.normalize('NFKC')),
      '{label}は数字とハイフンで入力してください。',
    ),
    {
      label: '電話番号',
      kind: 'tel',
      autocomplete: 'tel',
      hint: 'サービスデスクがお問合せに回答するときに使います。ハイフンはなくても構いません。',
    },
  ),
});
export const takeBackChangeForm = form('take-back-mail-change', {});

const current = field(z.string().max(1000), {
  label: '現在のパスワード',
  kind: 'password',
  required: true,
  autocomplete: 'current-password',
});

/** 「認証アプリを設定する」 and 「認証アプリの設定を解除する」. */
export const setUpAppForm = form('set-up-app', { current });
export const confirmAppForm = form('confirm-app', {
  code: field(text(20), {
    label: '確認コード',
    kind: 'code',
    required: true,
    hint: '認証アプリに表示された6桁の数字です。',
  }),
});
export const removeAppForm = form('remove-app', {});

/** 「パスキーを追加する」. */
export const addPasskeyForm = form('add-passkey', {
  name: field(text(40), {
    label: 'パスキーの名前',
    required: true,
    size: 24,
    hint: 'どの端末のものか分かる名前です（例：受付のパソコン）。',
  }),
  passkeyCurrent: current,
  answer: field(z.string().catch(''), { label: '', kind: 'hidden' }),
});
export const removePasskeyForm = form('remove-passkey', {});

/** 「ログイン中の端末」: ends one or all. */
export const endSessionForm = form('end-session', {});
export const keepSessionForm = form('keep-session', {});
export const discardKeptForm = form('discard-kept-form', {});
