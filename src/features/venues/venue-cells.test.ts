import { expect, test } from 'vitest';
import { cellSchema, handledOf, vaccineNames, venueColumns } from './venue-cells.ts';
import type { Choices } from './venue-values.ts';

const choices: Choices = {
  vaccines: [],
  vendors: [{ id: 7, name: '予約センター' }],
  names: { vaccine: () => '', vendor: () => '予約センター' },
};

test('every column has a heading of its own, also as a spreadsheet folds it', () => {
  const labels = venueColumns.map(({ label }) => label.normalize('NFKC'));
  expect(new Set(labels).size).toBe(labels.length);
});

test.each([
  ['facilityClass', '特設の接種会場', 'special_site'],
  ['generalAdmission', '一般向け:誰でも来られる', 'anyone'],
  ['bookingDelegated', '要', 'yes'],
  ['hidden', 'はい', true],
  ['hidden', 'いいえ', false],
  ['vendorId', '予約センター', 7],
  ['vendorId', '（なし）', null],
  ['parking', '１０台', 10],
  ['notice', '（なし）', ''],
  ['kana', '港区病院（ミナトクびょういん）', 'みなとくびょういん'],
] as const)('%s 「%s」 reads as %j', (name, cell, value) => {
  expect(cellSchema(name, choices).parse(cell)).toBe(value);
});

test.each([
  ['facilityClass', '病院', '「医療機関」「特設の接種会場」のどれか'],
  ['hidden', '1', '「はい」「いいえ」のどれか'],
  ['vendorId', '知らない業者', 'この名称の予約受付業者は見つかりません'],
  ['homepage', 'javascript:alert(1)', '「https://」か「http://」'],
  ['receptionHours', 'a\u202Eb', '使えない文字'],
  ['receptionHours', '\uD83D', '使えない文字'],
  ['name', '字'.repeat(101), '100文字以内'],
] as const)('%s 「%s」 is told', (name, cell, message) => {
  const { error } = cellSchema(name, choices).safeParse(cell);
  expect(error?.issues[0]?.message).toContain(message);
});

test('取扱ワクチン as people write it', () => {
  const names = vaccineNames([
    { id: 2, name: 'スパイクバックス', shortName: 'モデルナ' },
    { id: 1, name: 'コミナティ', shortName: 'ファイザー' },
  ]);
  expect(handledOf('モデルナ：サテライト型/ｺﾐﾅﾃｨ:基本型', names)).toEqual([
    { vaccineId: 1, role: 'basic' },
    { vaccineId: 2, role: 'satellite' },
  ]);
  for (const wrong of ['ファイザー', '知らない:基本型', 'ファイザー:主', 'ファイザー:基本型/コミナティ:基本型'])
    expect(handledOf(wrong, names)).toBeNull();
});
