import { blankSheet, type Coupon, coupons, type Residence, type Sheet } from './claim.ts';
import { type Counts, hasTooManyAttributes, isBlank, maxCount, noCounts } from './claim-counts.ts';
import { type ClaimForm, type CountKey, countKeys, countLabels, shownKeys } from './claim-forms.ts';

/** A line of a file that can be taken over, and one that cannot, by the file's own line number. */
export type ProposedLine = {
  readonly row: number;
  readonly coupon: Coupon;
  readonly residence: Residence;
  readonly counts: Counts;
};
type Fault = { readonly row: number; readonly text: string };
export type Proposed = { readonly lines: readonly ProposedLine[]; readonly faults: readonly Fault[] };

/** The columns of the file, as the download has them; others are passed over. */
export const importColumns = ['クーポン', '市町村コード', '都道府県', '市町村', ...Object.values(countLabels)] as const;

export type ImportColumn = (typeof importColumns)[number];

export const mostRows = 4_000;

/** The texts of a line under the columns it has, and its number in the file. */
type Cells = Readonly<Partial<Record<ImportColumn, string>>>;
type Row = { readonly line: number; readonly cells: Cells };
type Find = (code: string, prefecture: string, name: string) => Residence | null;

const fold = (text: string | undefined): string => (text ?? '').normalize('NFKC').trim();

/** Lines of a file → what may be taken over; every line is either taken or said to be wrong, none goes lost. */
export const readImport = (rows: readonly Row[], form: ClaimForm, find: Find): Proposed => {
  const lines: ProposedLine[] = [];
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  for (const { line: row, cells } of rows) {
    const read = readLine(cells, row, form, find);
    if (read === null) continue;
    const text = typeof read === 'string' ? read : twice(read, seen);
    if (text !== null) faults.push({ row, text });
    else if (typeof read !== 'string') lines.push(read);
  }
  return { lines, faults };
};

const twice = ({ row, coupon, residence }: ProposedLine, seen: Map<string, number>): string | null => {
  const key = `${coupon} ${residence.code}`;
  const earlier = seen.get(key);
  seen.set(key, earlier ?? row);
  return earlier === undefined ? null : `${residence.name}は${earlier}行目にもあります。1行にまとめてください。`;
};

const readLine = (cells: Cells, row: number, form: ClaimForm, find: Find): ProposedLine | string | null => {
  if (Object.values(cells).every((cell) => fold(cell) === '')) return null;
  const coupon = couponOf(fold(cells.クーポン));
  if (!coupon) return '「クーポン」は「あり」または「なし」にしてください。';
  const code = fold(cells.市町村コード);
  const residence = find(
    code === '' ? '' : code.padStart(code.length < 6 ? 5 : 6, '0'),
    fold(cells.都道府県),
    fold(cells.市町村),
  );
  if (!residence) return '市町村が見つかりません。合併などで変わっていないか確認してください。';
  const counts: Record<CountKey, number | null> = { ...noCounts };
  for (const key of countKeys) {
    const typed = fold(cells[countLabels[key]]).replaceAll(',', '');
    if (typed === '') continue;
    if (!/^\d+$/.test(typed) || Number(typed) > maxCount)
      return `「${countLabels[key]}」は0〜99,999の整数にしてください。`;
    if (!shownKeys(form).includes(key) && Number(typed) > 0)
      return `この請求月の様式に「${countLabels[key]}」の欄はありません。`;
    if (shownKeys(form).includes(key)) counts[key] = Number(typed);
  }
  if (isBlank(counts)) return '接種回数が入っていません。';
  if (hasTooManyAttributes(counts)) return '時間外と休日をあわせた回数は、合計以下にしてください。';
  return { row, coupon, residence, counts };
};

const couponOf = (text: string): Coupon | null =>
  /^(あり|有|有り|クーポンあり|with|2)$/.test(text)
    ? 'with'
    : /^(なし|無|無し|クーポンなし|without|1)$/.test(text)
      ? 'without'
      : null;

/** The tables as they would be with the file's counts; a table the file says nothing of stays as it is. */
export const proposedSheets = (
  { lines }: Proposed,
  own: Residence,
  former: Readonly<Record<Coupon, Sheet>> | null,
): Readonly<Record<Coupon, Sheet>> => {
  const sheetOf = (coupon: Coupon): Sheet => {
    const mine = lines.filter((line) => line.coupon === coupon);
    if (mine.length === 0) return former?.[coupon] ?? blankSheet;
    return {
      own: mine.find(({ residence }) => residence.code === own.code)?.counts ?? noCounts,
      others: mine
        .filter(({ residence }) => residence.code !== own.code)
        .map(({ residence, counts }) => ({ residence, counts })),
    };
  };
  return { with: sheetOf('with'), without: sheetOf('without') };
};

export const proposedCoupons = ({ lines }: Proposed): Coupon[] =>
  coupons.filter((coupon) => lines.some((line) => line.coupon === coupon));
