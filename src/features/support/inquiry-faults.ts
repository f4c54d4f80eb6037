import type { InputOf } from '../../kernel/form.ts';
import type { FieldErrors } from '../../kernel/problem.ts';
import type { inquiryForm } from './inquiry.form.ts';
import { belongsTo, type Request, requestDetail } from './inquiry-kinds.ts';
import { parsePersonName } from './person-name.ts';

type Inquiry = InputOf<typeof inquiryForm>;
type FactName = 'personName' | 'personEmail' | 'userName' | 'institutionCode' | 'institutionName' | 'usersNow';

const everyone: readonly FactName[] = ['personName', 'personEmail', 'institutionCode', 'institutionName'];

/** Which fields a 依頼事項 needs (MC-7). */
export const neededFor: Readonly<Record<Request, readonly FactName[]>> = {
  'add-user': [...everyone, 'usersNow'],
  'remove-user': [...everyone, 'userName'],
  'reset-new': [...everyone, 'userName'],
  'reset-answer': [...everyone, 'userName'],
};

const words: Readonly<Record<FactName, string>> = {
  personName: '氏名と、ふりがなを（）の中に入力してください。姓と名の間は空けてください。',
  personEmail: 'メールアドレスを入力してください。',
  userName: 'ユーザ名を入力してください。',
  institutionCode: '医療機関コードを入力してください。',
  institutionName: '医療機関名を入力してください。',
  usersNow: '現在V-SYSを利用している人数を入力してください。',
};

const isMissing = (name: FactName, input: Inquiry, venue: boolean): boolean => {
  if (name === 'institutionCode' && !venue) return false;
  if (name === 'personName') return parsePersonName(input.personName) === null;
  return input[name] === '' || input[name] === null;
};

/** The request that is meant: only the detail of logins has any. */
export const requestOf = ({ detail, request }: Pick<Inquiry, 'detail' | 'request'>): Request | null =>
  detail === requestDetail ? request : null;

/** What is wrong beyond the single fields: the detail of another category, facts that the 依頼事項 needs, nothing said. */
export const inquiryFaults = (input: Inquiry, venue: boolean): FieldErrors => {
  const faults: Record<string, string> = {};
  if (!belongsTo(input.detail, input.category))
    faults.detail = 'お問い合わせ分類に合う、お問い合わせ詳細を選択してください。';
  const request = requestOf(input);
  for (const name of request ? neededFor[request] : []) if (isMissing(name, input, venue)) faults[name] = words[name];
  if (!request && input.body === '') faults.body = '内容を入力してください。';
  return faults;
};
