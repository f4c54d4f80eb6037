import {
  readSheet,
  type Sheet,
  type TableColumn,
  type TableFile,
  type TableFormat,
  tableFile,
} from '../../platform/csv/index.ts';
import { type Claim, type Coupon, couponLabels, coupons, isEmptySheet, type Residence } from './claim.ts';
import { amountOf, type Counts, isBlank, totalOf } from './claim-counts.ts';
import { countLabels, formOf, pricesOf, shownKeys } from './claim-forms.ts';
import { type ImportColumn, importColumns, mostRows } from './claim-import.ts';
import type { PaperVenue } from './claim-paper.ts';

export type FileVenue = Pick<PaperVenue, 'code' | 'name'>;
export type SplitName = (residence: Residence) => { readonly prefecture: string; readonly municipality: string };
type Row = { readonly coupon: Coupon; readonly own: boolean; readonly residence: Residence; readonly counts: Counts };

const rowsOf = (claim: Claim): Row[] =>
  coupons.flatMap((coupon) => {
    const sheet = claim.sheets[coupon];
    if (isEmptySheet(sheet)) return [];
    const own = { coupon, own: true, residence: claim.own, counts: sheet.own };
    return [...(isBlank(sheet.own) ? [] : [own]), ...sheet.others.map((line) => ({ ...line, coupon, own: false }))];
  });

/** What was claimed, as a file; the columns of the import among its own, so that it can come back. */
export const claimTable = (
  format: TableFormat,
  claim: Claim,
  venue: FileVenue,
  split: SplitName,
): Promise<TableFile> => {
  const prices = pricesOf(claim.month);
  const columns: TableColumn<Row>[] = [
    { label: '請求月', cell: () => claim.month },
    { label: '医療機関コード', cell: () => venue.code },
    { label: '医療機関名', cell: () => venue.name },
    { label: 'クーポン', cell: ({ coupon }) => couponLabels[coupon].replace('クーポン', '') },
    { label: '区分', cell: ({ own }) => (own ? '同一市内' : 'それ以外') },
    { label: '市町村コード', cell: ({ residence }) => residence.code },
    { label: '都道府県', cell: ({ residence }) => split(residence).prefecture },
    { label: '市町村', cell: ({ residence }) => split(residence).municipality },
    ...shownKeys(formOf(claim.month)).map((key) => ({
      label: countLabels[key],
      cell: ({ counts }: Row) => counts[key],
    })),
    { label: '合計', cell: ({ counts }) => totalOf(counts) },
    { label: '請求金額（円）', cell: ({ counts }) => amountOf(counts, prices) },
  ];
  return tableFile(format, `請求_${claim.month}_${venue.code}_第${claim.version}版`, columns, rowsOf(claim));
};

const sample: Readonly<Partial<Record<ImportColumn, string | number>>> = {
  クーポン: 'あり',
  市町村コード: '131032',
  都道府県: '東京都',
  市町村: '港区',
  [countLabels.screening]: 0,
  [countLabels.older]: 0,
  [countLabels.younger]: 0,
};

/** The file to fill in for the import. */
export const emptyImport = (format: TableFormat): Promise<TableFile> =>
  tableFile(
    format,
    '請求の取り込み_見本',
    importColumns.map((label) => ({ label, cell: (row: typeof sample) => row[label] ?? null })),
    [sample],
  );

/** The rows of an uploaded file: only 「クーポン」 must be there, and what the download has besides is passed over. */
export const readClaimSheet = (text: string): Sheet<ImportColumn> =>
  readSheet(
    text,
    importColumns.map((label) => ({ key: label, label, optional: label !== 'クーポン' })),
    mostRows,
    { passOver: true },
  );
