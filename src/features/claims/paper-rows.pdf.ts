import type { Block, Mark } from '../../platform/pdf/index.ts';
import { type Boxes, emptyBoxes, inBoxes, rule, say } from './paper-parts.pdf.ts';

/** One line of a form's table: what, at which price, how many, how much. */
export type PaperRow = {
  readonly label: string;
  readonly price: number | null;
  /** null: not entered, the boxes stay empty. */
  readonly count: number | null;
  readonly amount: number | null;
  /** Sums stand out. */
  readonly sum?: boolean;
};

/** Where the columns of a table stand. */
export type Columns = {
  readonly labelX: number;
  readonly priceX: number;
  readonly count: Omit<Boxes, 'y' | 'h'>;
  readonly amount: Omit<Boxes, 'y' | 'h'>;
};

const boxHeight = 8;
const digits = 14;

const at = (boxes: Omit<Boxes, 'y' | 'h'>, y: number): Boxes => ({ ...boxes, y, h: boxHeight });
const middle = (boxes: Omit<Boxes, 'y' | 'h'>): number => boxes.x + (boxes.pitch * boxes.boxes) / 2;

/** The headings of a table. */
export const headingBlock = ({ labelX, priceX, count, amount }: Columns, y: number, first: string): Block => ({
  role: 'P',
  marks: [
    say(labelX, y, first, 10),
    say(priceX, y, '単価（税込・円）', 10, 'end'),
    say(middle(count), y, '件数', 10, 'center'),
    say(middle(amount), y, '金額（円）', 10, 'center'),
  ],
});

/** The empty boxes of a line. */
export const rowFurniture = ({ labelX, count, amount }: Columns, y: number, sum = false): Mark[] => [
  ...emptyBoxes(at(count, y)),
  ...emptyBoxes(at(amount, y)),
  rule(y + boxHeight + 0.8, labelX, sum),
];

const yen = (n: number): string => `${n.toLocaleString('ja-JP')}円`;

/** A line with its numbers. */
export const rowBlock = ({ labelX, priceX, count, amount }: Columns, y: number, row: PaperRow): Block => ({
  role: 'P',
  marks: [
    say(labelX, y + 5.6, row.label, row.sum ? 12 : 11),
    ...(row.price === null ? [] : [say(priceX, y + 5.6, row.price.toLocaleString('ja-JP'), 11, 'end')]),
    ...(row.count === null ? [] : [inBoxes(at(count, y), String(row.count), digits)]),
    ...(row.amount === null ? [] : [inBoxes(at(amount, y), String(row.amount), digits)]),
  ],
  spoken: [
    row.label,
    ...(row.price === null ? [] : [`単価${yen(row.price)}`]),
    `件数${row.count === null ? '空欄' : row.count.toLocaleString('ja-JP')}`,
    `金額${row.amount === null ? '空欄' : yen(row.amount)}`,
  ].join(' '),
});
