import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { sheetFile } from '../../support/app/sheet-file.ts';
import { testDb } from '../../support/db/index.ts';
import { fieldError } from '../../support/html.ts';
import { makeWorld, news, readRow, type World } from './world.ts';

const { reset } = await testDb();
let w: World;
beforeEach(async () => {
  await reset();
  w = await makeWorld();
});

const days = () => sheetFile(w.app, w.people.wholesaler, `/deliveries/sheet/${w.ids.cycle}`);
const ships = () => sheetFile(w.app, w.people.manufacturer, `/shipments/sheet/${w.ids.cycle}`);
const text = (bytes: Buffer): string => bytes.toString('utf8');
/** The download with a cell put at the end of every line that holds the words. */
const fill = (csv: string, words: string, cells: string): string =>
  csv
    .split('\r\n')
    .map((line) => (line.includes(words) ? line.replace(/,*$/, '') + cells : line))
    .join('\r\n');

const book = async (edit: (sheet: ExcelJS.Worksheet) => void, from: Buffer): Promise<Buffer> => {
  const made = new ExcelJS.Workbook();
  await made.xlsx.load(from as unknown as ArrayBuffer);
  edit(made.worksheets[0] as ExcelJS.Worksheet);
  return Buffer.from(await made.xlsx.writeBuffer());
};

describe('納入予定日 from a file', () => {
  test('goes out, comes back with dates, is shown, saved as a whole and told', async () => {
    const file = fill(text(await days().download()), '芝公園病院', ',2021/05/12');
    expect(file.split('\r\n')[0]).toBe('\uFEFFクール,医療機関コード,医療機関・接種会場名,品目,分配量,納入予定日');
    const { location, text: seen } = await days().preview(file);
    for (const words of ['新しく登録', '4件', '芝公園病院', '2021/05/12']) expect(seen).toContain(words);
    expect((await readRow(w, w.ids.vaccine)).delivery_day).toBeNull();
    expect((await days().apply(location)).location).toContain('/done?create=4&update=0');
    expect((await readRow(w, w.ids.vaccine)).delivery_day).toBe('2021-05-12');
    expect((await readRow(w, w.ids.needle)).delivery_day).toBe('2021-05-12');
    expect(await news(w, w.people.basic.orgId)).toHaveLength(1);
    expect((await days().preview(file)).text).toContain('変更はありません。');
    expect((await w.app.send(w.people.wholesaler, location)).status).toBe(404);
  });

  test('as a workbook: real dates, numbers and codes as text; merged cells are refused', async () => {
    const empty = await days().download('xlsx');
    const filled = await book((sheet) => {
      sheet.getCell('F2').value = new Date('2021-05-13T00:00:00Z');
      sheet.getCell('F3').value = { formula: 'DATE(2021,5,13)', result: new Date('2021-05-13T00:00:00Z') };
      sheet.getCell('B3').value = 1310300015;
      sheet.getCell('F4').value = '２０２１/5/13';
    }, empty);
    const { location } = await days().preview(filled);
    expect((await days().apply(location)).location).toContain('create=3');
    expect((await readRow(w, w.ids.vaccine)).delivery_day).toBe('2021-05-13');
    const merged = await book((sheet) => sheet.mergeCells('C2:C3'), empty);
    expect(fieldError((await days().upload(merged)).html, 'file')).toContain('セルが結合されています（C2:C3）');
    const cut = await days().upload(filled.subarray(0, filled.length / 2));
    expect(fieldError(cut.html, 'file')).toContain('途中で切れている');
    const old = await days().upload(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]));
    expect(fieldError(old.html, 'file')).toContain('.xls');
  });

  test('Shift_JIS and no BOM are taken', async () => {
    const file = fill(text(await days().download()), '芝公園病院', ',2021/05/12').slice(1);
    expect((await days().preview(file)).text).toContain('新しく登録');
    // 「クール」 in Shift_JIS: it is read as text, and the columns that are missing are told.
    const sjis = await days().upload(Buffer.from([0x83, 0x4e, 0x81, 0x5b, 0x83, 0x8b, 0x0a]));
    expect(fieldError(sjis.html, 'file')).toContain('列「医療機関コード」がありません');
  });

  test('every fault is told by row and column, and nothing at all is saved', async () => {
    const good = text(await days().download());
    const [head = '', ...lines] = good.trimEnd().split('\r\n');
    const title = lines[0]?.split(',')[0] ?? '';
    const [first = ''] = lines.map((line) => line.replace(/,*$/, ''));
    const file = [
      head,
      `${first},2021/05/12`,
      `${first},2021/05/12`,
      `${title},1410000010,横浜の病院,コミナティ,,2021/05/12`,
      `${first.replace(title, 'コミナティ 第5クール')},2021/05/12`,
      `${first},2021/02/30`,
      `${first},2022/05/12`,
      `${first}`,
      '',
    ].join('\r\n');
    const { text: seen, location } = await days().preview(file);
    for (const words of [
      'エラーが7件',
      '3行目 医療機関コード 2行目と同じです',
      '4行目 医療機関コード このクールで自社が担当する行に',
      `5行目 クール この画面は「${title}」です。「コミナティ 第5クール」の行は登録できません。`,
      '6行目 納入予定日',
      '7行目 納入予定日 納入予定日が標準配送期間',
      '8行目 — 列が1つ足りません',
    ])
      expect(seen).toContain(words);
    expect(seen).not.toContain('横浜');
    expect((await days().apply(location)).status).toBe(409);
    expect((await readRow(w, w.ids.vaccine)).delivery_day).toBeNull();
  });

  test.each([
    ['a file cut in the middle', (file: string) => `${file.slice(0, file.indexOf('芝公園'))}"芝公`, '途中で切れている'],
    ['a column missing', (file: string) => file.replace('品目', ''), '列「品目」がありません'],
    ['a column twice', (file: string) => file.replace('分配量', '品目'), '列「品目」が2つあります'],
    [
      '100,000 rows',
      (file: string) => gzipSync(`${file.split('\r\n')[0]}\n${'a,b,c,d,e,f\n'.repeat(100_000)}`),
      '50,000行まで',
    ],
    ['nothing', () => '', 'ファイルを選択してください'],
  ])('%s is told at the field', async (_what, make, words) => {
    const answer = await days().upload(make(text(await days().download())));
    expect(answer.status).toBe(422);
    expect(fieldError(answer.html, 'file')).toContain(words);
  });

  test('is of the wholesaler only: no other organisation, no other クール', async () => {
    const place = `/deliveries/sheet/${w.ids.cycle}`;
    expect((await w.app.open(w.people.manufacturer, place)).status).toBe(404);
    expect((await w.app.open(w.people.wholesaler, '/deliveries/sheet/999')).status).toBe(404);
    const other = text(await sheetFile(w.app, w.stranger.wholesaler, place).download());
    expect(other).toContain("'=横浜の病院");
    expect(other).not.toContain('芝公園病院');
    const { location } = await days().preview(text(await days().download()));
    expect((await w.app.open(w.stranger.wholesaler, location)).status).toBe(404);
  });

  test('a delivered row stays', async () => {
    await w.rows(
      sql`update distributions set delivered_at = now(), delivery_day = '2021-05-11' where id = ${w.ids.needle}`,
    );
    const file = text(await days().download()).replaceAll('2021/05/11', '2021/05/12');
    expect((await days().preview(file)).text).toContain('納入済みのため、変更できません。');
  });
});

describe('製薬メーカー出荷日 and lots from a file', () => {
  const head =
    'クール,医療機関コード,医療機関・接種会場名,分配量（バイアル数）,保管管理,製薬メーカー出荷日,次回交換期日,次々回交換期日,ロット番号,有効期限,バイアル数';
  const line = (rest: string, code = '1310300015') => `コミナティ 第4クール,${code},,,,${rest}`;
  const lots = () =>
    w.rows(
      sql<{
        lot: string;
        vials: number;
      }>`select lot, vials from delivery_lots where distribution_id = ${w.ids.vaccine} order by id`,
    );

  test('two lots on two lines, one lot on one; the venue is told once, and twice changes nothing', async () => {
    const file = [
      head,
      line('2021/05/09,2021/05/14,,ｅｙ5420,2021/09/30,100'),
      line(',,,ET3674,2021/08/31,95'),
      line('2021/05/09,,,FA1234,2021/09/30,', '1410000010'),
      '',
    ].join('\n');
    const { location, text: seen } = await ships().preview(file);
    expect(seen).toContain('EY5420');
    await ships().apply(location);
    expect(await lots()).toEqual([
      { lot: 'EY5420', vials: 100 },
      { lot: 'ET3674', vials: 95 },
    ]);
    expect(await readRow(w, w.ids.vaccine)).toMatchObject({ ship_day: '2021-05-09', next_exchange_day: '2021-05-14' });
    expect(await news(w, w.people.basic.orgId)).toHaveLength(1);
    expect((await ships().preview(file)).text).toContain('変更はありません。');
    expect((await ships().preview(await ships().download())).text).toContain('変更はありません。');
    expect((await ships().preview(await ships().download('xlsx'))).text).toContain('変更はありません。');
  });

  test('the checks of the page: sum of vials, days in order, the same lot twice, days that differ', async () => {
    const faults = async (...lines: string[]) => (await ships().preview([head, ...lines, ''].join('\n'))).text;
    expect(await faults(line('2021/05/09,,,A1,2021/09/30,100'))).toContain('バイアル数の合計（100本）');
    expect(await faults(line(',2021/05/14,,,,'))).toContain('製薬メーカー出荷日を入力してください');
    expect(await faults(line('2021/05/09,,,A1,2021/09/30,100'), line(',,,a1,2021/09/30,95'))).toContain(
      '2行目と同じです',
    );
    expect(await faults(line('2021/05/09,,,A1,2021/09/30,100'), line('2021/05/10,,,B1,2021/09/30,95'))).toContain(
      '3行目 製薬メーカー出荷日 2行目と日付が違います',
    );
    expect(await faults(line('2021/05/09,,,ロット,2021/09/30,195'))).toContain('2行目 ロット番号');
    expect(await faults(line('2021/05/09,,,A1,2021/09/30,195', '1310300023'))).toContain(
      'この医療機関コードはありません',
    );
    expect(await lots()).toEqual([]);
  });
});
