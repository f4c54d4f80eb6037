import type { Block, Sheet } from '../../platform/pdf/index.ts';
import { allOf, type Coupon, couponClasses, isEmptySheet, othersOf } from './claim.ts';
import { amountOf, type Counts, noCounts, totalOf } from './claim-counts.ts';
import { countLabels, sheetForms, shownKeys } from './claim-forms.ts';
import { type ClaimPaper, federationName } from './claim-paper.ts';
import { addresseeBlock, type Head, headBlocks, headFurniture, pageBlock } from './paper-head.pdf.ts';
import { furniture, left, say } from './paper-parts.pdf.ts';
import { type Columns, headingBlock, type PaperRow, rowBlock, rowFurniture } from './paper-rows.pdf.ts';

const columns: Columns = {
  labelX: 20,
  priceX: 88,
  count: { x: 94, pitch: 4.2, boxes: 9 },
  amount: { x: 136, pitch: 4.3, boxes: 13 },
};
const top = 130;
const step = 9.6;

/** クーポン券なし is class 1, as the forms count. */
const inFormOrder: readonly Coupon[] = ['without', 'with'];
const className: Readonly<Record<Coupon, string>> = { without: 'クーポン券なし', with: 'クーポン券あり' };

/** 請求総括書, 様式4-5-3: all municipalities together, own residents included or not. */
export const summarySheet = (paper: ClaimPaper): Sheet => {
  const includesOwn = paper.output === 'summary-all';
  const head: Head = {
    formId: sheetForms.summary.id,
    title: sheetForms.summary.title,
    subtitle: `（同一市内にお住まいの方分を${includesOwn ? '含む' : '含まない'}）`,
  };
  const rows = rowsOf(paper, includesOwn);
  return [
    furniture([
      ...headFurniture(head, paper),
      ...rows.flatMap((row, i) => rowFurniture(columns, top + step * i, row.sum)),
    ]),
    addresseeBlock(federationName(paper.venue.prefectureName)),
    ...headBlocks(head, paper),
    countsBlock(paper, includesOwn),
    headingBlock(columns, top - 2.5, '被接種者区分・種別'),
    ...rows.map((row, i) => rowBlock(columns, top + step * i, row)),
    pageBlock(1, 1),
  ];
};

/** How many 市区町村別請求書 lie under it. */
const countsBlock = ({ sheets }: ClaimPaper, includesOwn: boolean): Block => {
  const pages = inFormOrder.map((coupon) => {
    const { others } = sheets[coupon];
    return `${className[coupon]} ${isEmptySheet(sheets[coupon]) ? 0 : others.length + (includesOwn ? 1 : 0)}枚`;
  });
  return { role: 'P', marks: [say(left + 2, 121, `添付する市区町村別請求書：${pages.join('、')}`, 10)] };
};

const rowsOf = ({ sheets, prices, form }: ClaimPaper, includesOwn: boolean): PaperRow[] => {
  const countsOf = (coupon: Coupon): Counts => (includesOwn ? allOf(sheets[coupon]) : othersOf(sheets[coupon]));
  const groups = inFormOrder.flatMap((coupon): PaperRow[] => {
    const counts = countsOf(coupon);
    return [
      ...shownKeys(form).map((key) => ({
        label: `${couponClasses[coupon]}　${countLabels[key]}`,
        price: prices[key],
        count: counts[key],
        amount: counts[key] === null ? null : amountOf({ ...noCounts, [key]: counts[key] }, prices),
      })),
      {
        label: `${couponClasses[coupon]}　${className[coupon]}　小計`,
        price: null,
        count: totalOf(counts) ?? 0,
        amount: amountOf(counts, prices),
        sum: true,
      },
    ];
  });
  const all = inFormOrder.map(countsOf);
  return [
    ...groups,
    {
      label: '合計',
      price: null,
      count: all.reduce((sum, counts) => sum + (totalOf(counts) ?? 0), 0),
      amount: all.reduce((sum, counts) => sum + amountOf(counts, prices), 0),
      sum: true,
    },
  ];
};
