import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Put together by the program, or of another maker's screen. */
const composed = [
  'ディープフリーザー（-20℃）（台）',
  '【V-SYS】ワクチン等分配確定通知（市町村→医療機関・接種会場）',
  '【V-SYS】卸業者による配送予定日の入力通知',
  'サイト越えトラッキングを防ぐ',
  '…に代わって入力します（代行入力）',
  '残り少数 △',
  '予約受付不可 ×',
  '予約不要 ●',
];

test('every word that an article puts in 「」 is a word of our screens', () => {
  const screens = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('seed'))
    .map((file) => readFileSync(join('src', file), 'utf8'))
    .join('\n');
  const unknown = readdirSync('src/seed/articles').flatMap((file) => {
    const text = readFileSync(join('src/seed/articles', file), 'utf8');
    const words = [...text.matchAll(/「([^「」]+)」/g)].map(([, word = '']) => word);
    return words
      .filter((word) => !composed.includes(word) && !screens.includes(word))
      .map((word) => `${file}: ${word}`);
  });
  expect(unknown).toEqual([]);
});
