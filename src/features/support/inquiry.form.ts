import { choice, choiceOrEmpty, emailAddress, lines, textOrEmpty, wholeNumberOrEmpty } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { categories, details, requests } from './inquiry-kinds.ts';

export const bodyLength = 2000;

const phoneOrEmpty = textOrEmpty(30).refine(
  (typed) => typed === '' || /^[0-9()+]{9,15}$/.test(typed.normalize('NFKC').replace(/[-‐−ー\s]/g, '')),
  '{label}は10桁または11桁の数字で入力してください（ハイフンはなくてもかまいません）。',
);
const phone = phoneOrEmpty.refine((typed) => typed !== '', '{label}を入力してください。');
const emailOrEmpty = textOrEmpty(254).refine(
  (typed) => typed === '' || emailAddress().safeParse(typed).success,
  '{label}は「名前@ドメイン」の形で入力してください。',
);

/** What MC-3 to MC-6 need; which of them, the 依頼事項 says. */
const requestFields = {
  personName: field(textOrEmpty(100), {
    label: '氏名 漢字（ふりがな）',
    size: 32,
    hint: '例：厚生 太郎（こうせい たろう）',
  }),
  personEmail: field(emailOrEmpty, { label: 'メールアドレス', kind: 'email', size: 32 }),
  userName: field(textOrEmpty(100), { label: 'ユーザ名', size: 24, hint: '例：aaaaa@v.sys' }),
  institutionCode: field(textOrEmpty(20), { label: '医療機関コード', size: 12 }),
  institutionName: field(textOrEmpty(100), { label: '医療機関名', size: 32 }),
  usersNow: field(wholeNumberOrEmpty({ max: 9999 }), {
    label: '自医療機関で、現在V-SYSを利用している人数',
    kind: 'number',
    unit: '人',
    size: 6,
  }),
};

/** 「お問い合わせ作成」 (MC-2, MC-7). */
export const inquiryForm = form('inquiry', {
  phone: field(phone, {
    label: '電話番号',
    kind: 'tel',
    required: true,
    autocomplete: 'tel',
    size: 20,
    hint: '連絡がつく番号を入力してください。ハイフンはなくてもかまいません。',
  }),
  category: field(choice(categories.map(({ value }) => value)), {
    label: 'お問い合わせ分類',
    kind: 'choice',
    required: true,
    options: categories,
  }),
  detail: field(choice(details.map(({ value }) => value)), {
    label: 'お問い合わせ詳細',
    kind: 'choice',
    required: true,
    options: details,
  }),
  request: field(choiceOrEmpty(requests.map(({ value }) => value)), {
    label: '依頼事項',
    kind: 'choice',
    options: [{ value: '', label: '申請ではありません（質問・相談）' }, ...requests],
  }),
  ...requestFields,
  body: field(lines(bodyLength), { label: '内容', kind: 'textarea', maxLength: bodyLength }),
});

/** What the desk enters for someone who wrote or called (MC-7): as much as was said. */
export const enterForm = form('enter-ticket', {
  channel: field(choice(['mail', 'phone']), {
    label: '受付方法',
    kind: 'radio',
    required: true,
    options: [
      { value: 'mail', label: 'メール' },
      { value: 'phone', label: '電話' },
    ],
  }),
  request: field(choiceOrEmpty(requests.map(({ value }) => value)), {
    label: '依頼事項（メールの件名）',
    kind: 'choice',
    options: [{ value: '', label: '申請以外のお問い合わせ' }, ...requests],
  }),
  ...requestFields,
  personEmail: field(emailAddress(), {
    label: 'メールアドレス',
    kind: 'email',
    required: true,
    size: 32,
    hint: '受付の連絡と回答を送る宛先です。',
  }),
  institutionCode: field(textOrEmpty(20), {
    label: '医療機関コード',
    size: 12,
    hint: '記載がないときは空欄のままにしてください。受付のメールで確認をお願いします。',
  }),
  phone: field(phoneOrEmpty, { label: '電話番号', kind: 'tel', size: 20 }),
  body: field(lines(bodyLength), { label: '内容', kind: 'textarea', maxLength: bodyLength }),
});
