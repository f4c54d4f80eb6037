import { expect, test } from 'vitest';
import { missingIn, runsOf } from './faces.ts';
import { fitText } from './text-width.ts';

test('each character is printed by the first face that has it; none is lost', () => {
  expect(runsOf('𠮷田髙﨑')).toEqual([
    { face: 1, text: '𠮷' },
    { face: 0, text: '田髙﨑' },
  ]);
  expect(missingIn('医療法人社団𠮷田会　髙﨑内科')).toEqual([]);
});

test('a variation selector stays with its character; a character that no face has is shown as 〓', () => {
  expect(runsOf('葛\u{E0100}飾')).toEqual([{ face: 0, text: '葛\u{E0100}飾' }]);
  expect(missingIn('葛\u{E0100}飾')).toEqual([]);
  expect(
    runsOf('\u{2EBEF}\u{F8FF}')
      .map(({ text }) => text)
      .join(''),
  ).toContain('〓');
  expect(missingIn('内\u{F8FF}科')).toEqual(['\u{F8FF}']);
});

test('a long name shrinks, then takes two lines, and is never cut', () => {
  expect(fitText('芝公園病院', 130, 12, 9)).toEqual({ lines: ['芝公園病院'], size: 12 });
  const name = '独立行政法人地域医療機能推進機構'.repeat(4).slice(0, 60);
  const { lines, size } = fitText(name, 130, 12, 9);
  expect(lines.join('')).toBe(name);
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line.length * size * 0.3528).toBeLessThanOrEqual(130.1);
});
