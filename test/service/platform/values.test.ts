import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { migrate } from '../../../src/platform/db/index.ts';
import { emptyDb, migrationsOf } from '../../support/db/index.ts';

const { dir, remove } = migrationsOf({
  '0001-values.sql': `
    create table values_kept (id bigint generated always as identity primary key, day date, at timestamptz,
      amount numeric(10,2), big bigint, small smallint, tags text[], days date[], data jsonb, bytes bytea, ok boolean,
      wait interval, bigs bigint[]);
    grant select, insert on values_kept to vsys_web;`,
});
const db = await emptyDb();
await migrate(db, dir);
afterAll(async () => {
  await db.close();
  remove();
});
const read = async (query: ReturnType<typeof sql>) => {
  const { rows } = await db.transaction({ role: 'web' }, (tx) => query.execute(tx));
  return rows[0] as Record<string, unknown>;
};

test('values are read alike on both engines', async () => {
  expect(
    await read(sql`select 9007199254740991::int8 as big, array[1, 2]::int8[] as bigs, 1.50::numeric as num,
      array[1.5, null]::numeric[] as nums, '2021-04-26'::date as day, array['2021-04-26'::date] as days,
      '2021-04-26 09:00:00.125+09'::timestamptz as at, array['2021-04-26 09:00+09'::timestamptz] as ats,
      '2021-04-26 09:00'::timestamp as local, interval '1 day 2 hours' as wait, 7::int2 as small, 1.5::float8 as real,
      true as ok, null::date as nothing, '{"a":[1,null]}'::jsonb as data, array['x', 'y,"z"'] as tags, count(*)`),
  ).toEqual({
    big: 9007199254740991,
    bigs: [1, 2],
    num: '1.50',
    nums: ['1.5', null],
    day: '2021-04-26',
    days: ['2021-04-26'],
    at: new Date('2021-04-26T00:00:00.125Z'),
    ats: [new Date('2021-04-26T00:00:00Z')],
    local: '2021-04-26 09:00:00',
    wait: '1 day 02:00:00',
    small: 7,
    real: 1.5,
    ok: true,
    nothing: null,
    data: { a: [1, null] },
    tags: ['x', 'y,"z"'],
    count: 1,
  });
});

test('values are written alike on both engines', async () => {
  const at = new Date('2021-04-26T09:00:00.125+09:00');
  await read(sql`insert into values_kept (day, at, amount, big, small, tags, days, data, bytes, ok, bigs)
    values (${'2021-04-26'}, ${at}, ${'12.30'}, ${9007199254740991}, ${3}, ${['a', 'b"c']}, ${['2021-01-01']},
      ${JSON.stringify(['x', { y: 1 }])}, ${Buffer.from([0, 255])}, ${false}, ${[1, 2]})`);
  const row = await read(sql`select * from values_kept`);
  expect({ ...row, bytes: [...(row.bytes as Uint8Array)] }).toEqual({
    id: 1,
    day: '2021-04-26',
    at,
    amount: '12.30',
    big: 9007199254740991,
    small: 3,
    tags: ['a', 'b"c'],
    days: ['2021-01-01'],
    data: ['x', { y: 1 }],
    bytes: [0, 255],
    ok: false,
    wait: null,
    bigs: [1, 2],
  });
});

test('a number too big to be exact is an error, not rounded', async () => {
  await expect(read(sql`select 9007199254740993::int8`)).rejects.toThrow('beyond the exact range');
});

test('days in SQL are days in Japan', async () => {
  expect(await read(sql`select ('2021-04-25T15:00:00Z'::timestamptz)::date as day`)).toEqual({ day: '2021-04-26' });
});

test('Japanese text has trigrams', async () => {
  const { tri } = await read(sql`select show_trgm('芝公園病院') as tri`);
  expect((tri as string[]).length).toBeGreaterThan(3);
  expect(await read(sql`select '東京都港区芝公園' like '%芝公園%' as found, lower('ＡＢＣ') as low`)).toEqual({
    found: true,
    low: 'ａｂｃ',
  });
});
