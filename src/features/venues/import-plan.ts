import type { z } from 'zod';
import { emailAddress } from '../../kernel/fields.ts';
import { faultText } from '../../kernel/form.ts';
import { lookUpPostalCode, municipalityByCode, parsePostalCode } from '../areas/index.ts';
import { lineOrEmpty, phoneOrEmpty, toHiragana } from './field-schemas.ts';
import { type ExportKey, exportColumns } from './import-columns.ts';
import { handledOf } from './venue-cells.ts';
import { hasCheckDigit, parseVenueCode } from './venue-code.ts';
import type { HandledChoice } from './venue-values.ts';
import { facilityClasses } from './venues.ts';

/** What the reception system says about a venue. */
export type ImportedVenue = {
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly postalCode: string;
  readonly municipalityCode: string;
  readonly town: string;
  readonly phone: string;
  readonly representativeName: string;
  readonly facilityClass: 'institution' | 'special_site' | null;
  readonly smallFacility: boolean;
  readonly handled: readonly HandledChoice[];
};
export type Registered = ImportedVenue & { readonly id: number; readonly hasUsers: boolean };
type FirstUser = { readonly familyName: string; readonly givenName: string; readonly email: string };

export type PlannedVenue = {
  readonly line: number;
  readonly action: 'create' | 'update' | 'same';
  readonly venue: ImportedVenue;
  readonly former: Registered | null;
  readonly invite: FirstUser | null;
  /** What differs, for people and for the history. */
  readonly changed: readonly (keyof ImportedVenue)[];
  readonly warning?: string;
};
type Fault = { readonly line: number; readonly column: string; readonly message: string };
export type ImportPlan = { readonly rows: readonly PlannedVenue[]; readonly faults: readonly Fault[] };
export type PlanCounts = {
  readonly create: number;
  readonly update: number;
  readonly same: number;
  readonly invite: number;
};

type Row = { readonly line: number; readonly cells: Readonly<Record<ExportKey, string>>; readonly missing: number };
type Known = {
  readonly registered: ReadonlyMap<string, Registered>;
  /** Vaccine ids by the names people write. */
  readonly vaccines: ReadonlyMap<string, number>;
};

const labelOf = (key: ExportKey): string => exportColumns.find((column) => column.key === key)?.label ?? '';
const line100 = lineOrEmpty(100);
const line200 = lineOrEmpty(200);
const phone = phoneOrEmpty();
const email = emailAddress();
const keyOf = <V extends string>(names: Readonly<Record<V, string>>, text: string): V | undefined =>
  (Object.keys(names) as V[]).find((key) => names[key] === text);

/** Reads one line; its faults go into the list. */
const readRow = (
  { line, cells, missing }: Row,
  { registered, vaccines }: Known,
  faults: Fault[],
): PlannedVenue | null => {
  const before = faults.length;
  const fault = (key: ExportKey, message: string): void => {
    faults.push({ line, column: labelOf(key), message });
  };
  const checked = (key: ExportKey, schema: z.ZodType<string>): string => {
    const result = schema.safeParse(cells[key]);
    if (result.success) return result.data;
    fault(key, faultText(result.error, labelOf(key)));
    return '';
  };
  if (missing !== 0) {
    faults.push({
      line,
      column: '—',
      message:
        missing > 0
          ? '列が足りません。ファイルが途中で切れていないか確認してください。'
          : '列が多すぎます。「,」を含む値は「"」で囲んでください。',
    });
    return null;
  }
  const code = parseVenueCode(cells.code);
  if (code === null) fault('code', '保険医療機関コードは10桁の数字で入力してください。');
  const former = registered.get(code ?? '') ?? null;
  const kept = <T>(cell: string, value: T, old: T | undefined): T => (cell === '' && old !== undefined ? old : value);

  const name = checked('name', line100);
  if (cells.name === '') fault('name', '医療機関・接種会場名を入力してください。');
  const kana = toHiragana(checked('kana', line200));
  if (!/^[ぁ-ゖー・　 ]*$/.test(kana)) fault('kana', 'ふりがなはひらがなで入力してください。');
  const municipality = municipalityByCode(cells.municipalityCode.normalize('NFKC'));
  if (!municipality) fault('municipalityCode', 'この市町村コードは見つかりません。6桁のコードを確認してください。');
  else if (former && former.municipalityCode !== municipality.code)
    fault(
      'municipalityCode',
      `登録済みの市町村（${municipalityByCode(former.municipalityCode)?.name ?? ''}）と異なります。`,
    );
  const postalCode = cells.postalCode === '' ? '' : (parsePostalCode(cells.postalCode) ?? '');
  if (cells.postalCode !== '' && lookUpPostalCode(postalCode).length === 0)
    fault('postalCode', 'この郵便番号は見つかりません。');
  const facilityClass = keyOf(facilityClasses, cells.facilityClass) ?? null;
  if (cells.facilityClass !== '' && facilityClass === null)
    fault('facilityClass', '「医療機関」または「特設の接種会場」と入力してください。');
  if (!['', 'はい', 'いいえ'].includes(cells.smallFacility))
    fault('smallFacility', '「はい」または「いいえ」と入力してください。');
  const handled = handledOf(cells.handled, vaccines);
  if (handled === null) fault('handled', '「ファイザー:基本型」の形で入力してください（複数は「/」で区切ります）。');
  if (!former && cells.handled === '') fault('handled', '新しく登録する施設では、取扱ワクチンを入力してください。');

  const user = [cells.familyName, cells.givenName, cells.userEmail];
  const some = user.some((text) => text !== '');
  const invited = {
    familyName: checked('familyName', line100),
    givenName: checked('givenName', line100),
    email: some ? checked('userEmail', email) : '',
  };
  if (some && user.some((text) => text === ''))
    fault('userEmail', '担当者の姓・名・メールアドレスは、3つとも入力してください。');

  const venue: ImportedVenue = {
    code: code ?? '',
    name,
    kana: kept(cells.kana, kana, former?.kana),
    postalCode: kept(cells.postalCode, postalCode, former?.postalCode),
    municipalityCode: municipality?.code ?? '',
    town: kept(cells.town, checked('town', line200), former?.town),
    phone: kept(cells.phone, checked('phone', phone), former?.phone),
    representativeName: kept(
      cells.representativeName,
      checked('representativeName', line100),
      former?.representativeName,
    ),
    facilityClass: kept(cells.facilityClass, facilityClass, former?.facilityClass),
    smallFacility: kept(cells.smallFacility, cells.smallFacility === 'はい', former?.smallFacility),
    handled: kept(cells.handled, handled ?? [], former?.handled),
  };
  if (faults.length > before) return null;
  const changed = former
    ? (Object.keys(venue) as (keyof ImportedVenue)[]).filter(
        (key) => JSON.stringify(venue[key]) !== JSON.stringify(former[key]),
      )
    : [];
  return {
    line,
    action: former ? (changed.length > 0 ? 'update' : 'same') : 'create',
    venue,
    former,
    invite: some && !former?.hasUsers ? invited : null,
    changed,
    ...(code && !hasCheckDigit(code) && { warning: 'コードの検査数字が合いません（取り込みはできます）。' }),
  };
};

/** What an export would do to what is registered: all faults by row and column, else every row with its action. */
export const planImport = (rows: readonly Row[], known: Known): ImportPlan => {
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  const planned: PlannedVenue[] = [];
  for (const row of rows) {
    const one = readRow(row, known, faults);
    if (!one) continue;
    const first = seen.get(one.venue.code);
    if (first !== undefined)
      faults.push({
        line: row.line,
        column: labelOf('code'),
        message: `${first}行目と同じコードです。1行にしてください。`,
      });
    else seen.set(one.venue.code, row.line);
    planned.push(one);
  }
  return { rows: planned, faults };
};

export const countPlan = ({ rows }: ImportPlan): PlanCounts => {
  const count = (action: PlannedVenue['action']) => rows.filter((row) => row.action === action).length;
  return {
    create: count('create'),
    update: count('update'),
    same: count('same'),
    invite: rows.filter(({ invite }) => invite !== null).length,
  };
};
