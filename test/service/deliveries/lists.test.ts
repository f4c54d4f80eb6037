import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { deliveriesWaiting, deliveryMenuState } from '../../../src/features/deliveries/index.ts';
import { asDay } from '../../../src/kernel/calendar.ts';
import type { Actor, Column } from '../../../src/kernel/policy.ts';
import type { Person } from '../../support/app/index.ts';
import { deliver, makeWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});

/** Text of the rows of the table, one string a row. */
const tableRows = (html: string): string[] =>
  [...html.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    (row ?? '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );

describe('「ワクチン分配」', () => {
  test('has the manual’s columns, and amounts and dates of every item', async () => {
    const { html, status } = await world.app.open(world.people.basic, '/distributions');
    expect(status).toBe(200);
    const heads = [...html.matchAll(/<th scope="col"[^>]*>([\s\S]*?)<\/th>/g)].map(([, head]) =>
      (head ?? '').replaceAll(/<[^>]+>/g, ''),
    );
    expect(heads).toEqual([
      'クール',
      '品目',
      '【分配量（最小包装単位）】',
      '分配量（バイアル数・本数）',
      '分配量（接種回数）',
      '納入予定日',
      '状態',
      '製薬メーカー出荷日',
      '次回交換期日',
      '次々回交換期日',
    ]);
    const rows = tableRows(html);
    expect(rows[1]).toMatch(/^第4クール コミナティ 1 箱 195 本 1,170 回/);
    expect(rows[2]).toMatch(/接種用＋希釈用針（100本\/箱） 14 箱 1,400 本/);
    expect(rows[3]).toMatch(/接種用シリンジ（100本\/箱） 12 箱 1,200 本/);
    expect(rows[4]).toMatch(/希釈用シリンジ（100本\/箱） 2 箱 200 本/);
    expect(rows).toHaveLength(5);
  });

  test('only the own rows, of one クール if asked; a taken back row is gone', async () => {
    const { app, people, ids } = world;
    await world.rows(sql`update distributions set cancelled_at = now() where id = ${ids.diluent}`);
    expect(tableRows((await app.open(people.basic, `/distributions?cycle=${ids.cycle}`)).html)).toHaveLength(4);
    expect((await app.open(people.basic, '/distributions?cycle=')).status).toBe(200);
    expect((await app.open(people.basic, '/distributions?cycle=999')).html).toContain(
      '分配されたワクチンはまだありません。',
    );
    expect((await app.open(people.basic, '/distributions?cycle=x')).status).toBe(404);
  });

  test('a satellite gets 404, nobody gets 「ログイン」 first and then that list', async () => {
    const { app, people } = world;
    for (const path of ['/distributions', '/distributions/home'])
      expect((await app.open(people.satellite, path)).status).toBe(404);
    expect(await app.open(null, '/distributions?cycle=4')).toMatchObject({
      status: 303,
      location: '/login?to=%2Fdistributions%3Fcycle%3D4',
    });
  });

  test('「ワクチン分配 ホーム」 names the latest クール and what comes next', async () => {
    const { app, people, ids } = world;
    await world.rows(sql`update distributions set delivery_day = '2021-05-10' where id = ${ids.vaccine}`);
    const { html } = await app.open(people.basic, '/distributions/home');
    expect(html).toContain('<h1>ワクチン分配 ホーム</h1>');
    expect(html).toContain('2021/05/10（月）');
    expect(html).toContain('最新の分配（コミナティ 第4クール）');
  });
});

describe('「発注一覧」', () => {
  test('国 sees all, maker and wholesaler their own', async () => {
    const { app, people, stranger } = world;
    const seen = async (who: Person) => tableRows((await app.open(who, '/orders')).html).length - 1;
    expect([await seen(people.ministry), await seen(people.manufacturer), await seen(people.wholesaler)]).toEqual([
      5, 2, 4,
    ]);
    expect(await seen(stranger.wholesaler)).toBe(1);
    expect((await app.open(people.basic, '/orders')).status).toBe(404);
    expect((await app.open(people.basic, '/orders.csv')).status).toBe(404);
  });

  test('as CSV: BOM, codes whole, formulas neutralised', async () => {
    const { app, people } = world;
    const { html: csv } = await app.open(people.ministry, '/orders.csv');
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const lines = csv.trim().split('\r\n');
    expect(lines[0]).toContain('クール,医療機関コード,医療機関・接種会場名,納入先名,納入先住所,品目');
    expect(lines[1]).toContain(
      'コミナティ 第4クール,1310300015,芝公園病院,芝公園病院,東京都港区,コミナティ,1,箱,195,ドライアイス',
    );
    expect(lines[5]).toContain(",'=横浜の病院,");
    const own = await app.open(people.wholesaler, '/orders.csv?item=supplies');
    expect(own.html.trim().split('\r\n')).toHaveLength(4);
  });

  test('50 rows a page, forwards and back', async () => {
    const { app, people, ids } = world;
    await world.rows(sql`with made as (insert into organisations (kind, name, prefecture_code, municipality_code)
        select 'venue', '施設' || n, '13', '131032' from generate_series(1, 60) n returning id),
      named as (insert into venue_directory (venue_id, code, name, prefecture_code, municipality_code)
        select id, lpad((7000000000 + id)::text, 10, '0'), '施設', '13', '131032' from made returning venue_id)
      insert into venues (venue_id, prefecture_code, municipality_code) select venue_id, '13', '131032' from named`);
    await world.rows(sql`insert into distributions (cycle_id, sheet_id, venue_id, prefecture_code, municipality_code, item,
        units, pieces, doses_per_vial, wholesaler_id, fixed_at)
      select ${ids.cycle}, d.sheet_id, v.venue_id, '13', '131032', 'needle', 1, 100, 6, d.wholesaler_id, now()
      from venues v, distributions d where d.id = ${ids.needle}
        and v.venue_id not in (select venue_id from distributions)`);
    const links = (html: string) => ({
      next: /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&'),
      previous: /href="([^"]+)" rel="prev"/.exec(html)?.[1]?.replaceAll('&amp;', '&'),
    });
    const first = await app.open(people.ministry, '/orders');
    expect(tableRows(first.html)).toHaveLength(51);
    expect(links(first.html).previous).toBeUndefined();
    const second = await app.open(people.ministry, links(first.html).next ?? '');
    const all = [...tableRows(first.html).slice(1), ...tableRows(second.html).slice(1)];
    expect(second.html).toContain('66件');
    expect(all).toHaveLength(66);
    expect(new Set(all).size).toBe(66);
    expect(links(second.html).next).toBeUndefined();
    const back = await app.open(people.ministry, links(second.html).previous ?? '');
    expect(tableRows(back.html)).toEqual(tableRows(first.html));
    expect(links(back.html).previous).toBeUndefined();
  });
});

describe('「配送状況」', () => {
  test('each office sees its area', async () => {
    const { app, people } = world;
    const seen = async (who: Person, query = '') =>
      tableRows((await app.open(who, `/distributions/offices${query}`)).html).length - 1;
    expect([await seen(people.ministry), await seen(people.prefecture), await seen(people.municipality)]).toEqual([
      5, 4, 4,
    ]);
    expect(await seen(people.ministry, '?prefecture=14')).toBe(1);
    expect(await seen(people.prefecture, '?item=vaccine&state=missing-day')).toBe(1);
    expect(await seen(people.prefecture, '?prefecture=14')).toBe(-1);
    expect((await app.open(people.basic, '/distributions/offices')).status).toBe(404);
    expect((await app.open(people.ministry, '/distributions/offices?state=%27')).status).toBe(404);
  });
});

describe('「ホーム」', () => {
  const today = asDay('2021-05-11');
  const waiting = (who: Column, kind: Actor['org']['kind'], reach: string) =>
    world.db.transaction({ role: 'web', settings: { 'app.reach': `${reach}${world.people[who].orgId}` } }, (tx) => {
      const org = { id: world.people[who].orgId, kind, name: '', prefectureCode: null, municipalityCode: null };
      const actor: Actor = { userId: 1, userName: '', displayName: '', org, columns: [who] };
      return deliveriesWaiting(tx, actor, today);
    });
  const states = async (who: Column, kind: Actor['org']['kind'], reach: string) =>
    (await waiting(who, kind, reach)).map(({ label, state }) => `${label} ${state}`);

  test('says what waits for whom', async () => {
    expect(await states('manufacturer', 'manufacturer', 'k')).toEqual([
      'コミナティ 第4クールの製薬メーカー出荷日 未入力 2件',
    ]);
    expect(await states('wholesaler', 'wholesaler', 'w')).toEqual(['コミナティ 第4クールの納入予定日 未入力 4件']);
    await world.rows(sql`update distributions set delivery_day = '2021-05-10' where item = 'needle'`);
    expect(await states('wholesaler', 'wholesaler', 'w')).toEqual([
      'コミナティ 第4クールの納入予定日 未入力 3件',
      'コミナティ 第4クールの納入の報告 報告待ち 1件',
    ]);
    expect(await states('basic', 'venue', 'v')).toEqual([]);
    await deliver(world);
    expect(await states('basic', 'venue', 'v')).toEqual(['受領確認 受領確認待ち 1件']);
  });

  test('says where the venue’s deliveries stand', async () => {
    const venueId = world.people.basic.orgId;
    const state = () =>
      world.db.transaction({ role: 'web', settings: { 'app.reach': `v${venueId}` } }, (tx) =>
        deliveryMenuState(tx, venueId, asDay('2021-04-26')),
      );
    expect(await state()).toEqual({ amounts: '第4クール 1箱 分配済', days: '納入予定日は未定です', waiting: 0 });
    await world.rows(sql`update distributions set delivery_day = '2021-05-10' where item = 'vaccine'`);
    expect(await state()).toMatchObject({ amounts: '第4クール 1箱 分配済', days: '次の納入予定日 5/10（月）' });
  });
});
