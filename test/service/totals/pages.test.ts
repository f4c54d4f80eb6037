import { beforeEach, describe, expect, test } from 'vitest';
import { insertReport } from '../../../src/features/reports/reports.store.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { addCycle, rowsOf } from '../demands/support.ts';

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;
let cycle: number;
let vaccine: number;

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  cycle = await addCycle(db);
  vaccine = Number((await rowsOf<{ id: number }>(db, 'select id from vaccines'))[0]?.id);
  app = await testApp(db);
});

const report = (venue: Person, version: number, counts: Record<string, number>, day = 0) =>
  db.transaction({ role: 'all' }, (tx) =>
    insertReport(tx, {
      venueId: venue.orgId,
      prefectureCode: '13',
      municipalityCode: '131032',
      vaccineId: vaccine,
      cycleId: cycle,
      version,
      counts,
      discardedVials: 0,
      at: new Date(START.getTime() + day * 86_400_000),
      userId: venue.userId,
    }),
  );
/** Text of a page, so that figures read as they stand there. */
const text = async (who: Person, url: string): Promise<string> =>
  (await app.open(who, url)).html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const csv = async (who: Person, url: string): Promise<string[][]> =>
  (await app.open(who, url)).html
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));

describe('what is not reported', () => {
  test('is missing at every level, and never 0', async () => {
    for (const who of [people.ministry, people.prefecture, people.municipality]) {
      const page = await text(who, '/totals');
      expect(page).toContain('まだ報告されていません');
      expect(page).toContain('報告済 0 / 2 施設');
      expect(page).not.toMatch(/接種回数 0 回/);
    }
    const [head = [], line = []] = await csv(people.municipality, '/totals/parts.csv');
    expect(line[head.indexOf('接種回数（回）')]).toBe('');
    expect(line[head.indexOf('廃棄（バイアル）')]).toBe('');
  });

  test('one of two venues reported 0: 0 of one, and the other is named as missing', async () => {
    await report(people.basic, 1, { 'elderly.d1': 0 });
    const page = await text(people.municipality, '/totals');
    expect(page).toContain('接種が0回報告されています。まだ報告のない施設が1施設あります。');
    expect(page).toContain('報告済 1 / 2 施設');
    const rows = await csv(people.municipality, '/totals/parts.csv');
    const column = rows[0]?.indexOf('接種回数（回）') ?? -1;
    expect(Object.fromEntries(rows.slice(1).map((row) => [row[1], row[column]]))).toEqual({
      芝公園病院: '0',
      三田クリニック: '',
    });
  });
});

describe('the same figures everywhere', () => {
  beforeEach(async () => {
    await report(people.basic, 1, { 'health_worker.d1': 100, 'elderly.d2': 20 });
    await report(people.basic, 2, { 'health_worker.d1': 90, 'elderly.d2': 40 }, 2);
    await report(people.satellite, 1, { 'health_worker.d1': 5 });
  });

  test('a correction takes back; country, prefecture, municipality and venue agree', async () => {
    const places = [
      [people.ministry, '/totals', '135回'],
      [people.ministry, '/totals?area=13', '135回'],
      [people.municipality, `/totals?cycle=${cycle}`, '135回'],
      [people.prefecture, `/totals?venue=${people.basic.orgId}`, '130回'],
    ] as const;
    for (const [who, url, doses] of places) expect(await text(who, url)).toContain(`接種が${doses}報告されています`);
  });

  test('days and categories add up; a day between without a report is empty', async () => {
    expect(await csv(people.ministry, '/totals/days.csv')).toEqual([
      ['報告日', '接種回数（回）'],
      ['2021-04-26', '125'],
      ['2021-04-27', ''],
      ['2021-04-28', '10'],
    ]);
    const cells = await csv(people.prefecture, '/totals/cells.csv');
    expect(cells.slice(0, 4)).toEqual([
      ['区分', '1回目（回）', '2回目（回）', '延べ回数（回）'],
      ['医療従事者', '95', '0', '95'],
      ['高齢者施設従事者', '0', '0', '0'],
      ['高齢者', '0', '40', '40'],
    ]);
  });

  test.each(['parts', 'days', 'cells', 'cycles'])('%s comes as a picture and as a workbook too', async (name) => {
    const picture = await app.server.inject({ url: `/totals/${name}.svg`, cookies: { sid: people.prefecture.sid } });
    expect(picture.headers['content-type']).toBe('image/svg+xml');
    expect(picture.body).toMatch(/^<svg/);
    const book = await app.server.inject({ url: `/totals/${name}.xlsx`, cookies: { sid: people.prefecture.sid } });
    expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});

test('what lies outside the own area, or nowhere, does not exist', async () => {
  const none = [
    [people.municipality, '/totals?area=13'],
    [people.municipality, '/totals?area=all'],
    [people.municipality, '/totals?area=131016'],
    [people.prefecture, '/totals/parts.csv?area=14'],
    [people.prefecture, '/totals/days.svg?area=all'],
    [people.ministry, '/totals?area=99'],
    [people.ministry, '/totals?cycle=999'],
    [people.ministry, `/totals?venue=${people.ministry.orgId}`],
    [people.ministry, '/totals?vaccine=999'],
    [people.ministry, '/totals?area=x'],
    [people.basic, '/totals'],
  ] as const;
  for (const [who, url] of none) expect((await app.open(who, url)).status, url).toBe(404);
});
