import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { searchDirectory } from '../../../src/features/venues/search-directory.store.ts';
import { foldForSearch, searchWords } from '../../../src/kernel/search-text.ts';
import { testDb } from '../../support/db/index.ts';

type Row = { id: number; name: string; kana: string; prefecture: string; municipality: string; text: string };

/** More venues than the index is asked for, over four municipalities of two prefectures. */
const places = [
  { municipality: '131016', prefecture: '13', address: '東京都千代田区' },
  { municipality: '131032', prefecture: '13', address: '東京都港区' },
  { municipality: '011002', prefecture: '01', address: '北海道札幌市' },
  { municipality: '012025', prefecture: '01', address: '北海道函館市' },
];
const rows: readonly Row[] = Array.from({ length: 3300 }, (_, n) => {
  const place = places[n % 11 === 0 ? 0 : 1 + (n % 3)] as (typeof places)[number];
  const name = `${'東西南北'[n % 4]}${n % 50 === 0 ? 'ヴィラ病院' : 'クリニック'}${(n * 7919) % 3300}`;
  const kana = n % 50 === 0 ? 'びょういん' : 'くりにっく';
  const text = foldForSearch(`${name} ${kana} ${place.address} 1050011`);
  return { id: 5_000_000 + n, name, kana, ...place, text };
});

test('a search answers the near ones first, then by name, however frequent its words are', async () => {
  const { db } = await testDb();
  await db.transaction({ role: 'all' }, async (tx) => {
    const given = JSON.stringify(rows.map((row) => ({ ...row, code: String(row.id).padStart(10, '0') })));
    const read = sql`json_to_recordset(${given}::json)
      as r(id bigint, code text, name text, kana text, prefecture text, municipality text, text text)`;
    await sql`insert into prefectures values ('01', '北海道', '', 1), ('13', '東京都', '', 1)`.execute(tx);
    await sql`insert into municipalities select distinct municipality, prefecture, municipality, '', 1 from ${read}`.execute(
      tx,
    );
    await sql`insert into organisations (id, kind, name, prefecture_code, municipality_code, created_at)
      overriding system value select id, 'venue', name, prefecture, municipality, now() from ${read}`.execute(tx);
    await sql`insert into venue_directory (venue_id, code, name, kana, prefecture_code, municipality_code, search_text)
      select id, code, name, kana, prefecture, municipality, text from ${read}`.execute(tx);

    const expected = (q: string, scope: 'name' | 'all', near: string | null, limit: number): readonly number[] => {
      const rank = (row: Row): number => (row.municipality === near ? 0 : row.prefecture === near?.slice(0, 2) ? 1 : 2);
      const textOf = (row: Row): string => (scope === 'all' ? row.text : foldForSearch(`${row.name} ${row.kana}`));
      return rows
        .filter((row) => searchWords(q).every((word) => textOf(row).includes(word)))
        .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id))
        .slice(0, limit)
        .map(({ id }) => id);
    };
    // Frequent, rare, in the address only, of two letters, of one, in none, and a wildcard as itself.
    const words = ['クリニック', 'ゔぃら', '札幌', '東京 東', '院', '港区 病院', '函館 千代田', 'くりにっく10', '%'];
    for (const q of words)
      for (const scope of ['name', 'all'] as const)
        for (const near of ['131016', '012025', '13', null]) {
          const { hits, more } = await searchDirectory(tx, { q, scope, near, limit: 20 });
          const all = expected(q, scope, near, 21);
          expect([q, scope, near, hits.map(({ id }) => id)]).toEqual([q, scope, near, all.slice(0, 20)]);
          expect(more).toBe(all.length > 20);
        }
    expect((await searchDirectory(tx, { q: 'クリニック', scope: 'name', vaccineId: 1 })).hits).toEqual([]);
  });
});
