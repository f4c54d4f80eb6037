import { z } from 'zod';
import { textOrEmpty } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { emailOrEmpty, ids, personKanaOrEmpty, personNameOrEmpty, phoneOrEmpty } from './field-schemas.ts';

const required = (schema: z.ZodType<string>): z.ZodType<string> =>
  z
    .string()
    .pipe(schema as z.ZodType<string, string>)
    .refine((value) => value !== '', '{label}を入力してください。');

const nameHelp = '姓と名の間には、全角スペースを入れてください。半角スペースは全角に直して登録します。';

/** 「医師情報の編集」 (M2.2-2). */
export const doctorForm = form('doctor', {
  name: field(required(personNameOrEmpty()), {
    label: '（医師）氏名（厚労 太郎）',
    required: true,
    size: 24,
    help: nameHelp,
  }),
  kana: field(required(personKanaOrEmpty()), {
    label: '（医師）氏名（こうろう たろう）',
    required: true,
    size: 24,
    help: `ひらがなで入力します。${nameHelp}`,
  }),
  phone: field(phoneOrEmpty(), { label: '電話番号', kind: 'tel', help: 'ハイフンは入れなくてもかまいません。' }),
  email: field(emailOrEmpty(), {
    label: 'メールアドレス',
    kind: 'email',
    maxLength: 254,
    help: 'メールアドレスを登録すると、ワクチン製造販売会社からの情報提供等をメールで受け取ることができます。',
  }),
  makers: field(ids(), { label: '接種可能なワクチン製造販売会社', kind: 'check' }),
  // 「保存＆新規」: an empty form follows.
  _then: field(textOrEmpty(10), { label: '次の画面', kind: 'hidden' }),
});

/** 「一覧から外す」. */
export const removeDoctorForm = form('remove-doctor', {});
