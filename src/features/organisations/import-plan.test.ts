import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSheet, readSheet, tableFile } from '../../platform/csv/index.ts';
import { planImport } from './import-plan.ts';
import { placeOrganisation } from './office-area.ts';
import { csvColumns, csvRow, maxCsvRows } from './organisation.csv.ts';
import type { OrganisationRecord } from './organisations.ts';

const readCsv = (text: string) => readSheet(text, csvColumns, maxCsvRows);
const head = csvColumns.map(({ label }) => label).join(',');
const known = (
  organisations: readonly OrganisationRecord[] = [],
  users: readonly { orgId: number; email: string }[] = [],
) => ({
  organisations,
  users,
  place: placeOrganisation,
});
const plan = (text: string, house = known()) => {
  const sheet = readCsv(text);
  if ('fault' in sheet) throw new Error(sheet.fault);
  return planImport(sheet.rows, house);
};
const fault = (text: string): string => {
  const sheet = readCsv(text);
  return 'fault' in sheet ? sheet.fault : '';
};
const minato: OrganisationRecord = {
  id: 7,
  kind: 'municipality',
  name: '港区',
  prefectureCode: '13',
  municipalityCode: '131032',
  phone: '03-3578-2111',
  email: '',
  active: true,
  version: 1,
};

describe('a file', () => {
  const text = `${head}\r\n卸業者,,北海薬品,011-000-0000,,,,\r\n`;
  const sjis = Buffer.concat([Buffer.from([0x8e, 0xed, 0x95, 0xca])]);

  test('is read as UTF-8 with and without BOM and as Shift_JIS', () => {
    expect(decodeSheet(Buffer.from(text))).toBe(text);
    expect(decodeSheet(Buffer.from(`\uFEFF${text}`))).toBe(text);
    expect(decodeSheet(sjis)).toBe('種別');
  });

  test('is refused when it is no text of these', () => {
    expect(decodeSheet(Buffer.from([0xff, 0xfe, 0x00, 0x7a]))).toBeNull();
    expect(decodeSheet(Buffer.from('PK\u0003\u0004\0\0'))).toBeNull();
  });

  test.each([
    ['', 'ファイルが空です'],
    [head, '行がありません'],
    [`${head.replace('名称,', '')}\n`, '列「名称」がありません'],
    [`${head},名称\nx`, '列「名称」が2つあります'],
    [`${head},備考\nx`, '知らない列「備考」'],
    [`${head}\n卸業者,,"北海`, '途中で切れている'],
    [`${head}\n卸業者,,北"海",x`, '「"」の使い方'],
    [`${head}\n${'卸業者,,a,,,,,\n'.repeat(maxCsvRows + 1)}`, '5,000行まで'],
    [`${head}\n${'卸業者,,a,,,,,\n'.repeat(100_000)}`, '100,000行'],
  ])('fault %# is told as a whole', (file, words) => expect(fault(file)).toContain(words));

  test('may have its columns in any order', () => {
    const { rows, faults } = plan(
      '名称,種別,コード,電話番号,代表メールアドレス,担当者の姓,担当者の名,担当者のメールアドレス\n北海薬品,卸業者,,,,,,\n',
    );
    expect(faults).toEqual([]);
    expect(rows[0]).toMatchObject({ kind: 'wholesaler', action: 'create', area: { name: '北海薬品' } });
  });
});

describe('a row', () => {
  const faultsOf = (row: string, house = known()) =>
    plan(`${head}\n${row}\n`, house).faults.map(({ line, column, message }) => `${line} ${column} ${message}`);

  test.each([
    ['病院,,あ,,,,,', '2 種別 種別は都道府県・市町村'],
    ['市町村,,,,,,,', '2 コード 6桁の市町村コードを入力'],
    ['市町村,131033,,,,,,', '2 コード 6桁の市町村コードとして正しくありません'],
    ['都道府県,131032,,,,,,', '2 コード 2桁の都道府県コードとして正しくありません'],
    ['卸業者,13,甲,,,,,', '2 コード コードは都道府県・市町村のときだけ'],
    ['卸業者,,,,,,,', '2 名称 名称を入力'],
    ['卸業者,,"=HYPERLINK(""http://x"")",,,,,', '2 名称 名称に「=」'],
    ['卸業者,,＝１＋１,,,,,', '2 名称 名称に「=」'],
    ['卸業者,,甲,03-12,,,,', '2 電話番号 電話番号は半角数字'],
    ['卸業者,,甲,,a@b,,,', '2 代表メールアドレス 代表メールアドレスは「名前@ドメイン」'],
    ['卸業者,,甲,,,港,,', '2 担当者の名 担当者の名も入力'],
    ['卸業者,,甲,,', '2 種別 この行は列が3つ足りません'],
  ])('%s is told by row and column', (row, words) => {
    expect(faultsOf(row).some((found) => found.startsWith(words))).toBe(true);
  });

  test('twice in a file is told at the second', () => {
    expect(faultsOf('卸業者,,甲,,,,,\n卸業者,,甲,03-0000-0000,,,,')).toEqual([
      '3 名称 2行目と同じ組織です。1つの組織は1行にしてください。',
    ]);
  });

  test('of an office is known by its code, in full width too; empty cells leave what is there', () => {
    const { rows } = plan(`${head}\n市町村,１３１０３２,,,info@minato.example.jp,,,\n`, known([minato]));
    expect(rows).toMatchObject([
      {
        action: 'update',
        former: { id: 7 },
        phone: '03-3578-2111',
        email: 'info@minato.example.jp',
        area: { name: '港区' },
      },
    ]);
  });

  test('invites whoever is no user yet', () => {
    const row = `${head}\n市町村,131032,,,,港,太郎,Taro@example.jp\n`;
    expect(plan(row, known([minato])).rows[0]?.invite).toEqual({
      familyName: '港',
      givenName: '太郎',
      email: 'Taro@example.jp',
    });
    expect(plan(row, known([minato], [{ orgId: 7, email: 'taro@example.jp' }])).rows[0]).toMatchObject({
      action: 'same',
      invite: null,
    });
    expect(plan(row, known([{ ...minato, active: false }])).faults[0]?.message).toContain('停止中');
  });
});

test('what was written out and read in again changes nothing', async () => {
  const names = fc
    .string({ unit: fc.constantFrom(...'株式会社薬品卸あいうアイウA1 ,"\'（）・ー'), minLength: 1, maxLength: 20 })
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const record = fc
    .record({
      name: names,
      phone: fc.constantFrom('', '03-0000-0000', '0120000000'),
      email: fc.constantFrom('', 'a@example.jp'),
    })
    .map(
      (facts, i = 0): OrganisationRecord => ({
        id: i + 1,
        kind: 'wholesaler',
        prefectureCode: null,
        municipalityCode: null,
        active: true,
        version: 1,
        ...facts,
      }),
    );
  const columns = csvColumns.map(({ key, label }) => ({ label, cell: (one: OrganisationRecord) => csvRow(one)[key] }));
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(record, { selector: ({ name }) => name, minLength: 1, maxLength: 8 }),
      async (organisations) => {
        const { body } = await tableFile('csv', '組織', columns, [...organisations, minato]);
        const text = decodeSheet(Buffer.from(body)) ?? '';
        const result = plan(text, known([...organisations, minato]));
        expect(result.faults).toEqual([]);
        expect(result.rows.every(({ action, invite }) => action === 'same' && invite === null)).toBe(true);
        expect(result.rows).toHaveLength(organisations.length + 1);
      },
    ),
  );
});
