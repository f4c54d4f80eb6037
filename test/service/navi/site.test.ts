import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, ownApp, type Person, START, type TestApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { addVenues, setVenue } from './world.ts';

let db: Db;
let app: TestApp;
let now: Date;
let people: Record<Column, Person>;

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  now = START;
  app = await ownApp(db, () => now);
});
afterEach(() => app.server.close());

const get = (url: string, headers: Record<string, string> = {}) => app.server.inject({ url, headers });
const html = async (url: string): Promise<string> => (await get(url)).body;

describe('S23: a page is made once and then goes out as it is', () => {
  test('the second answer is the first one, with the same headers', async () => {
    const [first, second] = [await get('/navi/131032'), await get('/navi/131032')];
    expect(first.statusCode).toBe(200);
    expect(second.body).toBe(first.body);
    for (const name of ['etag', 'content-security-policy', 'x-content-type-options', 'content-type'])
      expect(second.headers[name], name).toEqual(first.headers[name]);
    expect(second.headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      'cdn-cache-control': 'max-age=5, stale-while-revalidate=60, stale-if-error=86400',
      vary: 'accept-encoding',
    });
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  test('what a browser has is not sent again', async () => {
    const first = await get('/navi/131032');
    const again = await get('/navi/131032', { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('packed with brotli where the client takes it', async () => {
    await get('/navi/131032');
    const packed = await get('/navi/131032', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(packed.rawPayload).toString()).toContain('芝公園病院');
  });

  test('whatever else stands in the address makes no page of its own', async () => {
    const first = await get('/navi/131032');
    const other = await get(`/navi/131032?utm=1&bookable=no&${'x=1&'.repeat(2000)}`);
    expect([other.statusCode, other.headers.etag]).toEqual([200, first.headers.etag]);
  });

  test('the style sheet is packed and kept by browsers', async () => {
    const address = /href="(\/navi\/style-[\w-]+\.css)"/.exec(await html('/navi'))?.[1] ?? '';
    const style = await get(address, { 'accept-encoding': 'br' });
    expect(style.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/css; charset=utf-8' });
    expect(style.headers['cache-control']).toContain('immutable');
  });
});

describe('M4.1-3: a change is on the site at once', () => {
  test('the mark and its day, in the list, on the venue’s page and in the counts of the prefecture', async () => {
    for (const url of ['/navi/131032', '/navi/venues/1310300015', '/navi/13'])
      expect(await html(url)).not.toContain('残り少数</strong><time');
    await app.send(people.basic, '/booking-status', { mark: 'few' });
    for (const url of ['/navi/131032', '/navi/venues/1310300015']) {
      const page = await html(url);
      expect(page).toContain('残り少数</strong>');
      expect(page).toContain('2021/04/26（月）9:00 更新');
    }
    expect(await html('/navi/13')).toContain('2か所、予約できる 1');
  });

  test('a mark becomes 要確認 at midnight of the eighth day, without a change', async () => {
    await app.send(people.basic, '/booking-status', { mark: 'open' });
    now = new Date('2021-05-03T23:59:59+09:00');
    expect(await html('/navi/131032')).not.toContain('要確認');
    now = new Date('2021-05-04T00:00:00+09:00');
    expect(await html('/navi/131032')).toContain('要確認');
    expect(await html('/navi/en/131032')).toContain('May be out of date');
  });
});

describe('S21: hidden venues and what is not approved never appear', () => {
  const places = [
    '/navi/131032',
    '/navi/131032/print',
    '/navi/131032?q=芝公園',
    '/navi/search?q=芝公園',
    '/navi/search?q=しばこえんびょういん',
    '/api/v1/venues',
    '/api/v1/venues.csv',
    '/api/v1/venues.ndjson',
    '/api/v1/booking-marks',
    '/api/v1/booking-marks.csv',
    '/api/v1/booking-marks.ndjson',
  ];

  test.each([{ hidden: true }, { approved: false }])('%o', async (facts) => {
    await setVenue(db, people.basic.orgId, {
      ...facts,
      kana: 'しばこうえんびょういん',
      search_text: '芝公園病院 しばこうえんびょういん',
    });
    for (const url of places) {
      const { statusCode, body } = await get(encodeURI(url));
      expect([url, statusCode]).toEqual([url, 200]);
      expect(body.includes('芝公園病院') || body.includes('1310300015'), url).toBe(false);
    }
    for (const url of ['/navi/venues/1310300015', '/navi/venues/1310300015/report', '/api/v1/venues/1310300015'])
      expect((await get(url)).statusCode, url).toBe(404);
  });
});

describe('bad input', () => {
  test.each([
    '/navi/999999',
    '/navi/48',
    '/navi/131033',
    '/navi/venues/1',
    '/navi/x/y',
    '/navi/en/zz',
    '/navi/131032/x',
  ])('%s is a page that does not exist, with a search', async (url) => {
    const reply = await get(url);
    expect(reply.statusCode).toBe(404);
    expect(reply.body).toContain('name="q"');
  });

  test('a script in a search or a name stays text', async () => {
    await setVenue(db, people.basic.orgId, {
      name: '</script><script>alert(1)</script>',
      homepage: 'javascript:alert(1)',
    });
    for (const url of ['/navi/search?q=%3Cscript%3Ealert(1)', '/navi/131032', '/navi/venues/1310300015']) {
      const page = await html(url);
      expect(page).not.toContain('<script>alert');
      expect(page).not.toContain('href="javascript:');
    }
  });

  test.each(['\u0000', '%00', '\ud800', '𠮷'.repeat(300), '%', '_'.repeat(99), '\u202e', '((', "' or 1=1 --"])(
    'the search stands 「%s」',
    async (typed) => {
      const q = encodeURIComponent(typed.toWellFormed());
      expect((await get(`/navi/search?q=${q}`)).statusCode).toBe(200);
      expect((await get(`/navi/131032?q=${q}&after=${q}&vaccine=${q}`)).statusCode).toBe(200);
    },
  );
});

describe('too much', () => {
  const long = 'x'.repeat(100_000);
  const many = Array.from({ length: 10_000 }, (_, i) => `vaccine=v${i}&anyone=${i}&bookable=${i}`).join('&');
  test.each(['/navi/131032', '/navi/en/search', '/navi/131032/print', '/navi/venues/1310300015', '/api/v1/venues'])(
    '%s stands a query of 100 kB and 10,000 filters, and gives none of it back',
    async (url) => {
      for (const query of [`q=${long}`, `${long}=1`, many]) {
        const { statusCode, body } = await get(`${url}?${query}`);
        expect(statusCode).toBeLessThan(500);
        expect(body.length).toBeLessThan(60_000);
        expect(body).not.toContain('xxxxxxxxxx'.repeat(50));
        expect(body).not.toContain('v9999');
      }
    },
  );

  test('𠮷 and 髙 are found and shown as they are, and no venue’s words stand on another’s page', async () => {
    await setVenue(db, people.basic.orgId, {
      name: '𠮷田髙橋医院',
      search_text: '𠮷田髙橋医院',
      notice: '秘密の持ち物',
    });
    for (const typed of ['𠮷田', '髙橋'])
      expect(await html(`/navi/search?q=${encodeURIComponent(typed)}`)).toContain('𠮷田髙橋医院');
    const other = await html('/navi/venues/1310300023');
    for (const text of ['𠮷田髙橋医院', '秘密の持ち物', '1310300015']) expect(other).not.toContain(text);
  });
});

describe('S20: lists and search', () => {
  test('pages follow each other by key, without a gap or a repeat', async () => {
    await addVenues(db, 45);
    const seen: string[] = [];
    let url: string | undefined = '/navi/131032';
    let pages = 0;
    while (url) {
      const page: string = await html(url);
      seen.push(...[...page.matchAll(/id="v(\d{10})"/g)].map(([, code]) => code ?? ''));
      url = /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
      pages += 1;
    }
    expect([seen.length, new Set(seen).size, pages]).toEqual([47, 47, 3]);
  });

  test.each([
    ['bookable=1', ['芝公園病院']],
    ['anyone=1', ['三田クリニック']],
    ['vaccine=comirnaty', ['三田クリニック', '芝公園病院']],
    ['vaccine=moderna', []],
    ['bookable=1&anyone=1', []],
    ['q=ﾐﾀ', ['三田クリニック']],
    ['q=みたくにりっく', ['三田クリニック']],
  ])('in a list, %s shows %j', async (query, names) => {
    await setVenue(db, people.basic.orgId, {
      booking_mark: 'open',
      booking_marked_at: START,
      kana: 'しばこうえんびょういん',
    });
    await setVenue(db, people.satellite.orgId, { general_admission: 'anyone', kana: 'みたくりにっく' });
    const page = await html(encodeURI(`/navi/131032?${query}`));
    for (const name of ['芝公園病院', '三田クリニック'])
      expect(page.includes(name), name).toBe((names as string[]).includes(name));
  });

  test.each([
    ['芝公園', true],
    ['しばこうえん', true],
    ['シバコウエン 芝公園', true],
    ['しばこえんびょういん', true],
    ['105-0011', true],
    ['１０５００１１', true],
    ['札幌', false],
  ])('in the country, 「%s」 finds 芝公園病院: %s', async (typed, found) => {
    await setVenue(db, people.basic.orgId, {
      kana: 'しばこうえんびょういん',
      postal_code: '1050011',
      search_text: '芝公園病院 しばこうえんびょういん 東京都港区芝公園 1050011 1310300015',
    });
    expect((await html(`/navi/search?q=${encodeURIComponent(typed)}`)).includes('芝公園病院')).toBe(found);
  });

  test('a postal code of two prefectures gives both to choose from', async () => {
    const page = await html('/navi/search?q=498-0000');
    expect(page).toContain('愛知県弥富市');
    expect(page).toContain('三重県木曽岬町');
  });

  test('a municipality’s name leads to its list', async () => {
    expect(await html(`/navi/search?q=${encodeURIComponent('港区')}`)).toContain('href="/navi/131032"');
    expect(await html('/navi/en/search?q=105-0011')).toContain('Minato-ku, Tokyo');
  });
});
