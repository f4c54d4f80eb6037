import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { sheetFile } from '../../support/app/sheet-file.ts';
import { testDb } from '../../support/db/index.ts';

const { db, reset } = await testDb();
let app: TestApp;
let people: Record<Column, Person>;
const rows = async <T>(query: string): Promise<T[]> =>
  db.transaction({ role: 'all' }, async (tx) => (await sql.raw<T>(query).execute(tx)).rows);
beforeEach(async () => {
  await reset();
  people = await addPeople(db, START);
  app = await testApp(db);
  await rows("insert into organisations (kind, name) values ('wholesaler', '多摩の卸業者')");
});

const sheet = () => sheetFile(app, people.prefecture, '/wholesaler-areas/sheet/1');
const file = (...lines: string[]) => `${['ワクチン,地域コード,地域,卸業者,開始日,終了日', ...lines].join('\n')}\n`;
const stored = () =>
  rows('select municipality_code as place, from_day as "from", to_day as "to" from wholesaler_areas order by from_day');

test('terms come in, one is ended and the next wholesaler follows; both are told', async () => {
  const first = file('ファイザー,13,,東京都の卸業者,2021/04/01,', 'ファイザー,131032,,東京都の卸業者,2021/04/01,');
  await sheet().apply((await sheet().preview(first)).location);
  expect(await stored()).toHaveLength(2);
  expect((await sheet().preview(first)).text).toContain('変更はありません。');
  const handover = file(
    'ファイザー,131032,,東京都の卸業者,2021/04/01,2021/05/31',
    'ファイザー,131032,,多摩の卸業者,2021/06/01,',
  );
  await sheet().apply((await sheet().preview(handover)).location);
  expect(await stored()).toEqual([
    { place: null, from: '2021-04-01', to: null },
    { place: '131032', from: '2021-04-01', to: '2021-05-31' },
    { place: '131032', from: '2021-06-01', to: null },
  ]);
  expect(await rows('select distinct org_id from notices')).toHaveLength(2);
  expect((await sheet().preview(await sheet().download('xlsx'))).text).toContain('変更はありません。');
});

test('what does not fit is told by row and column, and nothing changes', async () => {
  await sheet().apply((await sheet().preview(file('ファイザー,13,,東京都の卸業者,2021/04/01,'))).location);
  const { text } = await sheet().preview(
    file(
      'モデルナ,13,,東京都の卸業者,2021/07/01,',
      'ファイザー,271004,,東京都の卸業者,2021/04/01,',
      'ファイザー,13,,どこかの会社,2021/04/01,',
      'ファイザー,13,,多摩の卸業者,2021/04/01,',
      'ファイザー,13,,多摩の卸業者,2021/05/01,',
      'ファイザー,131032,,多摩の卸業者,2021/05/31,2021/05/01',
    ),
  );
  for (const words of [
    '2行目 ワクチン この画面は「ファイザー」です。',
    '3行目 地域コード 東京都の地域コードではありません',
    '4行目 卸業者 この名称の卸業者は登録されていません',
    '5行目 卸業者 始まっている担当の卸業者は変えられません',
    '6行目 開始日 同じ地域の担当',
    '7行目 終了日 終了日は、開始日以降',
  ])
    expect(text).toContain(words);
  expect(await stored()).toHaveLength(1);
});
