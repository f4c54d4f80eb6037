import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publicReader } from '../../../src/features/navi/reader.store.ts';
import { sheetsOnDisk } from '../../../src/features/navi/sheets-on-disk.store.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { type Running, runSite, setVenue, soon } from './world.ts';

let db: Db;
let people: Record<Column, Person>;
let running: Running[];
let away: boolean;

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  running = [];
  away = false;
});
afterEach(async () => {
  for (const { server, dataDir } of running) {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

/** The database as a process sees it that can lose it. */
const unreliable = (): Db => ({
  ...db,
  transaction: (options, work) =>
    away ? Promise.reject(new Error('connect ECONNREFUSED')) : db.transaction(options, work),
});

const run = async (over: Db = db, dataDir?: string): Promise<Running> => {
  const site = await runSite(over, () => START, dataDir);
  running.push(site);
  return site;
};
/** What a process has written of the lists, for a time without database. */
const keptFiles = ({ dataDir }: Running): string[] => {
  const folder = join(dataDir, 'navi');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const text = async (url: string): Promise<string> => (await fetch(url)).text();

test('a value that the database does not take is no reason to think it away', async () => {
  const read = publicReader(db);
  await expect(read((tx) => sql`select ${'2021-02-30'}::date`.execute(tx))).rejects.toThrow();
  expect((await read((tx) => sql`select 1 as one`.execute(tx))).rows).toEqual([{ one: 1 }]);
  const noted: string[] = [];
  const log = { ...db.log, warn: (_: unknown, line: string) => void noted.push(line) } as Db['log'];
  const lost = publicReader({ ...unreliable(), log });
  away = true;
  await expect(lost((tx) => sql`select 1`.execute(tx))).rejects.toThrow('ECONNREFUSED');
  away = false;
  await expect(lost((tx) => sql`select 1`.execute(tx))).rejects.toThrow('away');
  expect(noted).toHaveLength(1);
});

test('all who ask for the kept lists at the same time get them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'navi-'));
  const sheet = (municipalityCode: string) => ({ municipalityCode, readAt: START.toISOString(), venues: [] });
  for (const code of ['131016', '131032']) await sheetsOnDisk(folder).write(sheet(code), 1);
  const disk = sheetsOnDisk(folder);
  const found = await Promise.all(['131016', '131032'].map((code) => disk.read(code)));
  expect(found).toEqual(['131016', '131032'].map(sheet));
  rmSync(folder, { recursive: true });
});

test('a list that another process has written anew is found under its new name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'navi-'));
  const sheet = (readAt: string) => ({ municipalityCode: '131032', readAt, venues: [] });
  const [one, other] = [sheetsOnDisk(folder), sheetsOnDisk(folder)];
  await one.write(sheet('2021-04-26T00:00:00.000Z'), 1);
  expect((await other.read('131032'))?.readAt).toBe('2021-04-26T00:00:00.000Z');
  await one.write(sheet('2021-04-26T00:01:00.000Z'), 2);
  expect((await other.read('131032'))?.readAt).toBe('2021-04-26T00:01:00.000Z');
  rmSync(folder, { recursive: true });
  expect(await other.read('131032')).toBeNull();
});

describe('S23: several processes', () => {
  test('each one drops the pages of a municipality that another process changed', async () => {
    const [one, other] = [await run(), await run()];
    for (const { url } of [one, other]) expect(await text(`${url}/navi/131032`)).toContain('未登録');
    await setVenue(db, people.basic.orgId, { booking_mark: 'few', booking_marked_at: START });
    for (const { url } of [one, other])
      expect(await soon(async () => (await text(`${url}/navi/131032`)).includes('残り少数</strong><time'))).toBe(true);
  });

  test('a venue that moves away is gone from the one list and stands in the other', async () => {
    const { url } = await run();
    expect(await text(`${url}/navi/131032`)).toContain('芝公園病院');
    expect(await text(`${url}/navi/131016`)).not.toContain('芝公園病院');
    await db.raw.session('owner', (session) =>
      session.exec(`insert into municipalities values ('131016', '13', '千代田区', 'ちよだく', 10);
        update venue_directory set municipality_code = '131016' where name = '芝公園病院'`),
    );
    expect(await soon(async () => (await text(`${url}/navi/131016`)).includes('芝公園病院'))).toBe(true);
    expect(await text(`${url}/navi/131032`)).not.toContain('芝公園病院');
  });
});

describe('S23: the database is away', () => {
  test('lists and venues are still there, also in a process that starts without it; the search says where they are', async () => {
    const first = await run(unreliable());
    const onDisk = async () => keptFiles(first).some((name) => /^131032-\d+\.json$/.test(name));
    expect(await soon(onDisk)).toBe(true);
    const kept = await run(unreliable(), first.dataDir);
    away = true;
    for (const path of ['/navi/131032', '/navi/en/131032?bookable=', '/navi/venues/1310300015', '/navi/13']) {
      const reply = await fetch(`${kept.url}${path}`);
      expect([path, reply.status]).toEqual([path, 200]);
      const page = await reply.text();
      expect(page).toMatch(/時点の情報を表示しています|This is as of/);
      expect(page).toMatch(/芝公園病院|港区|131032/);
    }
    const search = await fetch(`${kept.url}/navi/search?q=abc`);
    expect([search.status, search.headers.get('retry-after'), search.headers.get('cache-control')]).toEqual([
      503,
      '30',
      'no-store',
    ]);
    expect(await search.text()).toContain('href="/navi/13"');
    // Of a prefecture of which nothing was kept nothing is known: not that it has no site.
    rmSync(join(kept.dataDir, 'navi'), { recursive: true });
    const unknown = await fetch(`${kept.url}/navi/27`);
    expect([unknown.status, (await unknown.text()).includes('会場なし')]).toEqual([503, false]);
    const api = await fetch(`${kept.url}/api/v1/venues`);
    expect([api.status, api.headers.get('content-type')]).toEqual([503, 'application/problem+json; charset=utf-8']);
  });

  test('what is cached goes on unchanged, and is fresh again when the database is back', async () => {
    const site = await run(unreliable());
    const { url } = site;
    // Its first look at the versions is over when it writes files.
    expect(await soon(async () => keptFiles(site).length > 0)).toBe(true);
    const before = await text(`${url}/navi/131032`);
    away = true;
    expect(await text(`${url}/navi/131032`)).toBe(before);
    await setVenue(db, people.basic.orgId, { booking_mark: 'few', booking_marked_at: START });
    away = false;
    expect(await soon(async () => (await text(`${url}/navi/131032`)).includes('残り少数</strong><time'))).toBe(true);
  });
});
