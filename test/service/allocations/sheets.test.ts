import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { confirmed, fieldError } from '../../support/html.ts';
import { layGround, rowsOf, sheetOf } from './ground.ts';

const { db, reset } = await testDb();
const app = await testApp(db);
let ground: Awaited<ReturnType<typeof layGround>>;
beforeEach(async () => {
  await reset();
  ground = await layGround(db);
});

const national = () => sheetOf(app, ground.people.ministry, 'national', ground.cycleId);
const prefectural = () => sheetOf(app, ground.people.prefecture, 'prefectural', ground.cycleId);
const municipal = () => sheetOf(app, ground.people.municipality, 'municipal', ground.cycleId);
const sheets = () =>
  rowsOf(
    db,
    sql<{
      level: string;
      state: string;
      revision: number;
    }>`select level, state, revision from allocation_sheets order by id`,
  );
const lines = () =>
  rowsOf(
    db,
    sql<{
      receiver: string;
      units: number | null;
    }>`select receiver, units from allocation_lines order by sheet_id, receiver, frame`,
  );
const notices = () => rowsOf(db, sql<{ title: string; org_id: number }>`select title, org_id from notices order by id`);
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, '');

describe('a draft', () => {
  test('is saved any number of times, empty is not entered and 0 is zero, and nobody is told', async () => {
    expect(await national().save({ '13.plan': '１０', '27.plan': '0', '01.plan': '' })).toMatchObject({
      status: 303,
      location: `${national().path}?saved=1`,
    });
    expect(await lines()).toEqual([
      { receiver: '13', units: 10 },
      { receiver: '27', units: 0 },
    ]);
    await national().save({ '13.plan': '12', '27.plan': '' });
    expect(await lines()).toEqual([{ receiver: '13', units: 12 }]);
    expect(await notices()).toEqual([]);
    expect((await app.open(ground.people.ministry, `${national().path}?saved=1`)).html).toContain(
      '下書きを保存しました。',
    );
  });

  test('is discarded before 確定 when asked: nothing is entered any more, and forms of it are stale', async () => {
    const { path } = national();
    const discard = (fields: Record<string, string | string[]>) =>
      app.send(ground.people.ministry, `${path}/discard`, fields);
    await national().save({ '13.plan': '12' });
    const version = await national().version();
    const asked = await discard({ _version: version });
    expect(asked.html).toContain('下書きを破棄しますか');
    expect(await lines()).toHaveLength(1);
    const digests = confirmed(asked.html);
    expect((await discard({ _version: version, _confirmed: digests })).status).toBe(303);
    expect(await lines()).toEqual([]);
    expect(await national().page()).not.toContain('下書きを破棄');
    expect((await app.send(ground.people.ministry, path, { _version: version, 'lines.13.plan': '9' })).status).toBe(
      409,
    );
    expect((await discard({ _version: await national().version() })).status).toBe(409);
    expect((await national().save({ '13.plan': '3' })).status).toBe(303);
    expect(await lines()).toEqual([{ receiver: '13', units: 3 }]);
  });

  test('may hold more than came in, and says so in red', async () => {
    expect((await national().save({ '13.plan': '101' })).status).toBe(303);
    const html = await national().page();
    expect(html).toMatch(/class="quantity remaining negative"/);
    expect(plain(html)).toContain('-1箱');
  });

  test('rows that were not sent stay as they were', async () => {
    await national().save({ '13.plan': '10', '27.plan': '20' });
    await national().save({ '27.plan': '21' });
    expect(await lines()).toEqual([
      { receiver: '13', units: 10 },
      { receiver: '27', units: 21 },
    ]);
  });

  test('a form opened before another save is told who saved when', async () => {
    const version = await national().version();
    await national().save({ '13.plan': '10' });
    const late = await app.send(ground.people.ministry, national().path, { _version: version, 'lines.13.plan': '99' });
    expect(late.status).toBe(409);
    expect(plain(late.html)).toContain('2021/04/26 09:00に港　太郎さんが先に変更しました');
    expect(late.html).toContain('value="99"');
    expect(await lines()).toEqual([{ receiver: '13', units: 10 }]);
  });

  test.each([
    ['-1', '基本計画枠は0〜9,999,999の整数で入力してください。'],
    ['1.5', '基本計画枠は0〜9,999,999の整数で入力してください。'],
    ['1000000000000', '基本計画枠は0〜9,999,999の整数で入力してください。'],
    ['十', '基本計画枠は0〜9,999,999の整数で入力してください。'],
  ])('%s is refused at its field and stays typed', async (typed, message) => {
    const answer = await national().save({ '13.plan': typed, '27.plan': '5' });
    expect(answer.status).toBe(422);
    expect(fieldError(answer.html, '13-plan')).toContain(message);
    expect(answer.html).toContain(`value="${typed}"`);
    expect(await sheets()).toEqual([]);
  });

  test('a stranger among the rows is refused by name of the list', async () => {
    const answer = await municipal().save({ [`${ground.neighbour}.units`]: '1' });
    expect(answer.status).toBe(422);
    expect(plain(answer.html)).toContain('この一覧にない医療機関・接種会場が含まれています');
    for (const key of ['99', 'x', '1e3']) expect((await national().save({ [`${key}.plan`]: '1' })).status).toBe(422);
    expect(await sheets()).toEqual([]);
  });

  test('boxes and vials at once are refused', async () => {
    const answer = await municipal().save({ [`${ground.hospital}.units`]: '1', [`${ground.hospital}.vials`]: '5' });
    expect(answer.status).toBe(422);
    expect(fieldError(answer.html, `${ground.hospital}-vials`)).toContain('どちらか一方');
  });
});

describe('確定', () => {
  test('goes down the levels, each only from a fixed sheet above', async () => {
    expect(fieldError((await prefectural().ask({ '131032.plan': '1' })).html, 'total')).toContain(
      '国からの分配量がまだ決まっていない',
    );
    await national().save({ '13.plan': '40' });
    expect(await prefectural().page()).toContain('国からの分配量がまだ決まっていません');
    expect(await national().fix({ '13.plan': '40' })).toMatchObject({
      status: 303,
      location: `${national().path}/done`,
    });
    expect((await prefectural().fix({ '131032.plan': '10', '131032.adjustment': '2' })).status).toBe(303);
    expect(plain(await municipal().page())).toContain('12箱基本計画枠 10・調整枠 2');
    expect(
      (await municipal().fix({ [`${ground.hospital}.units`]: '11', [`${ground.hospital}.vials`]: '' })).status,
    ).toBe(303);
    expect((await notices()).map(({ title }) => title)).toEqual([
      'ワクチン等分配確定通知（国→都道府県）',
      'ワクチン等分配確定通知（都道府県→市町村）',
      'ワクチン等分配確定通知（市町村→医療機関・接種会場）',
    ]);
    expect((await app.open(ground.people.municipality, `${municipal().path}/done`)).html).toContain('分配確定完了');
  });

  test('asks once with the numbers, and only the very numbers', async () => {
    const asked = await national().ask({ '13.plan': '40', '27.plan': '0' });
    expect(asked.status).toBe(200);
    const text = plain(asked.html.slice(asked.html.indexOf('<dialog')));
    for (const part of [
      '分配を確定しますか',
      '国の供給量100箱',
      '分配する量40箱',
      '残り60箱',
      '接種回数46,800回',
      '0の件数1件',
      '未入力の件数45件',
    ])
      expect(text).toContain(part);
    expect(await sheets()).toEqual([]);
    expect(asked.html).toContain('value="40"');
  });

  test('more than came in is refused at the total and the row, and nothing is saved', async () => {
    const answer = await national().ask({ '13.plan': '101', '27.plan': '5' });
    expect(answer.status).toBe(422);
    expect(fieldError(answer.html, 'total')).toContain('分配量の合計（106箱）が国の供給量（100箱）を6箱超えています');
    expect(fieldError(answer.html, '13-plan')).toContain('国の供給量より多く入力されています。');
    expect(await sheets()).toEqual([]);
  });

  test('without a supply it is refused', async () => {
    await reset();
    ground = await layGround(db, { supply: null });
    expect(fieldError((await national().ask({ '13.plan': '1' })).html, 'total')).toContain(
      '国の供給量がまだ決まっていない',
    );
  });

  test('nothing entered is refused; zeros are a decision', async () => {
    expect(fieldError((await national().ask({ '13.plan': '' })).html, 'total')).toContain('1件も入力されていません');
    expect((await national().fix({ '13.plan': '0' })).status).toBe(303);
  });

  test('the same form sent twice counts once', async () => {
    const path = `${national().path}/fix`;
    const form = { _version: await national().version(), _request: 'same-form-twice', 'lines.13.plan': '40' };
    const asked = await app.send(ground.people.ministry, path, form);
    const digest = /name="_confirmed"[^>]*value="([^"]+)"/.exec(asked.html)?.[1] ?? '';
    const first = await app.send(ground.people.ministry, path, { ...form, _confirmed: digest });
    const second = await app.send(ground.people.ministry, path, { ...form, _confirmed: digest });
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.location).toBe(first.location);
    expect(await notices()).toHaveLength(1);
    expect(await sheets()).toEqual([{ level: 'national', state: 'fixed', revision: 1 }]);
  });

  test('a fixed sheet takes no more figures', async () => {
    const version = await national().version();
    await national().fix({ '13.plan': '40' });
    expect(
      (await app.send(ground.people.ministry, national().path, { _version: version, 'lines.13.plan': '41' })).status,
    ).toBe(409);
    expect(
      (await app.send(ground.people.ministry, national().path, { _version: '1', 'lines.13.plan': '41' })).status,
    ).toBe(409);
  });

  test('strangers and unknown クール do not exist', async () => {
    const { people, cycleId } = ground;
    expect((await app.open(people.prefecture, `/allocations/national/${cycleId}`)).status).toBe(404);
    expect((await app.open(people.basic, '/allocations')).status).toBe(404);
    expect(
      (await app.send(people.municipality, `/allocations/prefectural/${cycleId}/fix`, { _version: '0' })).status,
    ).toBe(404);
    for (const id of ['999', '0', '-1', '1e9', 'x'])
      expect((await app.open(people.ministry, `/allocations/national/${id}`)).status).toBe(404);
    expect(
      (await app.send(people.ministry, '/allocations/national/999', { _version: '0', 'lines.13.plan': '1' })).status,
    ).toBe(404);
    expect((await app.open(people.ministry, `/allocations?cycle=${cycleId}`)).status).toBe(200);
  });
});

describe('a correction', () => {
  beforeEach(async () => {
    await national().fix({ '13.plan': '40', '27.plan': '60' });
    await prefectural().fix({ '131032.plan': '10', '131016.plan': '30' });
  });

  test('needs a reason, is a new revision, and tells only whose amount changed', async () => {
    const empty = await national().correct('');
    expect(empty.status).toBe(422);
    expect(fieldError(empty.html, 'reason')).toContain('修正の理由を入力してください。');
    expect((await national().correct('大阪府の返納')).status).toBe(303);
    expect(plain(await prefectural().page())).toContain('国からの分配量40箱');
    const before = (await notices()).length;
    expect((await national().fix({ '13.plan': '40', '27.plan': '55' })).status).toBe(303);
    expect(await notices()).toHaveLength(before);
    expect((await sheets()).filter(({ level }) => level === 'national')).toEqual([
      { level: 'national', state: 'superseded', revision: 1 },
      { level: 'national', state: 'fixed', revision: 2 },
    ]);
    const html = plain(await national().page());
    for (const part of ['第2版', '大阪府の返納', '第2版で変更した1件', '60箱', '55箱']) expect(html).toContain(part);
  });

  test('does not take below what the level below has fixed', async () => {
    await national().correct('減らす');
    const answer = await national().ask({ '13.plan': '39', '27.plan': '60' });
    expect(answer.status).toBe(422);
    expect(fieldError(answer.html, '13-plan')).toContain('東京都がすでに確定した分配量（40箱）より少なくできません');
    expect((await national().fix({ '13.plan': '41', '27.plan': '50' })).status).toBe(303);
    expect(plain(await prefectural().page())).toContain('国からの分配量41箱');
  });

  test('can be left, and forms of it are stale then', async () => {
    await national().correct('まちがい');
    const version = await national().version();
    const left = await app.send(ground.people.ministry, `${national().path}/discard`, { _version: version });
    expect(left.status).toBe(303);
    expect((await sheets()).filter(({ level }) => level === 'national')).toEqual([
      { level: 'national', state: 'fixed', revision: 1 },
    ]);
    await national().correct('もう一度');
    const late = await app.send(ground.people.ministry, national().path, { _version: version, 'lines.13.plan': '1' });
    expect(late.status).toBe(409);
  });

  test('a closed クール is history', async () => {
    await db.transaction({ role: 'all' }, (tx) => sql`update cycles set state = 'closed'`.execute(tx));
    expect(await national().page()).not.toContain('修正する</');
    const version = await rowsOf(
      db,
      sql<{ version: number }>`select version from allocation_sheets where level = 'national'`,
    );
    const answer = await app.send(ground.people.ministry, `${national().path}/correct`, {
      _version: String(version[0]?.version),
      reason: 'x',
    });
    expect(answer.status).toBe(409);
  });
});
