import { z } from 'zod';
import { check, choice, choiceOrEmpty, idOrEmpty, wholeNumberOrEmpty } from '../../kernel/fields.ts';
import { parsePostalCode } from '../areas/index.ts';
import { contactFields } from './contact-fields.ts';
import { lineOrEmpty, linesOrEmpty, nameWithKana, phoneOrEmpty, placesOrEmpty, urlOrEmpty } from './field-schemas.ts';
import { inDirectory, inVenue, type VenueField } from './venue-field.ts';
import { facilityClasses } from './venues.ts';

const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const admissionNames = { anyone: '一般向け：誰でも来られる', limited: '一般不可：特定の人のみ' } as const;
export const explanationNames = { wanted: '求める', not_wanted: '求めない' } as const;
const delegationNames = { yes: '要', no: '不要' } as const;

const postalCode = (): z.ZodType<string> =>
  z
    .string()
    .refine(
      (typed) => typed.trim() === '' || parsePostalCode(typed) !== null,
      '{label}は「000-0000」の形で、7桁の数字を入力してください。',
    )
    .transform((typed) => parsePostalCode(typed) ?? '');

const freezers = (temperature: string) => ({
  label: `ディープフリーザー（${temperature}）（台）`,
  kind: 'number' as const,
  size: 5,
  help: '国・自治体から配布されたものも含めた台数を入力します。冷凍保存が必要なワクチンを取り扱う場合で、ディープフリーザー（-75℃）の台数が0の医療機関には、ドライアイスが定期配送されます。',
});
const publicHelp = '入力した情報は、「コロナワクチンナビ」で公開されます。';
const phoneHelp = 'ハイフンは入れなくてもかまいません。';

const info = { directory: inDirectory({ section: 'info' }), venue: inVenue({ section: 'info' }) };
const reception = { directory: inDirectory({ section: 'reception' }), venue: inVenue({ section: 'reception' }) };
const navi = inDirectory({ section: 'navi' });

/**
 * Every field of a venue, declared once: label (letter for letter), kind, required, help, approval, public, section,
 * and where it is kept. Pages, form, in-place editing, the diff of a 申請, validation and CSV come from it.
 */
export const venueFields = {
  facilityClass: info.directory('facility_class', choiceOrEmpty(['institution', 'special_site']), {
    label: '施設分類',
    kind: 'choice',
    required: true,
    options: optionsOf(facilityClasses),
  }),
  fax: info.venue('fax', phoneOrEmpty(), { label: 'ファクシミリ', kind: 'tel', help: phoneHelp }),
  homepage: info.directory('homepage', urlOrEmpty(), {
    label: 'ホームページ',
    kind: 'url',
    public: true,
    help: `自院のホームページのURLを入力します。${publicHelp}`,
  }),
  freezers75: info.venue('freezers_75', wholeNumberOrEmpty({ max: 999 }), freezers('-75℃')),
  freezers20: info.venue('freezers_20', wholeNumberOrEmpty({ max: 999 }), freezers('-20℃')),
  parking: info.directory('parking_spaces', placesOrEmpty(), {
    label: '駐車場（例：10台）',
    kind: 'number',
    public: true,
    help: `駐車可能な台数を数字で入力します。${publicHelp}`,
  }),
  deliveryName: info.venue('delivery_name', lineOrEmpty(100), {
    label: '納入先施設名',
    approval: true,
    size: 40,
    maxLength: 100,
    help: 'ワクチン等の納入先施設名を入力します。',
  }),
  deliverySame: info.venue('delivery_same_address', check(), {
    label: '納入先住所は医療機関住所と同じ',
    kind: 'check',
    approval: true,
  }),
  deliveryPostalCode: info.venue('delivery_postal_code', postalCode(), {
    label: '納入先郵便番号（登録情報）',
    approval: true,
    size: 10,
  }),
  deliveryAddress: info.venue('delivery_address', lineOrEmpty(200), {
    label: '納入先住所（登録情報）',
    approval: true,
    maxLength: 200,
  }),

  name: reception.directory('name', lineOrEmpty(100), {
    label: '医療機関・接種会場名',
    required: true,
    approval: true,
    public: true,
    size: 40,
    maxLength: 100,
  }),
  postalCode: reception.directory('postal_code', postalCode(), {
    label: '郵便番号(000-0000)',
    approval: true,
    public: true,
    size: 10,
  }),
  town: reception.directory('town', lineOrEmpty(200), {
    label: '町名',
    approval: true,
    public: true,
    size: 48,
    maxLength: 200,
    help: '市町村名に続けて、町名、番地、建物名を入力します。',
  }),
  phone: reception.directory('phone', phoneOrEmpty(), {
    label: '電話番号',
    kind: 'tel',
    approval: true,
    public: true,
    help: phoneHelp,
  }),
  representativeName: reception.venue('representative_name', lineOrEmpty(100), {
    label: '代表者名',
    approval: true,
    size: 24,
    maxLength: 100,
    help: '請求総括書・市区町村別請求書に印刷されます。',
  }),
  bookingDelegated: reception.venue('booking_delegated', choice(['yes', 'no']), {
    label: '代行入力フラグ',
    kind: 'choice',
    required: true,
    options: optionsOf(delegationNames),
    help: '予約受付業者にV-SYSの予約受付機能を利用して予約を委託する場合は、「要」を選択します。',
  }),
  vendorId: reception.venue('vendor_id', idOrEmpty(), {
    label: '予約受付業者',
    kind: 'choice',
    hint: '「代行入力フラグ」が「要」のときに選択します。',
  }),

  detailedExplanation: inVenue({ section: 'handled' })(
    'detailed_explanation',
    choiceOrEmpty(['wanted', 'not_wanted']),
    {
      label: 'メーカーによる詳細説明の要否',
      kind: 'choice',
      options: optionsOf(explanationNames),
      help: 'ワクチン製造販売会社からワクチンの納入ごとに説明を求めるかどうかを選択します。詳細説明が不要になった場合は、「求めない」を選択してください。',
    },
  ),

  ...contactFields,

  bookingPhone: navi('booking_phone', phoneOrEmpty(), {
    label: '予約受付の電話番号',
    kind: 'tel',
    approval: true,
    public: true,
    help: `接種予約を受け付ける電話番号を入力します。${phoneHelp}`,
  }),
  bookingUrl: navi('booking_url', urlOrEmpty(), {
    label: '予約受付サイトURL',
    kind: 'url',
    approval: true,
    public: true,
    help: 'Webで接種予約を受け付ける場合に、予約を受け付けるホームページのURLを入力します。',
  }),
  bookingByPhone: navi('booking_by_phone', check(), { label: '予約可否（電話番号）', kind: 'check', public: true }),
  bookingByWeb: navi('booking_by_web', check(), { label: '予約可否（Web）', kind: 'check', public: true }),
  receptionHours: navi('reception_hours', lineOrEmpty(200), {
    label: '受付時間',
    public: true,
    size: 40,
    maxLength: 200,
    hint: '例：月〜金 9:00〜17:00',
  }),
  generalAdmission: navi('general_admission', choiceOrEmpty(['anyone', 'limited']), {
    label: '一般受入',
    kind: 'choice',
    approval: true,
    public: true,
    options: optionsOf(admissionNames),
    help: '一般の方向けに接種の受付を実施している場合、「一般向け：誰でも来られる」を選択します。企業内診療所等、一般の方向けに接種の受付を実施していない場合、「一般不可：特定の人のみ」を選択します。',
  }),
  hidden: navi('hidden', check(), {
    label: 'コロナワクチンナビ非表示（ワクチン配送施設等の場合等）',
    kind: 'check',
    hint: 'チェックをつけると、コロナワクチンナビに公開しません。',
  }),
  kana: navi('kana', nameWithKana(), {
    label: '医療機関・接種会場名（ふりがな）',
    approval: true,
    public: true,
    maxLength: 200,
    help: '「正式名称（ふりがな）」の形で入力します。例：港区病院（みなとくびょういん）',
  }),
  englishName: navi('english_name', lineOrEmpty(200), {
    label: '医療機関・接種会場名（英語）',
    approval: true,
    public: true,
    maxLength: 200,
  }),
  notice: navi('notice', linesOrEmpty(1000), {
    label: '医療機関・接種会場からのお知らせ',
    kind: 'textarea',
    public: true,
    maxLength: 1000,
    help: '予約者にお知らせしたいことを入力します。例：詳細はホームページをご覧ください。',
  }),
  noticeEasy: navi('notice_easy', linesOrEmpty(1000), {
    label: '医療機関・接種会場からのお知らせ（やさしい日本語）',
    kind: 'textarea',
    public: true,
    maxLength: 1000,
    help: '平易な日本語で書き、漢字には（）で読み仮名をつけてください。例：詳細（しょうさい）はホームページを見（み）てください。',
  }),
  noticeEnglish: navi('notice_english', linesOrEmpty(1000), {
    label: '医療機関・接種会場からのお知らせ（英語）',
    kind: 'textarea',
    public: true,
    maxLength: 1000,
  }),
} as const;

export type VenueFieldName = keyof typeof venueFields;
type ValueOf<F> = F extends VenueField<infer T> ? T : never;
/** What a venue's fields hold; 取扱ワクチン stands beside them. */
export type VenueValues = { readonly [K in VenueFieldName]: ValueOf<(typeof venueFields)[K]> };

export const venueFieldNames = Object.keys(venueFields) as VenueFieldName[];
export const fieldDeclared = (name: VenueFieldName): VenueField => venueFields[name] as VenueField;
export const fieldsIn = (section: VenueField['section']): VenueFieldName[] =>
  venueFieldNames.filter((name) => fieldDeclared(name).section === section);
