import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { migrate, type Tx } from '../../../src/platform/db/index.ts';
import { emptyDb, migrationsOf } from '../../support/db/index.ts';

const { dir, remove } = migrationsOf({
  '0001-counters.sql': `
    create table counters (id int primary key, value int not null);
    insert into counters values (1, 0), (2, 0);
    grant select, update on counters to vsys_web;`,
});
const db = await emptyDb();
await migrate(db, dir);
afterAll(async () => {
  await db.close();
  remove();
});

const web = { role: 'web' } as const;
const bump = (tx: Tx, id: number) => sql`update counters set value = value + 1 where id = ${id}`.execute(tx);

test('transactions run side by side on a server and one after the other in the embedded engine', async () => {
  const log: string[] = [];
  const run = (name: string) =>
    db.transaction(web, async (tx) => {
      log.push(`${name} in`);
      await sql`select 1`.execute(tx);
      await sleep(50);
      log.push(`${name} out`);
    });
  await Promise.all([run('a'), run('b')]);
  if (db.kind === 'embedded') expect(log).toEqual(['a in', 'a out', 'b in', 'b out']);
  else expect(log.slice(0, 2).sort()).toEqual(['a in', 'b in']);
});

test('a failed transaction lets the next one through', async () => {
  const broken = db.transaction(web, () => Promise.reject(new Error('no')));
  const fine = db.transaction(web, async () => 'fine');
  await expect(broken).rejects.toThrow('no');
  expect(await fine).toBe('fine');
});

test('a hundred serialisable increments lose none', async () => {
  const increment = async () => {
    // More conflicts than the built-in retries cover are possible here; a page would answer 409.
    for (;;) {
      try {
        return await db.transaction({ ...web, isolation: 'serializable' }, async (tx) => {
          const { rows } = await sql<{ value: number }>`select value from counters where id = 1`.execute(tx);
          await sql`update counters set value = ${(rows[0]?.value ?? 0) + 1} where id = 1`.execute(tx);
        });
      } catch (error) {
        if ((error as { code?: string }).code !== '40001') throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: 100 }, increment));
  const { rows } = await db.transaction(web, (tx) => sql`select value from counters where id = 1`.execute(tx));
  expect(rows).toEqual([{ value: 100 }]);
});

test('of two transactions in a deadlock, one runs again and both commit', async () => {
  const crossing = (first: number, second: number) =>
    db.transaction(web, async (tx) => {
      await bump(tx, first);
      await sleep(100);
      await bump(tx, second);
    });
  await db.transaction(web, (tx) => sql`update counters set value = 0`.execute(tx));
  await Promise.all([crossing(1, 2), crossing(2, 1)]);
  const { rows } = await db.transaction(web, (tx) => sql`select value from counters order by id`.execute(tx));
  expect(rows).toEqual([{ value: 2 }, { value: 2 }]);
});
