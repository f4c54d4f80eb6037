import { expect, test } from 'vitest';
import { findPersonalData, strikeOut } from './personal-data.ts';

test.each([
  ['電話は03-1234-5678です', '電話番号', '03-1234-5678'],
  ['０９０－１２３４－５６７８にかけてください', '電話番号', '０９０－１２３４－５６７８'],
  ['09012345678まで', '電話番号', '09012345678'],
  ['連絡先は taro.k@example.jp です', 'メールアドレス', 'taro.k@example.jp'],
  ['コードは1310300015です', '10桁の番号', '1310300015'],
])('finds what is personal in 「%s」', (text, what, piece) => {
  expect(findPersonalData(text)).toEqual([{ what, text: piece }]);
  expect(strikeOut(text)).toBe(text.replace(piece, `［${what}］`));
});

test.each(['2021/04/26に100回接種しました', '1箱は1,170回ですか', '2021-04-26 09:00', '-75℃の冷凍庫', 'ロット EW4811'])(
  'leaves 「%s」 alone',
  (text) => expect(findPersonalData(text)).toEqual([]),
);
