import { beforeEach, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { sheetFile } from '../../support/app/sheet-file.ts';
import { testDb } from '../../support/db/index.ts';
import { addCycle, rowsOf } from './support.ts';

const { db, reset } = await testDb();
let app: TestApp;
let people: Record<Column, Person>;
let cycle: number;
beforeEach(async () => {
  await reset();
  people = await addPeople(db, START);
  cycle = await addCycle(db);
  app = await testApp(db);
});

const sheet = () => sheetFile(app, people.municipality, `/demands/${cycle}/sheet`);
const head = 'クール,医療機関コード,医療機関・接種会場名,施設が登録した納入希望量,納入希望量,保管管理,理由';
const file = (...lines: string[]) => `${[head, ...lines].join('\n')}\n`;
const line = (rest: string) => `コミナティ 第5クール,1310300015,,,${rest}`;
const demands = () => rowsOf(db, 'select requested, corrected, storage, proxy_org_id as proxy from demands');

test('a municipality enters for a venue and corrects it, from files; the venue is told each time', async () => {
  const entered = file(line('3,冷凍庫,電話で確認'));
  const { location, text } = await sheet().preview(entered);
  expect(text).toContain('納入希望量：— → 3');
  await sheet().apply(location);
  expect(await demands()).toEqual([
    { requested: 3, corrected: null, storage: 'freezer', proxy: people.municipality.orgId },
  ]);
  expect((await sheet().preview(entered)).text).toContain('変更はありません。');
  await sheet().apply((await sheet().preview(file(line('2,,冷凍庫の容量')))).location);
  expect(await demands()).toMatchObject([{ requested: 3, corrected: 2 }]);
  expect(await rowsOf(db, `select id from notices where org_id = ${people.basic.orgId}`)).toHaveLength(2);
  expect((await sheet().preview(await sheet().download())).text).toContain('変更はありません。');
});

test('faults are told by row and column; not entered stays not entered', async () => {
  const { text } = await sheet().preview(
    file(line('3,,'), line('-1,,x'), 'コミナティ 第5クール,1310300023,,,1,,x', line('3,常温,x')),
  );
  for (const words of [
    '2行目 保管管理 保管管理を選択してください',
    '2行目 理由 理由を入力してください',
    '3行目 納入希望量 納入希望量は0〜99,999の整数',
    '4行目 医療機関コード 管内の基本型接種施設に',
    '5行目 保管管理',
  ])
    expect(text).toContain(words);
  expect((await sheet().preview(file(line(',,')))).text).toContain('変更はありません。');
  expect(await demands()).toEqual([]);
  for (const who of ['prefecture', 'ministry', 'basic'] as const)
    expect((await app.open(people[who], `/demands/${cycle}/sheet`)).status).toBe(404);
});
