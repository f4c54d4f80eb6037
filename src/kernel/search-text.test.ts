import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldForSearch, likeAnywhere, pairsOf, searchWords } from './search-text.ts';

test('what people type in another width, case or script finds the same', () => {
  expect(searchWords('　ﾐﾀ　クリニック ＡＢＣ')).toEqual(['みた', 'くりにっく', 'abc']);
  expect(foldForSearch('ヴィラ')).toBe(foldForSearch('ゔぃら'));
  expect(searchWords('１３１０３０００１５')).toEqual(['1310300015']);
});

test('wildcards stand for themselves', () => {
  expect(likeAnywhere('100%_\\')).toBe('%100\\%\\_\\\\%');
});

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
    }),
  );
});

test('letters in pairs, also those outside the first plane', () => {
  expect(pairsOf('くりに')).toEqual(['くり', 'りに']);
  expect(pairsOf('𠮷田')).toEqual(['𠮷田']);
  expect(pairsOf('院')).toEqual([]);
});
