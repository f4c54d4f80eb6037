import type { Block } from '../../platform/pdf/index.ts';
import { type ClaimPaper, codeText, eraMonth } from './claim-paper.ts';
import { type Boxes, emptyBoxes, frame, inBoxes, left, right, rule, say, sayInField } from './paper-parts.pdf.ts';

/** What the upper half of a form is called and stands for. */
export type Head = {
  readonly formId: string;
  readonly title: string;
  readonly subtitle: string;
};

const codeBoxes: Boxes = { x: 62, y: 64, h: 8, pitch: 6, boxes: 10 };
const yearBoxes: Boxes = { x: 74, y: 52, h: 8, pitch: 6, boxes: 2 };
const monthBoxes: Boxes = { x: 96, y: 52, h: 8, pitch: 6, boxes: 2 };
const fieldsTop = 74;
const fieldHeight = 10;
const labelX = 20;
const valueX = 62;

const campaign = '新型コロナウイルスワクチン接種';
const fieldLabels = ['所在地', '名称', '代表者氏名', '電話番号'] as const;

/** Lines, labels and marks that all pages of a paper share: made once a paper. */
export const headFurniture = ({ formId }: Head, { form, venue, month }: ClaimPaper) => [
  say(right, 14.5, `${formId}（${form.version}）`, 9, 'end'),
  ...frame(174, 16.5, 18, 5, 0.2),
  say(183, 20.1, '再現様式', 8, 'center'),
  { kind: 'qr', x: 174, y: 24, size: 18, text: codeText(formId, form.version, venue.code, month) } as const,
  ...emptyBoxes(yearBoxes),
  ...emptyBoxes(monthBoxes),
  ...emptyBoxes(codeBoxes),
  ...fieldLabels.map((_, i) => rule(fieldsTop + fieldHeight * (i + 1))),
];

/** Addressee, title, month and venue, in reading order. */
export const headBlocks = (head: Head, paper: ClaimPaper): Block[] => {
  const { year, month } = eraMonth(paper.month);
  const { venue } = paper;
  const values = [venue.address, venue.name, venue.representative, venue.phone];
  return [
    {
      role: 'H1',
      marks: [
        say(105, 31, campaign, 11, 'center'),
        say(105, 39, head.title, 20, 'center'),
        say(105, 45.5, head.subtitle, 11, 'center'),
      ],
      spoken: `${campaign}　${head.title}　${head.subtitle}　${head.formId} ${paper.form.version} 再現様式`,
    },
    {
      role: 'P',
      marks: [
        say(labelX, 57.5, '請求年月', 11),
        say(valueX, 57.5, '令和', 11),
        inBoxes(yearBoxes, String(year), 14),
        say(88, 57.5, '年', 11),
        inBoxes(monthBoxes, String(month), 14),
        say(110, 57.5, '月分', 11),
      ],
      spoken: `請求年月 令和${year}年${month}月分`,
    },
    {
      role: 'P',
      marks: [say(labelX, 69.5, '保険医療機関コード', 11), inBoxes(codeBoxes, venue.code, 15)],
      spoken: `保険医療機関コード ${venue.code}`,
    },
    ...fieldLabels.map((label, i): Block => {
      const y = fieldsTop + fieldHeight * i;
      const field = { x: valueX, y, w: right - valueX, h: fieldHeight };
      return {
        role: 'P',
        marks: [say(labelX, y + 6.4, label, 11), ...(values[i] ? sayInField(field, values[i]) : [])],
        spoken: `${label} ${values[i] || '空欄'}`,
      };
    }),
  ];
};

/** Top left: to whom it is handed in. */
export const addresseeBlock = (name: string): Block => ({
  role: 'P',
  marks: sayInField({ x: left, y: 17, w: 130, h: 10 }, `${name}　御中`, 14),
});

/** Bottom: which page of how many. */
export const pageBlock = (page: number, pages: number): Block => ({
  role: 'P',
  marks: [say(105, 287.5, `${page}／${pages} ページ`, 10, 'center')],
});
