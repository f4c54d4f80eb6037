import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { insertReport } from '../../../src/features/reports/reports.store.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { rowsOf } from '../demands/support.ts';
import { addVenues, setVenue } from './world.ts';

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  app = await testApp(db);
});

const get = (url: string) => app.server.inject({ url: `/api/v1${url}`, headers: { origin: 'https://example.com' } });

describe('S24', () => {
  test('CSV, NDJSON and JSON hold the same venues, more than one batch of them', async () => {
    await addVenues(db, 1201);
    await setVenue(db, people.basic.orgId, {
      name: '=1+1,"引用"',
      notice: '一行目\n二行目',
      parking_spaces: 0,
      booking_mark: 'few',
      booking_marked_at: START,
    });
    const csv = await get('/venues.csv');
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'access-control-allow-origin': '*',
    });
    const rows = parse(csv.body, { columns: true, bom: true }) as Record<string, string>[];
    const lines = (await get('/venues.ndjson')).body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const items: { code: string }[] = [];
    for (let url: string | null = '/venues?limit=500'; url; ) {
      const part: { items: { code: string }[]; next: string | null; licence: string } = (await get(url)).json();
      expect(part.licence).toContain('CC BY 4.0');
      items.push(...part.items);
      url = part.next?.replace(/^.*\/api\/v1/, '') ?? null;
    }
    expect(rows).toHaveLength(1203);
    expect(rows.map(({ code }) => code)).toEqual(items.map(({ code }) => code));
    expect(lines).toEqual(items);
    const one = rows.find(({ code }) => code === '1310300015');
    expect(one).toMatchObject({
      name: `'=1+1,"引用"`,
      notice: '一行目\n二行目',
      parkingSpaces: '0',
      bookingMark: 'few',
      vaccines: 'comirnaty',
    });
    expect((await get('/venues/1310300015')).json()).toEqual(lines.find(({ code }) => code === '1310300015'));
  });

  test('booking marks say whether they are old', async () => {
    await setVenue(db, people.basic.orgId, {
      booking_mark: 'open',
      booking_marked_at: new Date('2021-04-10T10:00:00+09:00'),
    });
    const { items } = (await get('/booking-marks?municipality=131032')).json();
    expect(items).toEqual([
      {
        code: '1310300015',
        municipalityCode: '131032',
        bookingMark: 'open',
        bookingSign: '○',
        bookingMarkedAt: '2021-04-10T01:00:00.000Z',
        old: true,
      },
      {
        code: '1310300023',
        municipalityCode: '131032',
        bookingMark: 'unset',
        bookingSign: '－',
        bookingMarkedAt: null,
        old: false,
      },
    ]);
    expect((await get('/booking-marks?prefecture=01')).json().items).toEqual([]);
  });

  test('doses by date, prefecture, category and number come in pages, as CSV and as NDJSON', async () => {
    const vaccineId = Number((await rowsOf<{ id: number }>(db, 'select id from vaccines'))[0]?.id);
    const report = (version: number, elderly: number, day: string) =>
      db.transaction({ role: 'all' }, (tx) =>
        insertReport(tx, {
          venueId: people.basic.orgId,
          prefectureCode: '13',
          municipalityCode: '131032',
          vaccineId,
          cycleId: null,
          version,
          counts: { 'health_worker.d1': 10, 'elderly.d1': elderly },
          discardedVials: 0,
          at: new Date(`${day}T16:00:00+09:00`),
          userId: people.basic.userId,
        }),
      );
    await report(1, 30, '2021-04-24');
    await report(2, 25, '2021-04-26');
    const items: { date: string; category: string; doses: number }[] = [];
    for (let url: string | null = '/doses?limit=2&prefecture=13'; url; ) {
      const part: { items: typeof items; next: string | null } = (await get(url)).json();
      items.push(...part.items);
      url = part.next?.replace(/^.*\/api\/v1/, '') ?? null;
    }
    expect(items.map(({ date, category, doses }) => [date, category, doses])).toEqual([
      ['2021-04-24', 'elderly', 30],
      ['2021-04-24', 'health_worker', 10],
      ['2021-04-26', 'elderly', -5],
    ]);
    expect(items[0]).toEqual({
      date: '2021-04-24',
      prefectureCode: '13',
      prefectureName: '東京都',
      vaccine: 'comirnaty',
      category: 'elderly',
      categoryName: '高齢者',
      doseNumber: 1,
      doses: 30,
    });
    const lines = (await get('/doses.ndjson')).body.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(items);
    const rows = parse((await get('/doses.csv')).body, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map(({ doses }) => doses)).toEqual(['30', '10', '-5']);
    expect((await get('/doses?prefecture=14')).json().items).toEqual([]);
    for (const after of ['x', '2021-02-30_13_1_over65_1'])
      expect((await get(`/doses?after=${after}`)).statusCode).toBe(422);
  });

  test('OpenAPI describes every path, with the fields that come', async () => {
    const api = (await get('/openapi.json')).json();
    expect(Object.keys(api.paths)).toEqual(
      expect.arrayContaining(
        [
          'booking-marks',
          'booking-marks.csv',
          'booking-marks.ndjson',
          'doses',
          'doses.csv',
          'doses.ndjson',
          'venues',
          'venues.csv',
          'venues.ndjson',
          'venues/{code}',
        ].map((path) => `/api/v1/${path}`),
      ),
    );
    expect(api.info.license.name).toBe('CC BY 4.0');
    const described =
      api.paths['/api/v1/venues/{code}'].get.responses['200'].content['application/json'].schema.properties;
    expect(Object.keys(described)).toEqual(Object.keys((await get('/venues/1310300015')).json()));
  });

  test.each([
    '/venues?limit=0',
    '/venues?limit=501',
    '/venues?after=x',
    '/venues?prefecture=1',
    '/venues.csv?municipality=abc',
  ])('%s is refused, and the answer names the parameter', async (url) => {
    const reply = await get(url);
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([422, 'application/problem+json; charset=utf-8']);
    expect(reply.json().detail).toMatch(/limit|after|prefecture|municipality/);
  });

  test('an address that is none is a problem in JSON, readable from other sites', async () => {
    for (const url of ['/venues/0000000000', '/venues/x', '/venues/%00', '/nothing'])
      expect((await get(url)).statusCode, url).toBe(404);
    const preflight = await app.server.inject({
      method: 'OPTIONS',
      url: '/api/v1/venues',
      headers: { origin: 'https://example.com' },
    });
    expect([preflight.statusCode, preflight.headers['access-control-allow-origin']]).toEqual([204, '*']);
    expect((await app.server.inject({ method: 'POST', url: '/api/v1/venues' })).statusCode).toBe(404);
  });
});
