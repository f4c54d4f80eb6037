import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { accountLimits } from '../../../src/features/accounts/index.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { confirmed, fieldError } from '../../support/html.ts';

const { db, reset } = await testDb();
let app: TestApp;
let people: Record<Column, Person>;

const rows = async <T>(query: string): Promise<T[]> =>
  db.transaction({ role: 'all' }, async (tx) => (await sql.raw<T>(query).execute(tx)).rows);

beforeEach(async () => {
  await reset();
  people = await addPeople(db, START);
  app = await testApp(db);
});

const create = (fields: Record<string, string>, who: Person = people.ministry) =>
  app.send(who, '/organisations/new', {
    kind: 'wholesaler',
    code: '',
    name: '北海薬品',
    phone: '',
    email: '',
    ...fields,
  });
const invite = (orgId: number, fields: Record<string, string> = {}, who: Person = people.desk) =>
  app.send(who, `/organisations/${orgId}/users`, {
    familyName: '芝',
    givenName: '花子',
    email: 'hanako@example.jp',
    ...fields,
  });

describe('an organisation', () => {
  test('is made by 国 and by the desk; an office takes its name from its code', async () => {
    const { location } = await create({ phone: '０１１ー０００ー０００１', email: 'info@example.jp' });
    expect((await app.open(people.desk, location)).html).toContain('011-000-0001');
    await rows("insert into municipalities values ('131041', '13', '新宿区', 'しんじゅくく', 10) returning code");
    const office = await create({ kind: 'municipality', code: '１３１０４１', name: '' }, people.desk);
    expect((await app.open(people.desk, office.location)).html).toContain('<h1>組織 新宿区</h1>');
  });

  test.each([
    [{ name: '' }, 'name', '名称を入力'],
    [{ name: '東京都の卸業者' }, 'name', 'すでに登録されています'],
    [{ code: '13' }, 'code', '都道府県・市町村のときだけ'],
    [{ kind: 'municipality', code: '' }, 'code', '6桁の市町村コード'],
    [{ kind: 'municipality', code: '131033' }, 'code', '正しくありません'],
    [{ kind: 'prefecture', code: '13' }, 'code', 'すでに登録されています'],
    [{ kind: 'ministry' }, 'kind', '選択してください'],
    [{ phone: '-1' }, 'phone', '10桁か11桁'],
    [{ email: 'info＠' }, 'email', '名前@ドメイン'],
    [{ email: 'in\u0000fo@example.jp' }, 'email', '名前@ドメイン'],
  ])('%o is refused at its field', async (fields, name, words) => {
    const before = await rows('select id from organisations');
    const answer = await create(fields as unknown as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(fieldError(answer.html, name)).toContain(words);
    expect(await rows('select id from organisations')).toHaveLength(before.length);
  });

  test('made twice at the same moment is there once', async () => {
    const answers = await Promise.all([create({}), create({}, people.desk)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await rows("select id from organisations where name = '北海薬品'")).toHaveLength(1);
  });

  test('whose key somebody else takes at the same moment, twice over, comes back with what was typed', async () => {
    let runs = 0;
    const clashing = await testApp({
      ...db,
      transaction: (options, work) =>
        db.transaction(options, async (tx) => {
          const done = await work(tx);
          const { rows } = await sql`select 1 from organisations where name = '南海薬品'`.execute(tx);
          if (rows.length === 0) return done;
          runs += 1;
          throw Object.assign(new Error('duplicate key'), { code: '23505' });
        }),
    });
    const fields = { kind: 'wholesaler', code: '', name: '南海薬品', phone: '', email: '' };
    const { status, html } = await clashing.send(people.ministry, '/organisations/new', fields);
    expect([status, runs]).toEqual([409, 2]);
    expect(html).toContain('同じ内容がほかの人によって先に登録されました');
    expect(html).toContain('value="南海薬品"');
  });

  test('shut, its users are out at once; 国, the desk and the own one cannot be shut', async () => {
    const path = `/organisations/${people.wholesaler.orgId}/edit`;
    const fields = { name: '東京都の卸業者', phone: '', email: '', active: '0', _version: '1' };
    const asked = await app.send(people.desk, path, fields);
    expect(asked.html).toContain('利用を停止しますか');
    expect((await app.send(people.desk, path, { ...fields, _confirmed: confirmed(asked.html) })).status).toBe(303);
    expect((await app.open(people.wholesaler, '/')).status).toBe(303);
    expect((await app.send(people.desk, path, { ...fields, active: '1' })).status).toBe(409);
    for (const who of ['ministry', 'desk'] as const) {
      const own = await app.send(people.ministry, `/organisations/${people[who].orgId}/edit`, { ...fields, name: who });
      expect(own.status).toBe(409);
      expect(own.html).toContain('停止できません');
    }
  });

  test('is not for others, and the desk keeps out of 国', async () => {
    for (const who of ['prefecture', 'municipality', 'manufacturer', 'wholesaler', 'basic', 'vendor'] as const) {
      expect((await app.open(people[who], '/organisations')).status).toBe(404);
      expect((await create({}, people[who])).status).toBe(404);
      expect((await invite(people.prefecture.orgId, {}, people[who])).status).toBe(404);
    }
    expect((await invite(people.ministry.orgId)).status).toBe(404);
    expect((await app.open(people.desk, '/organisations')).html).not.toContain('厚生労働省');
    expect((await app.open(people.ministry, '/organisations')).html).toContain('厚生労働省');
  });
});

describe('the list', () => {
  beforeEach(async () => {
    await rows(
      `insert into organisations (kind, name) select 'wholesaler', 'ヤクヒン卸' || n from generate_series(100, 259) n returning id`,
    );
  });

  test('pages through everything once, filtered by kind and by name in any width', async () => {
    const seen: string[] = [];
    let url = '/organisations?kind=wholesaler&q=%EF%BE%94%EF%BD%B8%EF%BE%8B%EF%BE%9D'; // ﾔｸﾋﾝ
    for (let pages = 0; url && pages < 10; pages++) {
      const { html } = await app.open(people.ministry, url);
      expect(html).toContain('160件');
      seen.push(...[...html.matchAll(/ヤクヒン卸\d+/g)].map(([name]) => name));
      url = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    }
    expect(seen).toEqual([...new Set(seen)]);
    expect(seen).toHaveLength(160);
  });

  test('finds by prefecture, leaves venues out unless asked for, and knows no wildcards', async () => {
    const names = async (query: string) => (await app.open(people.ministry, `/organisations?${query}`)).html;
    expect(await names('q=東京都 港')).toContain('港区');
    expect(await names('q=芝公園')).toContain('該当する組織はありません');
    expect(await names('q=芝公園&kind=venue')).toContain('芝公園病院');
    expect(await names('q=%25')).toContain('該当する組織はありません');
  });
});

describe('a user', () => {
  const user = async () =>
    (await rows<{ id: number; version: number }>("select id, version from users where email = 'hanako@example.jp'"))[0];

  test('is invited by mail, once for an address', async () => {
    const { location } = await invite(people.prefecture.orgId);
    expect((await app.open(people.desk, location)).html).toContain('招待のメールを送りました');
    const mails = await rows<{ body: string }>("select body from mails where to_address = 'hanako@example.jp'");
    expect(mails[0]?.body).toContain('東京都\n芝 花子 様');
    const again = await invite(people.prefecture.orgId, { email: 'HANAKO@example.jp' });
    expect(fieldError(again.html, 'email')).toContain('すでにいます');
    expect((await invite(people.municipality.orgId)).status).toBe(303);
  });

  test.each([
    [{ email: 'x' }, 'email', '名前@ドメイン'],
    [{ familyName: '' }, 'familyName', '姓を入力'],
    [{ givenName: '=1+1' }, 'givenName', '「=」'],
  ])('%o is refused at its field', async (fields, name, words) => {
    const answer = await invite(people.prefecture.orgId, fields as unknown as Record<string, string>);
    expect(fieldError(answer.html, name)).toContain(words);
    expect(await user()).toBeUndefined();
  });

  test('of a venue is not let in again where the limit is reached meanwhile (MC-3)', async () => {
    const { orgId, userId } = people.basic;
    await db.transaction({ role: 'all' }, async (tx) => {
      await sql`update users set disabled_at = now() where id = ${userId}`.execute(tx);
      await sql`insert into users (org_id, user_name, family_name, given_name, email)
        select ${orgId}, 'full' || n || '@v.sys', '芝', '花子', n || '@example.jp'
        from generate_series(1, ${accountLimits.usersPerVenue}::int) n`.execute(tx);
    });
    const answer = await app.send(people.desk, `/organisations/${orgId}/users/${userId}/enable`, { _version: '1' });
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('上限');
  });

  test('is shut out at once, let in again, and sent a new URL; never oneself', async () => {
    const path = `/organisations/${people.wholesaler.orgId}/users/${people.wholesaler.userId}`;
    await db.transaction({ role: 'all' }, (tx) =>
      sql`insert into passkeys (user_id, credential_id, public_key, counter, name, created_at)
        values (${people.wholesaler.userId}, 'x', '\\x00', 0, 'x', now())`.execute(tx),
    );
    const asked = await app.send(people.desk, `${path}/disable`, { _version: '1' });
    expect(asked.html).toContain('この利用者の利用を停止しますか');
    expect(
      (await app.send(people.desk, `${path}/disable`, { _version: '1', _confirmed: confirmed(asked.html) })).status,
    ).toBe(303);
    expect((await app.open(people.wholesaler, '/')).location).toContain('/login');
    expect(await rows('select id from passkeys')).toEqual([]);
    expect((await app.send(people.ministry, `${path}/enable`, { _version: '2' })).status).toBe(303);
    expect((await app.open(people.wholesaler, '/')).location).toContain('/login');
    expect((await app.send(people.ministry, `${path}/reinvite`, { _version: '3' })).status).toBe(409);
    const told = (await app.open(people.desk, `/desk/users/${people.wholesaler.userId}`)).html;
    expect(told).toContain('利用の停止');
    expect(told).toContain('利用の再開');
    const self = await app.send(
      people.desk,
      `/organisations/${people.desk.orgId}/users/${people.desk.userId}/disable`,
      { _version: '1' },
    );
    expect(self.status).toBe(409);
    await invite(people.prefecture.orgId);
    const hanako = await user();
    expect(
      (
        await app.send(people.desk, `/organisations/${people.prefecture.orgId}/users/${hanako?.id}/reinvite`, {
          _version: '1',
        })
      ).status,
    ).toBe(303);
    expect(await rows("select id from mails where to_address = 'hanako@example.jp'")).toHaveLength(2);
    expect(
      (await app.open(people.desk, `/organisations/${people.municipality.orgId}/users/${hanako?.id}`)).status,
    ).toBe(404);
  });
});
