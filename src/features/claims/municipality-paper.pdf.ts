import type { Block, Sheet } from '../../platform/pdf/index.ts';
import { type Coupon, couponClasses } from './claim.ts';
import { amountOf, type Counts, noCounts, totalOf } from './claim-counts.ts';
import { countLabels, sheetForms, shownKeys } from './claim-forms.ts';
import { type ClaimPaper, federationName, pagesOf } from './claim-paper.ts';
import { addresseeBlock, type Head, headBlocks, headFurniture, pageBlock } from './paper-head.pdf.ts';
import { type Boxes, emptyBoxes, furniture, inBoxes, right, say, sayInField } from './paper-parts.pdf.ts';
import { type Columns, headingBlock, type PaperRow, rowBlock, rowFurniture } from './paper-rows.pdf.ts';

const columns: Columns = {
  labelX: 20,
  priceX: 88,
  count: { x: 96, pitch: 5.4, boxes: 6 },
  amount: { x: 136, pitch: 5.4, boxes: 10 },
};
const top = 160;
const step = 11;
const placeBoxes: Boxes = { x: 62, y: 124, h: 8, pitch: 6, boxes: 6 };
const classBoxes: Boxes = { x: 62, y: 136, h: 8, pitch: 6, boxes: 1 };
const className: Readonly<Record<Coupon, string>> = { without: '1 クーポン券なし', with: '2 クーポン券あり' };

/** 市区町村別請求書, 様式4-5: one page a municipality, the own one first. */
export function* municipalitySheets(paper: ClaimPaper, coupon: Coupon): Generator<Sheet> {
  const head: Head = {
    formId: sheetForms.claim.id,
    title: sheetForms.claim.title,
    subtitle: `（${coupon === 'with' ? 'クーポンあり' : 'クーポンなし'}分）`,
  };
  const rows = shownKeys(paper.form).length + 1;
  const shared = furniture([
    ...headFurniture(head, paper),
    ...emptyBoxes(placeBoxes),
    ...emptyBoxes(classBoxes),
    ...Array.from({ length: rows }, (_, i) => rowFurniture(columns, top + step * i)).flat(),
  ]);
  const ofVenue = headBlocks(head, paper);
  const classBlock: Block = {
    role: 'P',
    marks: [
      say(20, 141.5, '被接種者区分', 11),
      inBoxes(classBoxes, couponClasses[coupon], 14),
      say(72, 141.5, `（${className.without}、${className.with}）`, 10),
    ],
    spoken: `被接種者区分 ${className[coupon]}`,
  };
  const heading = headingBlock(columns, top - 3, '種別');
  const federation = addresseeBlock(federationName(paper.venue.prefectureName));
  const pages = pagesOf(paper);
  for (const [i, { residence, sheet, own }] of pages.entries()) {
    if (!residence || !sheet) continue;
    yield [
      shared,
      own && paper.ownDirect ? addresseeBlock(residence.name) : federation,
      ...ofVenue,
      {
        role: 'P',
        marks: [
          say(20, 129.5, '請求先市区町村', 11),
          inBoxes(placeBoxes, residence.code, 14),
          ...sayInField({ x: 102, y: 123, w: right - 102, h: 10 }, residence.name),
        ],
        spoken: `請求先市区町村 ${residence.name} ${residence.code}`,
      },
      classBlock,
      heading,
      ...rowsOf(sheet.own, paper).map((row, at) => rowBlock(columns, top + step * at, row)),
      pageBlock(i + 1, pages.length),
    ];
  }
}

const rowsOf = (counts: Counts, { form, prices }: ClaimPaper): PaperRow[] => [
  ...shownKeys(form).map((key) => ({
    label: countLabels[key],
    price: prices[key],
    count: counts[key],
    amount: counts[key] === null ? null : amountOf({ ...noCounts, [key]: counts[key] }, prices),
  })),
  { label: '合計', price: null, count: totalOf(counts) ?? 0, amount: amountOf(counts, prices), sum: true },
];
