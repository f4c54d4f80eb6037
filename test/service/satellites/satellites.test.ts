import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { confirmed, fieldError } from '../../support/html.ts';

const { db, reset } = await testDb();
let app: TestApp;
let people: Record<Column, Person>;
let neighbour: number;

const rows = async <T>(query: string): Promise<T[]> =>
  db.transaction({ role: 'all' }, async (tx) => (await sql.raw<T>(query).execute(tx)).rows);

const addVenue = async (
  name: string,
  kana: string,
  code: string,
  municipality: string,
  role: string,
): Promise<number> => {
  const [made] = await rows<{ id: number }>(
    `insert into organisations (kind, name, prefecture_code, municipality_code) values ('venue', '${name}', '13', '${municipality}') returning id`,
  );
  const id = made?.id ?? 0;
  await rows(`insert into venue_directory (venue_id, code, name, kana, prefecture_code, municipality_code, town, search_text)
    values (${id}, '${code}', '${name}', '${kana}', '13', '${municipality}', '芝浦', lower(normalize('${name} ${kana} 東京都 芝浦 ${code}', nfkc))) returning venue_id`);
  await rows(
    `insert into venues (venue_id, prefecture_code, municipality_code) values (${id}, '13', '${municipality}') returning venue_id`,
  );
  await rows(`insert into venue_vaccines values (${id}, 1, '${role}') returning venue_id`);
  return id;
};

beforeEach(async () => {
  await reset();
  people = await addPeople(db, START);
  app = await testApp(db);
  await rows("insert into municipalities values ('131041', '13', '新宿区', 'しんじゅくく', 10) returning code");
  await rows("update venue_directory set search_text = lower(normalize(name || ' ' || code, nfkc)) returning venue_id");
  neighbour = await addVenue('新宿中央病院', 'しんじゅくちゅうおうびょういん', '1310400011', '131041', 'basic');
});

const path = () => `/satellites/${people.satellite.orgId}/1`;
const link = (basicVenueId: number | string, extra: Record<string, string | string[]> = {}) =>
  app.send(people.municipality, path(), { basicVenueId: String(basicVenueId), _version: '0', ...extra });
const linked = async () =>
  (
    await rows<{ to: number }>(
      `select basic_venue_id as "to" from venue_vaccines where venue_id = ${people.satellite.orgId}`,
    )
  )[0]?.to;
const lookUp = async (query: string, who: Person = people.municipality) =>
  JSON.parse((await app.open(who, `/lookup/venues?${query}`)).html) as {
    results: { id: number; name: string; detail: string }[];
    more: boolean;
  };

describe('linking', () => {
  test('keeps the 基本型, tells both sides, and shows it in the list', async () => {
    expect((await link(people.basic.orgId)).location).toBe(`/satellites?saved=${people.satellite.orgId}&vaccine=1`);
    expect(await linked()).toBe(people.basic.orgId);
    const list = (await app.open(people.municipality, '/satellites')).html;
    expect(list).toContain('1件（未連携 0件）');
    expect(list).toContain('芝公園病院');
    expect(
      (await rows<{ org_id: number }>('select org_id from notices order by org_id')).map(({ org_id }) => org_id),
    ).toEqual([people.basic.orgId, people.satellite.orgId]);
  });

  test.each([
    ['nothing', () => '', '虫眼鏡マーク'],
    ['another satellite', () => people.satellite.orgId, '基本型接種施設ではありません'],
    ['an office', () => people.prefecture.orgId, '基本型接種施設ではありません'],
    ['what is no id', () => '1e3', '選択し直して'],
    ['10^12', () => '1000000000000', '基本型接種施設ではありません'],
  ])('%s is refused at the field', async (_what, id, words) => {
    const answer = await link(id(), { basicVenueId__text: '芝公園' });
    expect(answer.status).toBe(422);
    expect(fieldError(answer.html, 'basicVenueId')).toContain(words);
    expect(answer.html).toContain('value="芝公園"');
    expect(await linked()).toBeNull();
  });

  test('to another municipality is asked, and a form opened before another’s save is refused', async () => {
    const asked = await link(neighbour);
    expect(asked.html).toContain('ほかの市町村の施設です');
    expect((await link(neighbour, { _confirmed: confirmed(asked.html) })).status).toBe(303);
    const late = await link(people.basic.orgId);
    expect(late.status).toBe(409);
    expect(late.html).toContain('港区の港 太郎さんが先に変更しました');
    expect(await linked()).toBe(neighbour);
  });

  test('「連携を解除する」 asks, tells both sides, and the history keeps from when until when', async () => {
    const unlink = (fields: Record<string, string | string[]>) =>
      app.send(people.municipality, `${path()}/unlink`, fields);
    expect((await unlink({ _version: '0' })).status).toBe(409);
    await link(people.basic.orgId);
    expect((await unlink({ _version: '0' })).status).toBe(409);
    const version = { _version: String(people.basic.orgId) };
    const asked = await unlink(version);
    expect(asked.html).toContain('連携を解除しますか');
    expect((await unlink({ ...version, _confirmed: confirmed(asked.html) })).location).toBe(`${path()}?saved=unlinked`);
    expect(await linked()).toBeNull();
    const page = (await app.open(people.municipality, `${path()}?saved=unlinked`)).html;
    expect(page).toContain('連携を解除しました。');
    expect(page).toContain('未連携');
    expect(await rows('select basic_venue_id, from_day::text, to_day::text from satellite_links')).toEqual([
      { basic_venue_id: people.basic.orgId, from_day: '2021-04-26', to_day: '2021-04-26' },
    ]);
    expect(await rows('select id from notices')).toHaveLength(4);
    await link(people.basic.orgId);
    expect((await app.open(people.municipality, path())).html).toContain('連携中');
    for (const who of [people.satellite, people.ministry, people.prefecture])
      expect((await app.send(who, `${path()}/unlink`, version)).status).toBe(404);
  });

  test('a link from before links were kept gets its end', async () => {
    await rows(
      `update venue_vaccines set basic_venue_id = ${people.basic.orgId} where venue_id = ${people.satellite.orgId} returning 1`,
    );
    const asked = await link(neighbour, { _version: String(people.basic.orgId) });
    await link(neighbour, { _version: String(people.basic.orgId), _confirmed: confirmed(asked.html) });
    expect(await rows('select basic_venue_id, from_day::text, to_day::text from satellite_links order by id')).toEqual([
      { basic_venue_id: people.basic.orgId, from_day: null, to_day: '2021-04-26' },
      { basic_venue_id: neighbour, from_day: '2021-04-26', to_day: null },
    ]);
  });

  test('is for the satellite’s municipality only', async () => {
    const foreign = await addVenue('新宿クリニック', 'しんじゅくくりにっく', '1310400029', '131041', 'satellite');
    for (const [who, url] of [
      [people.municipality, `/satellites/${foreign}/1`],
      [people.municipality, `/satellites/${people.basic.orgId}/1`],
      [people.ministry, path()],
      [people.satellite, path()],
      [people.prefecture, '/satellites'],
    ] as const) {
      expect((await app.open(who, url)).status).toBe(404);
      expect((await app.send(who, url, { basicVenueId: String(people.basic.orgId) })).status).toBe(404);
    }
    expect((await app.open(people.municipality, '/satellites')).html).not.toContain('新宿クリニック');
  });
});

describe('the search without script', () => {
  test('the magnifier leads to results, and a result fills the field', async () => {
    const sent = await link('', { _lookup: 'basicVenueId', basicVenueId__text: '芝公園' });
    expect(sent.status).toBe(303);
    const results = (await app.open(people.municipality, sent.location)).html;
    expect(results).toContain(`${path()}?choose=${people.basic.orgId}`);
    const filled = (await app.open(people.municipality, `${path()}?choose=${people.basic.orgId}`)).html;
    expect(filled).toMatch(new RegExp(`name="basicVenueId" value="${people.basic.orgId}"`));
    expect(filled).toContain('value="芝公園病院"');
  });
});

describe('the look-up', () => {
  test('finds names in any width and script; codes only among 「すべての項目」', async () => {
    const names = async (query: string) => (await lookUp(query)).results.map(({ name }) => name);
    expect(await names('q=シンジュク　ﾁｭｳｵｳ')).toEqual(['新宿中央病院']);
    expect(await names('q=１３１０４００')).toEqual([]);
    expect(await names('q=１３１０４００&scope=all')).toEqual(['新宿中央病院']);
    expect(await names('q=芝浦')).toEqual([]);
    expect(await names('q=芝浦&scope=all')).toEqual(['新宿中央病院']);
  });

  test('wildcards mean themselves; role and vaccine narrow; the own municipality comes first', async () => {
    for (const q of ['%25', '_', '%5C']) expect((await lookUp(`q=${q}&scope=all`)).results).toEqual([]);
    expect((await lookUp('q=&role=basic&vaccine=1')).results.map(({ id }) => id)).toEqual([
      people.basic.orgId,
      neighbour,
    ]);
    expect((await lookUp('q=&role=basic&vaccine=2')).results).toEqual([]);
  });

  test('gives 20 and says that there are more; not approved venues are not there', async () => {
    for (let n = 10; n < 32; n++) await addVenue(`芝浦病院${n}`, 'しばうら', `13103009${n}`, '131032', 'basic');
    const { results, more } = await lookUp('q=芝浦病院');
    expect([results.length, more]).toEqual([20, true]);
    await rows("update venue_directory set approved = false where name like '芝浦%' returning venue_id");
    expect(await lookUp('q=芝浦病院')).toEqual({ results: [], more: false });
  });

  test('answers every venue and office, not the desk and nobody else', async () => {
    expect((await lookUp('q=芝公園', people.satellite)).results).toHaveLength(1);
    expect((await app.open(people.desk, '/lookup/venues?q=a')).status).toBe(404);
    expect((await app.open(null, '/lookup/venues?q=a')).status).toBe(303);
  });
});
