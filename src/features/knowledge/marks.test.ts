import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt, markWords } from './marks.ts';

const shown = (text: string, words: string[]): string =>
  markWords(text, words)
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('');

test('marks stand around what was searched, however it is written', () => {
  expect(shown('パスワードを忘れた', ['ぱすわーど'])).toBe('[パスワード]を忘れた');
  expect(shown('ﾊﾟｽﾜｰﾄﾞとログイン', ['ぱすわーど', 'ろぐいん'])).toBe('[ﾊﾟｽﾜｰﾄﾞ]と[ログイン]');
  expect(shown('㍿V-SYS', ['式会'])).toBe('[㍿]V-SYS');
  expect(shown('何もない', [])).toBe('何もない');
  expect(markWords('', ['あ'])).toEqual([]);
});

test('an excerpt shows the first searched word', () => {
  const text = `${'前置き。'.repeat(30)}納入希望量を登録します。${'続き。'.repeat(40)}`;
  expect(excerpt(text, ['希望量'])).toContain('希望量');
  expect(excerpt(text, ['希望量'])).toMatch(/^….+…$/);
  expect(excerpt('短い', ['ない'])).toBe('短い');
});

test('the pieces are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ maxLength: 2 })), (text, words) => {
      expect(
        markWords(text, words)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
