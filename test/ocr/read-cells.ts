import { join } from 'node:path';
import { drawPaper } from '../../src/platform/pdf/draw-paper.ts';
import type { Mark, Sheet } from '../../src/platform/pdf/sheet.ts';
import { dotsOf, inFolder, type Picture, rasterise, run, writePgm } from './tools.ts';

/** A cell of a form: the digits that should stand in it, and its picture without ruling lines. */
export type Cell = { readonly text: string; readonly picture: Picture };
type Boxed = Extract<Mark, { kind: 'boxed' }>;

/** What is cut out of the middle of each box, in mm: all of the narrowest box but its lines. */
const wide = 3.4;
const [above, below] = [5.2, 1.3];

const boxedMarks = (sheet: Sheet): Boxed[] =>
  sheet.flatMap(({ marks }) => marks.filter((mark): mark is Boxed => mark.kind === 'boxed'));

/** The filled cells of a page: each box is cut out between its lines, the boxes of a cell put side by side. */
export const cellsOf = (page: Picture, sheet: Sheet): Cell[] =>
  boxedMarks(sheet).map((mark) => ({ text: mark.text, picture: cut(page, mark) }));

const cut = (page: Picture, { x, y, pitch, text }: Boxed): Picture => {
  const [width, height] = [dotsOf(wide), dotsOf(above + below)];
  const dots = new Uint8Array(width * text.length * height).fill(255);
  for (let box = 0; box < text.length; box += 1)
    for (let row = 0; row < height; row += 1) {
      const from = (dotsOf(y - above) + row) * page.width + dotsOf(x + pitch * (box + 0.5) - wide / 2);
      dots.set(page.dots.subarray(from, from + width), row * width * text.length + box * width);
    }
  return { width: width * text.length, height, dots };
};

const perCall = 100;
/** Lines far apart: close together, some would be taken for one. */
const [margin, step] = [40, 200];

/** Stands before every cell, printed the same way: a line of print begins with it, because a lone 7 is taken for a stroke. */
const lead = '88';

const drawLead = async (): Promise<Picture> => {
  const mark: Boxed = { kind: 'boxed', x: 20, y: 20, text: lead, size: 14, pitch: 4.2 };
  const parts: Uint8Array[] = [];
  await drawPaper({ title: 'lead', sheets: [[{ role: 'P', marks: [mark] }]] }, (part) => parts.push(part));
  const [page] = rasterise(Buffer.concat(parts));
  if (!page) throw new Error('the lead was not drawn');
  return cut(page, mark);
};

const beside = (a: Picture, b: Picture): Picture => {
  const width = a.width + b.width;
  const dots = new Uint8Array(width * a.height);
  for (let row = 0; row < a.height; row += 1) {
    dots.set(a.dots.subarray(row * a.width, (row + 1) * a.width), row * width);
    dots.set(b.dots.subarray(row * b.width, (row + 1) * b.width), row * width + a.width);
  }
  return { width, height: a.height, dots };
};

/** Reads the digits of many cells, one line each, in as few calls as can be. */
export const readCells = async (filled: readonly Cell[]): Promise<string[]> => {
  const first = await drawLead();
  const cells = filled.map(({ text, picture }) => ({ text, picture: beside(first, picture) }));
  const texts: string[] = [];
  for (let at = 0; at < cells.length; at += perCall) texts.push(...readSome(cells.slice(at, at + perCall)));
  return texts.map((text) => (text.startsWith(lead) ? text.slice(lead.length) : `?${text}`));
};

const readSome = (cells: readonly Cell[]): string[] =>
  inFolder((dir) => {
    const width = Math.max(...cells.map(({ picture }) => picture.width)) + 2 * margin;
    const height = cells.length * step + 2 * margin;
    const dots = new Uint8Array(width * height).fill(255);
    cells.forEach(({ picture }, i) => {
      for (let row = 0; row < picture.height; row += 1) {
        const to = (margin + i * step + row) * width + margin;
        dots.set(picture.dots.subarray(row * picture.width, (row + 1) * picture.width), to);
      }
    });
    const file = join(dir, 'cells.pgm');
    writePgm(file, { width, height, dots });
    const out = run('tesseract', [
      file,
      '-',
      '--dpi',
      '300',
      '--psm',
      '6',
      '-l',
      'eng',
      '-c',
      'tessedit_char_whitelist=0123456789',
      'tsv',
    ]);
    return byLine(out, cells.length);
  });

/** Words of tesseract's table → the text of each line by its height on the sheet. */
const byLine = (tsv: string, count: number): string[] => {
  const lines = Array.from({ length: count }, () => [] as { left: number; text: string }[]);
  for (const row of tsv.split('\n').slice(1)) {
    const cells = row.split('\t');
    const [left, top, height, text] = [Number(cells[6]), Number(cells[7]), Number(cells[9]), (cells[11] ?? '').trim()];
    if (cells[0] !== '5' || text === '') continue;
    lines[Math.floor((top + height / 2 - margin + (step - 77) / 2) / step)]?.push({ left, text });
  }
  return lines.map((words) =>
    words
      .sort((a, b) => a.left - b.left)
      .map(({ text }) => text)
      .join(''),
  );
};
