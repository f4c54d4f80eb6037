import { type Block, fitText, type Mark, millimetres, type Paper } from '../../platform/pdf/index.ts';
import type { TransferPaper } from './transfer-paper.ts';

const left = 20;
const right = 190;
const valueX = 80;
const top = 84;
const rowHeight = 12;

const say = (x: number, y: number, text: string, size: number, align?: 'center' | 'end'): Mark => ({
  kind: 'text',
  x,
  y,
  text,
  size,
  ...(align && { align }),
});
const line = (x1: number, y1: number, x2: number, y2: number): Mark => ({ kind: 'line', x1, y1, x2, y2, width: 0.3 });

/** Text in a line of the table: shrinks, takes a second line, is never cut. */
const inRow = (y: number, text: string): Mark[] => {
  const { lines, size } = fitText(text, right - valueX - 4, 12, 8);
  const step = millimetres(size) * 1.15;
  return lines.map((part, i) => say(valueX + 2, y + 7.6 + (i - (lines.length - 1) / 2) * step, part, size));
};

const rowBlock = ({ label, value }: TransferPaper['rows'][number], i: number): Block => {
  const y = top + i * rowHeight;
  return {
    role: 'P',
    marks: [say(left + 2, y + 7.6, label, 11), ...inRow(y, value)],
    spoken: `${label} ${value || '空欄'}`,
  };
};

const frame = (rows: number): Block => {
  const bottom = top + rows * rowHeight;
  return {
    role: 'Artifact',
    marks: [
      ...Array.from({ length: rows + 1 }, (_, i) => line(left, top + i * rowHeight, right, top + i * rowHeight)),
      ...[left, valueX, right].map((x) => line(x, top, x, bottom)),
    ],
  };
};

/** 「情報連携シート」: one page that travels with the vials. */
export const transferPaperPages = (paper: TransferPaper): Paper => ({
  title: '情報連携シート',
  subject: paper.number,
  sheets: [
    [
      { role: 'H1', marks: [say(105, 32, '新型コロナウイルスワクチン 情報連携シート', 18, 'center')] },
      { role: 'P', marks: [say(right, 42, `番号 ${paper.number}　印刷 ${paper.printedAt}`, 9, 'end')] },
      { role: 'P', marks: [say(left, 56, `移送元：${paper.giver}`, 12)] },
      { role: 'P', marks: [say(left, 66, `移送先：${paper.receiver}`, 12)] },
      { role: 'P', marks: [say(left, 77, 'ワクチンと一緒に移送先へお渡しください。', 10)] },
      ...paper.rows.map(rowBlock),
      frame(paper.rows.length),
    ],
  ],
});
