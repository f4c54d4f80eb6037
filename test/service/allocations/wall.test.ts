import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { loadLines, replaceLines } from '../../../src/features/allocations/lines.store.ts';
import type { OrgKind } from '../../../src/kernel/policy.ts';
import { boxes } from '../../../src/kernel/quantities.ts';
import { wallOf } from '../../../src/wall.ts';
import { testDb } from '../../support/db/index.ts';
import { give, giverAt, makeCountry, openCycle } from './country.ts';

const { db } = await testDb();
const country = await makeCountry(db);
const cycleId = await openCycle(country, 100);

type Office = {
  readonly kind: OrgKind;
  readonly id?: number;
  readonly prefecture?: string;
  readonly municipality?: string;
};
/** What row security alone lets an office do, whatever the services would refuse. */
const as = async <T>(
  { kind, id = 1, prefecture = null as never, municipality = null as never }: Office,
  query: string,
) => {
  const org = { id, kind, name: '', prefectureCode: prefecture, municipalityCode: municipality };
  const actor = { userId: country.userId, userName: '', displayName: '', org, columns: [] };
  const { role, reach } = wallOf(actor);
  return db.transaction({ role, settings: { 'app.reach': reach.join(',') } }, async (tx) =>
    sql.raw<T>(query).execute(tx),
  );
};
const tokyo = { kind: 'prefecture', prefecture: '13' } as const;
const osaka = { kind: 'prefecture', prefecture: '27' } as const;
const minato = { kind: 'municipality', prefecture: '13', municipality: '131032' } as const;
const seen = async (office: Office, level: string): Promise<number> =>
  (
    await as<{ n: number }>(
      office,
      `select count(*)::int as n from allocation_lines l where l.receiver in (${
        level === 'national' ? "'13', '27'" : "'131032'"
      })`,
    )
  ).rows[0]?.n ?? -1;

const draft = (level: string, place: string, lines: string) =>
  db.transaction({ role: 'all' }, (tx) =>
    sql
      .raw(`with sheet as (
        insert into allocation_sheets (cycle_id, level, prefecture_code, state, saved_at, revision, reason)
        values (${cycleId}, '${level}', ${place}, 'draft', now(), 1, '') returning id)
      insert into allocation_lines (sheet_id, receiver, frame, units, prefecture_code, municipality_code)
      select id, receiver, 'plan', 5, prefecture, municipality from sheet, (values ${lines}) as v(receiver, prefecture, municipality)`)
      .execute(tx),
  );

test('a draft is its giver’s alone: below it is known that there is one, not what is in it', async () => {
  await draft('prefectural', `'13'`, `('131032', '13', '131032')`);
  await draft('national', 'null', `('13', '13', null), ('27', '27', null)`);
  expect(await seen(tokyo, 'prefectural')).toBe(1);
  expect(await seen(minato, 'prefectural')).toBe(0);
  expect(await seen(tokyo, 'national')).toBe(0);
  expect((await as(minato, `select id from allocation_sheets where level = 'prefectural'`)).rows).toHaveLength(1);
  await db.transaction({ role: 'all' }, (tx) => sql`delete from allocation_sheets`.execute(tx));
});

test('once fixed each receiver sees its own line, and nobody but the giver writes', async () => {
  await give(country, cycleId, giverAt(''), { '13': { plan: 10 }, '27': { plan: 5 } });
  await give(country, cycleId, giverAt('13'), { '131032': { plan: 4 } });
  expect([await seen(tokyo, 'national'), await seen(osaka, 'national')]).toEqual([1, 1]);
  expect(await seen(minato, 'prefectural')).toBe(1);
  for (const office of [tokyo, minato]) {
    const { numAffectedRows } = await as(office, `update allocation_lines set units = 99 where receiver = '13'`);
    expect(numAffectedRows).toBe(0n);
  }
  await expect(as(tokyo, `update allocation_sheets set reason = 'x' where level = 'national'`)).rejects.toThrow(
    /row-level security/,
  );
  await expect(as(minato, `update allocation_sheets set reason = 'x' where level = 'prefectural'`)).rejects.toThrow(
    /row-level security/,
  );
  expect((await as(minato, 'delete from allocation_sheets')).numAffectedRows).toBe(0n);
});

test('a sheet of more lines than one statement holds is kept whole', async () => {
  await draft('prefectural', `'27'`, `('271004', '27', '271004')`);
  const lines = Array.from({ length: 9_000 }, (_, n) => ({
    receiver: String(100_000 + n),
    frame: 'plan' as const,
    units: boxes(n),
    vials: null,
  }));
  await db.transaction({ role: 'all' }, async (tx) => {
    const { id } = (await sql<{ id: number }>`select id from allocation_sheets where state = 'draft'`.execute(tx))
      .rows[0] ?? { id: 0 };
    await replaceLines(tx, id, giverAt('27'), lines);
    expect((await loadLines(tx, [id])).get(id)).toHaveLength(9_000);
  });
});
