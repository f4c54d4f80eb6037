import { couponLabels } from '../../src/features/claims/claim.ts';
import type { Counts } from '../../src/features/claims/claim-counts.ts';
import { formOf, pricesOf } from '../../src/features/claims/claim-forms.ts';
import { type OutputName, outputNames, outputOf } from '../../src/features/claims/claim-outputs.ts';
import { claimPaperPages } from '../../src/features/claims/claim-paper.pdf.ts';
import type { ClaimPaper } from '../../src/features/claims/claim-paper.ts';
import type { Month } from '../../src/kernel/calendar.ts';
import { drawPaper } from '../../src/platform/pdf/draw-paper.ts';
import { type Cell, cellsOf, readCells } from './read-cells.ts';
import { dotsOf, type Picture, rasterise } from './tools.ts';

/** The same numbers for the same seed. */
const dice = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const names = [
  '東京都渋谷区',
  '愛知県西尾市',
  '北海道札幌市',
  '大阪府大阪市',
  '沖縄県八重山郡与那国町',
  '京都府京都市',
];
const codes = ['131130', '232131', '011002', '271004', '473821', '261009'];

/** A claim as it comes: of either edition, with small and large numbers, with blanks. */
const randomPaper = (seed: number): ClaimPaper => {
  const below = dice(seed * 7919 + 1);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const number = (): number | null => (below(4) === 0 ? null : below(pick([2, 10, 100, 1_000, 10_000, 100_000])));
  const month = pick(['2021-04', '2021-05', '2021-12', '2022-01', '2022-11', '2023-03'] as const) as Month;
  const form = formOf(month);
  const counts = (): Counts => {
    const [screening, older, younger] = [number(), number() ?? 7, number()];
    const extra = form.attributes.length > 0;
    return {
      screening,
      older,
      younger,
      overtime: extra ? below((older ?? 0) / 2 + 1) : null,
      holiday: extra ? below((older ?? 0) / 2 + 1) : null,
    };
  };
  const sheet = () => ({
    own: counts(),
    others: Array.from({ length: below(3) + 1 }, (_, i) => ({
      residence: { code: codes[i] ?? '', name: names[i] ?? '' },
      counts: counts(),
    })),
  });
  const output: OutputName = pick(outputNames);
  return {
    output,
    title: outputOf(output)?.title ?? couponLabels.with,
    month,
    form,
    prices: pricesOf(month),
    venue: {
      code: String(10 ** 9 + below(9) * 10 ** 8 + below(10 ** 8)).padStart(10, '0'),
      name: pick(['芝公園病院', '医療法人社団𠮷田会　髙﨑内科', '葛\u{E0100}飾クリニック']),
      address: '東京都港区芝公園4-2-8',
      representative: pick(['', '港　太郎']),
      phone: '03-5472-1234',
      prefectureName: '東京都',
    },
    own: { code: '131032', name: '東京都港区' },
    sheets: { with: sheet(), without: sheet() },
    ownDirect: false,
  };
};

/** Without the program's own sums: what the last amount of a 請求総括書 must be. */
const plainAmount = ({ sheets, form, output }: ClaimPaper): number => {
  const yen = { screening: 1694, older: 2277, younger: 3003, overtime: 803, holiday: 2343 } as const;
  let amount = 0;
  for (const { own, others } of [sheets.with, sheets.without])
    for (const counts of [...(output === 'summary-all' ? [own] : []), ...others.map((line) => line.counts)])
      for (const key of [...form.columns, ...form.attributes]) amount += (counts[key] ?? 0) * yen[key];
  return amount;
};

const pdfOf = async (paper: ClaimPaper): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  await drawPaper(claimPaperPages(paper), (part) => parts.push(part));
  return Buffer.concat(parts);
};

/** Are the four squares where they must be, so that nothing was scaled or moved? */
const hasCorners = (page: Picture): boolean =>
  [
    [11, 11],
    [199, 11],
    [11, 286],
    [199, 286],
  ].every(([x = 0, y = 0]) => {
    const black = (mm: number) => page.dots[dotsOf(y) * page.width + dotsOf(x + mm)] ?? 255;
    return black(0) < 40 && black(1.7) < 40 && black(-1.7) < 40 && black(2.4) > 200 && black(-2.4) > 200;
  });

export type Outcome = { readonly cells: number; readonly mistakes: string[] };

/** Draws, prints and reads claims; every cell must come back as it was, and the amount as plain arithmetic has it. */
export const readBack = async (seeds: readonly number[]): Promise<Outcome> => {
  const cells: (Cell & { readonly where: string })[] = [];
  const mistakes: string[] = [];
  for (const seed of seeds) {
    const paper = randomPaper(seed);
    const pages = rasterise(await pdfOf(paper));
    const sheets = [...claimPaperPages(paper).sheets];
    if (pages.length !== sheets.length)
      mistakes.push(`claim ${seed}: ${pages.length} pages instead of ${sheets.length}`);
    pages.forEach((page, i) => {
      if (!hasCorners(page)) mistakes.push(`claim ${seed} page ${i + 1}: the corner marks are not in place`);
      const sheet = sheets[i];
      if (sheet) cells.push(...cellsOf(page, sheet).map((cell) => ({ ...cell, where: `claim ${seed} page ${i + 1}` })));
    });
    if (paper.output.startsWith('summary') && cells.at(-1)?.text !== String(plainAmount(paper)))
      mistakes.push(`claim ${seed}: amount ${cells.at(-1)?.text} instead of ${plainAmount(paper)}`);
  }
  (await readCells(cells)).forEach((read, i) => {
    const cell = cells[i];
    if (cell && read !== cell.text) mistakes.push(`${cell.where}: 「${cell.text}」 was read as 「${read}」`);
  });
  return { cells: cells.length, mistakes };
};
