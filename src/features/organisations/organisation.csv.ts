import type { SheetRow } from '../../platform/csv/index.ts';
import type { OrganisationRecord } from './organisations.ts';
import { kindNames, officeCode } from './organisations.ts';

/** The columns of the CSV, as the page documents them. */
export const csvColumns = [
  { key: 'kind', label: '種別', note: '都道府県、市町村、製薬メーカー、卸業者、予約受付業者のどれか。必須' },
  { key: 'code', label: 'コード', note: '都道府県は2桁、市町村は6桁のコード。都道府県・市町村では必須、ほかでは空' },
  { key: 'name', label: '名称', note: '都道府県・市町村では空でもよい（コードの名称になる）。ほかでは必須' },
  { key: 'phone', label: '電話番号', note: '任意' },
  { key: 'email', label: '代表メールアドレス', note: '任意' },
  { key: 'familyName', label: '担当者の姓', note: '招待する利用者。任意（姓・名・メールアドレスは3つとも入力）' },
  { key: 'givenName', label: '担当者の名', note: '同上' },
  { key: 'userEmail', label: '担当者のメールアドレス', note: '同上。この組織に同じアドレスの利用者がいれば招待しない' },
] as const;
export type CsvKey = (typeof csvColumns)[number]['key'];
export type CsvRow = SheetRow<CsvKey>;

export const maxCsvRows = 5_000;

/** An organisation in the form in which it can be read in again. */
export const csvRow = (one: OrganisationRecord): Readonly<Record<CsvKey, string>> => ({
  kind: kindNames[one.kind],
  code: officeCode(one),
  name: one.name,
  phone: one.phone,
  email: one.email,
  familyName: '',
  givenName: '',
  userEmail: '',
});
