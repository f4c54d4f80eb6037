import { afterAll, expect, test } from 'vitest';
import { migrate } from '../../../src/platform/db/index.ts';
import { emptyDb, migrationsOf, testDb } from '../../support/db/index.ts';
import { markAsTest } from '../../support/db/marker.ts';
import { resetDatabase } from '../../support/db/reset.ts';

const { dir, remove } = migrationsOf({
  '0001-things.sql': `
    create table places (code text primary key, loud text generated always as (upper(code)) stored);
    insert into places (code) values ('tokyo'), ('osaka');
    create table things (id int generated always as identity primary key, place text not null references places);
    create function refuse() returns trigger language plpgsql as $$ begin raise 'append only'; end $$;
    create trigger append_only before delete on things for each row execute function refuse();`,
});
afterAll(remove);

test('a database without the marker of the tests is never emptied', async () => {
  const db = await emptyDb();
  await migrate(db, dir);
  await expect(db.raw.session('owner', resetDatabase)).rejects.toThrow('carries no test marker');
  const { rows } = await db.raw.session('owner', (session) => session.query('select count(*) as rows from places'));
  expect(rows).toEqual([{ rows: 2 }]);
  await db.close();
});

test('reset brings back what the migrations left, and numbers start again', async () => {
  const db = await emptyDb();
  // Owners cannot turn triggers off on a server; there the harness resets as the administrator.
  if (db.kind === 'embedded') {
    await migrate(db, dir);
    await db.raw.session('owner', async (session) => {
      await markAsTest(session);
      for (let round = 0; round < 2; round++) {
        await session.exec(
          `insert into places values ('kyoto'); insert into things (place) values ('kyoto'), ('tokyo')`,
        );
        await session.exec(`update places set code = 'naha' where code = 'osaka'`);
        const { rows } = await session.query('select id, place from things order by id');
        expect(rows).toEqual([
          { id: 1, place: 'kyoto' },
          { id: 2, place: 'tokyo' },
        ]);
        await resetDatabase(session);
        expect((await session.query('select * from places order by code')).rows).toEqual([
          { code: 'osaka', loud: 'OSAKA' },
          { code: 'tokyo', loud: 'TOKYO' },
        ]);
        expect((await session.query('select * from things')).rows).toEqual([]);
      }
      await expect(session.exec(`insert into things (place) values ('nowhere')`)).rejects.toThrow(/foreign key/);
    });
  }
  await db.close();
});

test('the database of the worker is the same one at each call, and empty', async () => {
  const first = await testDb();
  await first.db.transaction({ role: 'all' }, (tx) =>
    tx
      .insertInto('mails')
      .values({
        dedupe_key: 'x',
        to_address: 'x',
        from_name: 'x',
        subject: 'x',
        body: 'x',
        secret: false,
        created_at: new Date(),
      })
      .execute(),
  );
  const second = await testDb();
  expect(second).toBe(first);
  expect(await second.db.transaction({ role: 'all' }, (tx) => tx.selectFrom('mails').selectAll().execute())).toEqual(
    [],
  );
});
