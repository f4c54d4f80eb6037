import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gate, limitPerKey } from '../../kernel/limit.ts';
import { mapSize, municipalities, prefectures, tileOf } from '../areas/index.ts';
import { accessibilityText } from './accessibility-text.ts';
import { canonicalAddress, readAddress } from './address.ts';
import { languageCodes, splitPath } from './languages.ts';
import { areaName, inTwoLines, municipalityName, prefectureName } from './place-names.ts';
import { type PublicVenue, sortKey, webAddress } from './public-venue.ts';
import { search } from './similar.ts';
import { structuredText } from './structured-data.ts';
import { noFilter, pageOf, readFilter, writeFilter } from './venue-list.ts';
import { say, wordKeys } from './words.ts';

const venue = (facts: Partial<PublicVenue>): PublicVenue => ({
  id: 1,
  code: '1310300015',
  name: '芝公園病院',
  kana: 'しばこうえんびょういん',
  englishName: '',
  postalCode: '1050011',
  prefectureCode: '13',
  municipalityCode: '131032',
  town: '芝公園',
  street: '9-91-1',
  phone: '',
  homepage: '',
  bookingPhone: '',
  bookingUrl: '',
  bookingByPhone: false,
  bookingByWeb: false,
  hours: '',
  admission: null,
  parkingSpaces: null,
  notice: '',
  noticeEasy: '',
  noticeEnglish: '',
  mark: 'unset',
  markedAt: null,
  vaccines: [],
  ...facts,
});

describe('words', () => {
  const filled = Object.fromEntries(
    ['place', 'name', 'n', 'day', 'time', 'total', 'first', 'last'].map((key) => [key, '1']),
  );

  test.each(wordKeys)('%s is there in every language', (key) => {
    for (const language of languageCodes) expect(say(language, key, filled)).not.toContain('{');
    if (key !== 'inJapanese') for (const language of languageCodes) expect(say(language, key)).not.toBe('');
    expect(say('en', key)).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
  });

  test('やさしい日本語 gives the reading of every kanji', () => {
    const texts = [
      ...wordKeys.map((key) => say('easy', key)),
      ...accessibilityText.easy.flatMap(({ heading, lines }) => [heading, ...lines]),
    ];
    expect(texts.filter((text) => /[一-龠々](?![一-龠々（])/.test(text))).toEqual([]);
  });
});

describe('addresses', () => {
  test('a page has one address, whatever else was asked', () => {
    expect(canonicalAddress(readAddress('/navi/en/131032/?x=1&bookable=1&bookable=0&vaccine=%3C&q=%20a%20'))).toBe(
      '/navi/en/131032?q=a&bookable=1',
    );
    expect(canonicalAddress(readAddress('/navi/?utm=1'))).toBe('/navi');
    expect(canonicalAddress(readAddress('/navi/easy/13/search?q=%E8%8A%9D'))).toBe('/navi/easy/13/search?q=%E8%8A%9D');
  });

  test('anything can be read, and is read the same the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (typed, query) => {
        const path = `/${encodeURI(typed.toWellFormed())}`;
        const once = canonicalAddress(
          readAddress(`/navi${path}?q=${encodeURIComponent(query.toWellFormed())}&${query}`),
        );
        expect(canonicalAddress(readAddress(once))).toBe(once);
      }),
    );
  });

  test('a filter is read as it was written', () => {
    const text = fc.stringMatching(/^[ぁ-んa-z0-9 ~&=]{0,30}$/).map((typed) => typed.trim());
    fc.assert(
      fc.property(text, fc.boolean(), fc.boolean(), (q, bookable, anyone) => {
        const filter = { ...noFilter, q, bookable, anyone };
        expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter);
      }),
    );
  });

  test('the languages stand in front', () => {
    expect(splitPath('/en/131032')).toEqual({ language: 'en', path: '/131032' });
    expect(splitPath('/entry')).toEqual({ language: 'ja', path: '/entry' });
    expect(splitPath('')).toEqual({ language: 'ja', path: '/' });
  });
});

describe('lists', () => {
  test('turning pages forwards and back shows every venue once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 7 }), (count, size) => {
        const all = Array.from({ length: count }, (_, i) =>
          venue({ code: String(1e9 + i), kana: 'あいう'[i % 3] ?? '' }),
        ).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
        const forwards: PublicVenue[] = [];
        let page = pageOf(all, {}, size);
        forwards.push(...page.venues);
        while (page.next) {
          page = pageOf(all, page.next, size);
          forwards.push(...page.venues);
        }
        expect(forwards).toEqual(all);
        let turns = 0;
        while (page.previous && turns < 50) {
          page = pageOf(all, page.previous, size);
          turns += 1;
        }
        expect(page.first).toBe(count === 0 ? 0 : 1);
      }),
    );
  });

  test.each([
    ['芝公園', true],
    ['シバコウエン', true],
    ['105-0011', true],
    ['1050011', true],
    ['芝公園 9-91', true],
    ['しばこえんびょういん', true],
    ['芝公薗病院', true],
    ['三田', false],
    ['札幌病院', false],
  ])('「%s」 finds 芝公園病院: %s', (typed, found) => {
    expect(search([venue({})], typed)).toHaveLength(found ? 1 : 0);
  });

  test('a slip is forgiven only where nothing fits', () => {
    const other = venue({ code: '1310300023', name: '芝公園医院', kana: 'しばこうえんいいん' });
    expect(search([venue({}), other], 'しばこうえんいいん')).toEqual([other]);
  });
});

describe('places', () => {
  test.each([
    ['131032', 'Minato-ku, Tokyo'],
    ['011002', 'Sapporo-shi, Hokkaido'],
    ['271004', 'Osaka-shi, Osaka'],
    ['261009', 'Kyoto-shi, Kyoto'],
    ['232131', 'Nishio-shi, Aichi'],
  ])('%s is %s', (code, name) => expect(areaName('en', code)).toBe(name));

  test('every place has a name in every language', () => {
    for (const { code } of prefectures()) expect(prefectureName('en', code)).toMatch(/^[A-Z][a-z]+$/);
    for (const { code } of municipalities()) expect(municipalityName('en', code)).toMatch(/^[A-Z][a-z'-]+$/);
    expect(prefectureName('easy', '13')).toBe('東京都（とうきょうと）');
  });

  test('every prefecture has a tile of its own on the map', () => {
    const tiles = prefectures().map(({ code }) => tileOf(code));
    expect(new Set(tiles.map(String)).size).toBe(47);
    for (const [column, row] of tiles) {
      expect(column).toBeLessThan(mapSize.columns);
      expect(row).toBeLessThan(mapSize.rows);
    }
  });
});

test('only http(s) is a link', () => {
  expect(
    ['https://a.jp/', 'http://a.jp/', 'javascript:alert(1)', 'a.jp', '', 'data:text/html,x'].map(webAddress),
  ).toEqual(['https://a.jp/', 'http://a.jp/', null, null, null, null]);
});

test('data in a page cannot end their element', () => {
  expect(structuredText({ name: '</script><!--' })).not.toContain('<');
});

test('so many for each key in a while', () => {
  const may = limitPerKey(2, 100);
  expect([may('a', 0), may('a', 10), may('a', 20), may('b', 20), may('a', 101)]).toEqual([
    true,
    true,
    false,
    true,
    true,
  ]);
});

test('a gate lets so many work and so many wait, and refuses the rest', async () => {
  const enter = gate(1, 1);
  let open = (): void => undefined;
  const first = enter(
    () =>
      new Promise<number>((done) => {
        open = () => done(1);
      }),
  );
  const [second, third] = [enter(async () => 2), enter(async () => 3)];
  expect(await third).toBeNull();
  open();
  expect([await first, await second, await enter(async () => 4)]).toEqual([1, 2, 4]);
});

test.each([
  ['Tokyo', 'Tokyo'],
  ['Hokkaido', 'Hokkai-\ndo'],
  ['Kagoshima', 'Kago-\nshima'],
  ['Kanagawa', 'Kana-\ngawa'],
  ['Saitama', 'Sai-\ntama'],
])('on the map %s is %j', (name, shown) => {
  expect(inTwoLines(name)).toBe(shown);
});
