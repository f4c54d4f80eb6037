import { check } from '../../kernel/fields.ts';
import type { FieldMeta } from '../../kernel/form.ts';
import { emailOrEmpty, lineOrEmpty, personKanaOrEmpty, personNameOrEmpty, phoneOrEmpty } from './field-schemas.ts';
import type { Duty, VenueField } from './venue-field.ts';

type Column = 'affiliation' | 'name' | 'kana' | 'phone' | 'email';

const contact = (
  duty: Duty,
  column: Column,
  schema: VenueField<string>['schema'],
  meta: FieldMeta,
): VenueField<string> => ({
  schema,
  meta,
  section: duty,
  stored: { table: 'contact', duty, column },
  ...(column === 'email' && { seenByMaker: true }),
});

const nameHelp = '姓と名の間には、全角スペースを入れてください。半角スペースは全角に直して登録します。';
const phoneHelp = '半角数字で入力します。ハイフンは入れなくてもかまいません。全角の数字は半角に直して登録します。';
const mailHelp =
  'ここで入力したメールアドレス宛に、ワクチン製造販売会社からの情報提供が行われます。取り扱うワクチンの製造販売会社は、このアドレスを見ることができます。';

const affiliation = (duty: Duty, label: string, required = false) =>
  contact(duty, 'affiliation', lineOrEmpty(100), { label, required, maxLength: 100, size: 40 });
const name = (duty: Duty, label: string, required = false) =>
  contact(duty, 'name', personNameOrEmpty(), { label, required, size: 24, help: nameHelp });
const phone = (duty: Duty, label: string, required = false) =>
  contact(duty, 'phone', phoneOrEmpty(), { label, required, kind: 'tel', help: phoneHelp });
const email = (duty: Duty, label: string) =>
  contact(duty, 'email', emailOrEmpty(), { label, kind: 'email', maxLength: 254, help: mailHelp });

/** People in charge (M2.1-8-0 to -6). */
export const contactFields = {
  doctorAffiliation: affiliation('doctor', 'ワクチン接種の責任者（医師）の所属先'),
  doctorName: name('doctor', 'ワクチン接種の責任者（医師）氏名（厚労 太郎）', true),
  doctorKana: contact('doctor', 'kana', personKanaOrEmpty(), {
    label: 'ワクチン接種の責任者（医師）氏名（こうろう たろう）',
    required: true,
    size: 24,
    help: `ひらがなで入力します。${nameHelp}`,
  }),
  doctorPhone: phone('doctor', 'ワクチン接種の担当部署の電話番号', true),
  doctorEmail: email('doctor', 'ワクチン接種の担当部署のメールアドレス'),
  doctorEmailDeclined: {
    schema: check(),
    meta: {
      label: 'メールアドレス登録を希望しない',
      kind: 'check',
      hint: 'どうしてもメールアドレスを登録できない場合に、チェックをつけてください。',
    },
    section: 'doctor',
    stored: { table: 'venue', column: 'doctor_email_declined' },
  } as VenueField<boolean>,

  vaccineAffiliation: affiliation('vaccine', 'ワクチンの保管管理の責任者の所属先', true),
  vaccineName: name('vaccine', 'ワクチンの保管管理の責任者氏名（厚労 太郎）', true),
  vaccinePhone: phone('vaccine', 'ワクチンの保管管理の担当部署の電話番号', true),
  vaccineEmail: email('vaccine', 'ワクチンの保管管理の担当部署のメールアドレス'),

  needlesAffiliation: affiliation('needles', '針・シリンジの保管管理の責任者の所属先'),
  needlesName: name('needles', '針・シリンジの保管管理の責任者氏名（厚労 太郎）'),
  needlesPhone: phone('needles', '針・シリンジの保管管理の担当部署の電話番号'),
  needlesEmail: email('needles', '針・シリンジの保管管理の担当部署のメールアドレス'),

  dryIceAffiliation: affiliation('dry_ice', 'ドライアイスの保管管理の責任者の所属先'),
  dryIceName: name('dry_ice', 'ドライアイスの保管管理の責任者氏名（厚労 太郎）'),
  dryIcePhone: phone('dry_ice', 'ドライアイスの保管管理の担当部署の電話番号'),
  dryIceEmail: email('dry_ice', 'ドライアイスの保管管理の担当部署のメールアドレス'),

  holidaysAffiliation: affiliation('holidays', '保管等に関する土日祝日の連絡担当者の所属先'),
  holidaysName: name('holidays', '保管等に関する土日祝日の連絡担当者氏名（厚労 太郎）'),
  holidaysPhone: phone('holidays', '保管等に関する土日祝日の連絡担当者の電話番号'),
  holidaysEmail: email('holidays', '保管等に関する土日祝日の連絡担当者のメールアドレス'),
} as const;
