import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { confirmed, fieldError } from '../../support/html.ts';

const { db, reset } = await testDb();
let app: TestApp;
let people: Record<Column, Person>;
let other: number;

const rows = async <T>(query: string): Promise<T[]> =>
  db.transaction({ role: 'all' }, async (tx) => (await sql.raw<T>(query).execute(tx)).rows);

beforeEach(async () => {
  await reset();
  people = await addPeople(db, START);
  app = await testApp(db);
  const [made] = await rows<{ id: number }>(
    "insert into organisations (kind, name) values ('wholesaler', '多摩の卸業者') returning id",
  );
  other = made?.id ?? 0;
});

const stored = () =>
  rows(
    'select wholesaler_id as who, municipality_code as place, from_day as "from", to_day as "to" from wholesaler_areas order by id',
  );
const assign = (change: Record<string, string> = {}) =>
  app.send(people.prefecture, '/wholesaler-areas/new', {
    vaccineId: '1',
    area: 'all',
    wholesalerId: String(people.wholesaler.orgId),
    fromDay: '２０２１/４/１',
    toDay: '',
    ...change,
  });
const changeTo = (fields: Record<string, string>, version = 1, id = 1) =>
  app.send(people.prefecture, `/wholesaler-areas/${id}`, {
    toDay: '',
    changeFrom: '',
    _version: String(version),
    ...fields,
  });

describe('assigning', () => {
  test('the whole 都道府県 and one municipality stand side by side; the wholesaler is told', async () => {
    expect((await assign()).location).toBe('/wholesaler-areas?vaccine=1&saved=1');
    expect(
      (await assign({ area: '131032', wholesalerId: String(other), fromDay: '2021/05/01', toDay: '2021/05/31' }))
        .status,
    ).toBe(303);
    expect(await stored()).toEqual([
      { who: people.wholesaler.orgId, place: null, from: '2021-04-01', to: null },
      { who: other, place: '131032', from: '2021-05-01', to: '2021-05-31' },
    ]);
    const page = (await app.open(people.prefecture, '/wholesaler-areas?vaccine=1')).html;
    for (const text of ['東京都全域', '港区', '多摩の卸業者', '2021/04/01（木）〜']) expect(page).toContain(text);
    expect(await rows('select org_id from notices order by id')).toEqual([
      { org_id: people.wholesaler.orgId },
      { org_id: other },
    ]);
  });

  test.each([
    [{ toDay: '2021/03/31' }, 'toDay', '開始日以降'],
    [{ fromDay: '2021/02/29' }, 'fromDay', '実在する日付'],
    [{ fromDay: '' }, 'fromDay', '入力してください'],
    [{ area: '271004' }, 'area', '選択し直して'],
    [{ area: '13' }, 'area', '選択してください'],
    [{ wholesalerId: '3' }, 'wholesalerId', '選択し直して'],
    [{ vaccineId: '9' }, 'vaccineId', '選択し直して'],
  ])('%o is refused at its field and nothing is kept', async (fields, name, words) => {
    const answer = await assign(fields as unknown as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(fieldError(answer.html, name)).toContain(words);
    expect(await stored()).toEqual([]);
  });

  test('two rows of one area never overlap, at the same moment neither', async () => {
    const answers = await Promise.all([assign(), assign({ wholesalerId: String(other), fromDay: '2021/05/01' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    const refused = answers.find(({ status }) => status === 422)?.html ?? '';
    expect(fieldError(refused, 'fromDay')).toContain('期間が重なっています');
    expect(await stored()).toHaveLength(1);
  });
});

describe('changing', () => {
  beforeEach(async () => {
    await assign();
  });

  test('another wholesaler takes over from a day; the former ends the day before', async () => {
    expect((await changeTo({ wholesalerId: String(other), changeFrom: '2021/06/01' })).status).toBe(303);
    expect(await stored()).toEqual([
      { who: people.wholesaler.orgId, place: null, from: '2021-04-01', to: '2021-05-31' },
      { who: other, place: null, from: '2021-06-01', to: null },
    ]);
    const late = await changeTo({ wholesalerId: String(other), changeFrom: '2021/07/01' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('東京都の港 太郎さんが先に変更しました');
  });

  test('needs a day, not in the past, and leaves the next row its days', async () => {
    const who = { wholesalerId: String(other) };
    expect(fieldError((await changeTo(who)).html, 'changeFrom')).toContain('いつから');
    expect(fieldError((await changeTo({ ...who, changeFrom: '2021/04/25' })).html, 'changeFrom')).toContain('本日以降');
    await changeTo({ ...who, changeFrom: '2021/06/01' });
    const longer = await changeTo({ wholesalerId: String(people.wholesaler.orgId), toDay: '2021/06/01' }, 2);
    expect(fieldError(longer.html, 'toDay')).toContain('重なっています');
    expect(await stored()).toHaveLength(2);
  });

  test('what has not begun can be taken back; what has begun cannot', async () => {
    await changeTo({ wholesalerId: String(other), changeFrom: '2021/06/01' });
    const asked = await app.send(people.prefecture, '/wholesaler-areas/2/cancel', { _version: '1' });
    expect(asked.html).toContain('この担当を取り消しますか');
    const done = await app.send(people.prefecture, '/wholesaler-areas/2/cancel', {
      _version: '1',
      _confirmed: confirmed(asked.html),
    });
    expect(done.status).toBe(303);
    expect(await stored()).toHaveLength(1);
    expect((await app.send(people.prefecture, '/wholesaler-areas/1/cancel', { _version: '2' })).status).toBe(409);
  });

  test('another 都道府県 learns nothing of it', async () => {
    await rows("insert into prefectures values ('27', '大阪府', 'おおさかふ', 1) returning code");
    await rows(
      `update organisations set prefecture_code = '27', name = '大阪府' where id = ${people.prefecture.orgId} returning id`,
    );
    expect((await app.open(people.prefecture, '/wholesaler-areas/1')).status).toBe(404);
    expect((await changeTo({ wholesalerId: String(other), changeFrom: '2021/06/01' })).status).toBe(404);
    expect((await app.open(people.prefecture, '/wholesaler-areas?vaccine=1')).html).not.toContain('東京都全域');
    for (const who of ['ministry', 'municipality', 'wholesaler', 'basic', 'desk'] as const)
      expect((await app.open(people[who], '/wholesaler-areas')).status).toBe(404);
  });
});
