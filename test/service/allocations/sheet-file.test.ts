import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { testApp } from '../../support/app/index.ts';
import { sheetFile } from '../../support/app/sheet-file.ts';
import { testDb } from '../../support/db/index.ts';
import { layGround, rowsOf, sheetOf } from './ground.ts';

const { db, reset } = await testDb();
const app = await testApp(db);
let ground: Awaited<ReturnType<typeof layGround>>;
beforeEach(async () => {
  await reset();
  ground = await layGround(db);
});

const files = (level: 'national' | 'prefectural' | 'municipal', who: 'ministry' | 'prefecture' | 'municipality') =>
  sheetFile(app, ground.people[who], `/allocations/${level}/${ground.cycleId}/sheet`);
const lines = () =>
  rowsOf(
    db,
    sql`select receiver, frame, units, vials from allocation_lines order by units is null, receiver, frame desc`,
  );
const head = 'クール,コード,名称,納入希望量,基本計画枠,調整枠';
const venueHead = 'クール,コード,名称,納入希望量,分配量,バイアル数';
const cycle = 'コミナティ 第5クール';

test('国 fills both frames from a file: it is a draft, nobody is told, and twice changes nothing', async () => {
  const sheet = files('national', 'ministry');
  expect((await sheet.download()).toString()).toContain(`${cycle},13,東京都,`);
  const file = `${head}\n${cycle},13,東京都,,４０,5\n${cycle},27,大阪府,,"1,000",\n`;
  const { location, text } = await sheet.preview(file);
  expect(text).toContain('基本計画枠：— → 1,000');
  expect((await sheet.apply(location)).location).toContain('done?create=2');
  expect(await lines()).toEqual([
    { receiver: '13', frame: 'plan', units: 40, vials: null },
    { receiver: '13', frame: 'adjustment', units: 5, vials: null },
    { receiver: '27', frame: 'plan', units: 1000, vials: null },
  ]);
  expect(await rowsOf(db, sql`select state from allocation_sheets`)).toEqual([{ state: 'draft' }]);
  expect(await rowsOf(db, sql`select id from notices`)).toEqual([]);
  for (const again of [file, await sheet.download(), await sheet.download('xlsx')])
    expect((await sheet.preview(again)).text).toContain('変更はありません。');
});

test('every fault is told; a venue of another municipality does not exist', async () => {
  const sheet = files('municipal', 'municipality');
  const { text } = await sheet.preview(
    `${venueHead}\n${cycle},1310300015,,,1,5\n${cycle},1310100013,,,1,\n${cycle},1310300031,,,-1,\nコミナティ 第4クール,1310300031,,,1,\n`,
  );
  for (const words of [
    'エラーが4件',
    '2行目 バイアル数 箱とバイアル数はどちらか一方',
    '3行目 コード この一覧に、このコードの医療機関・接種会場はありません。',
    '4行目 分配量 分配量は0〜999,999の整数',
    '5行目 クール この画面は「コミナティ 第5クール」です。',
  ])
    expect(text).toContain(words);
  expect(text).not.toContain('千代田');
  expect(await lines()).toEqual([]);
});

test('rows that are not in the file stay, and what is fixed is not touched', async () => {
  const sheet = files('municipal', 'municipality');
  const own = sheetOf(app, ground.people.municipality, 'municipal', ground.cycleId);
  await own.save({ [`${ground.hospital}.units`]: '2' });
  await sheet.apply((await sheet.preview(`${venueHead}\n${cycle},1310300031,,,,100\n`)).location);
  expect(await lines()).toMatchObject([{ units: 2 }, { vials: 100 }]);
  await rowsOf(db, sql`update allocation_sheets set state = 'fixed', fixed_at = now()`);
  const { text } = await sheet.preview(`${venueHead}\n${cycle},1310300031,,,,50\n`);
  expect(text).toContain('この分配はすでに確定しています');
});

test('only the giver of the level has the pages', async () => {
  const place = `/allocations/national/${ground.cycleId}/sheet`;
  for (const who of ['prefecture', 'municipality', 'basic', 'desk'] as const)
    expect((await app.open(ground.people[who], place)).status).toBe(404);
});
