import { expect, test } from 'vitest';
import { decodeSheet } from '../../platform/csv/index.ts';
import { readClaimSheet } from './claim.csv.ts';
import { noCounts } from './claim-counts.ts';
import { formOf } from './claim-forms.ts';
import { proposedSheets, readImport } from './claim-import.ts';
import { residenceNamed } from './residences.store.ts';

const head = 'クーポン,市町村コード,都道府県,市町村,予診のみ,6歳以上,6歳未満,時間外,休日';
const rowsOf = (text: string | null) => {
  const sheet = readClaimSheet(text ?? '');
  if ('fault' in sheet) throw new Error(sheet.fault);
  return sheet.rows;
};
const read = (rows: readonly string[], month: '2021-05' | '2022-02' = '2021-05') =>
  readImport(rowsOf([head, ...rows].join('\r\n')), formOf(month), residenceNamed);

test('a municipality is named by code of 6 or 5 digits or by its names; full-width is taken', () => {
  const { lines, faults } = read(['あり,131032,,,1,２５,,,', 'なし,13113,,,,"1,000",,,', 'あり,,愛知県,西尾市,,4,,,']);
  expect(faults).toEqual([]);
  expect(
    lines.map(({ coupon, residence, counts }) => [coupon, residence.code, counts.screening, counts.older]),
  ).toEqual([
    ['with', '131032', 1, 25],
    ['without', '131130', null, 1000],
    ['with', '232131', null, 4],
  ]);
});

test.each([
  ['あり,131032,,,-1,,,,', '0〜99,999'],
  ['あり,131032,,,1.5,,,,', '0〜99,999'],
  ['あり,131032,,,100000,,,,', '0〜99,999'],
  ['あり,131032,,,,,,,', '接種回数が入っていません'],
  ['たぶん,131032,,,1,,,,', '「あり」または「なし」'],
  ['あり,109999,,,1,,,,', '市町村が見つかりません'],
  ['あり,,東京都,存在しない市,1,,,,', '市町村が見つかりません'],
  ['あり,131032,,,,10,,4,', '「時間外」の欄はありません'],
])('「%s」 is not taken, and it says why', (row, why) => {
  const { lines, faults } = read([row]);
  expect(lines).toEqual([]);
  expect(faults).toEqual([{ row: 2, text: expect.stringContaining(why) }]);
});

test('時間外 and 休日 above the total, and the same municipality twice, are not taken', () => {
  expect(read(['あり,131032,,,,10,,8,3'], '2022-02').faults).toHaveLength(1);
  const { lines, faults } = read(['あり,131032,,,1,,,,', 'あり,13103,,,2,,,,', 'なし,131032,,,3,,,,']);
  expect(lines).toHaveLength(2);
  expect(faults).toEqual([{ row: 3, text: expect.stringContaining('2行目にもあります') }]);
});

test('a file written by an older spreadsheet (Shift_JIS) is read', () => {
  // 「クーポン,市町村コード,予診のみ」 and 「あり,131032,5」
  const bytes = Buffer.from(
    '834e815b837c83932c8e7392ac91ba8352815b83682c975c90668 2cc82dd0a82a082e82c3133313033322c350a'.replaceAll(' ', ''),
    'hex',
  );
  expect(rowsOf(decodeSheet(bytes))[0]?.cells).toMatchObject({
    クーポン: 'あり',
    市町村コード: '131032',
    予診のみ: '5',
  });
});

test('a table that the file says nothing of stays as it is', () => {
  const own = { code: '131032', name: '東京都港区' };
  const kept = { own: { ...noCounts, older: 9 }, others: [] };
  const sheets = proposedSheets(read(['あり,131032,,,1,,,,', 'あり,131130,,,2,,,,']), own, {
    with: kept,
    without: kept,
  });
  expect(sheets.without).toBe(kept);
  expect(sheets.with.own.screening).toBe(1);
  expect(sheets.with.others).toHaveLength(1);
});
