import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Db, migrate, missingMigrations } from '../../../src/platform/db/index.ts';
import { emptyDb, migrationsOf } from '../../support/db/index.ts';

const FIRST = 'create table a (id int);';
let db: Db;
let folder: ReturnType<typeof migrationsOf>;
const put = (name: string, sql: string) => writeFileSync(join(folder.dir, name), sql);

beforeAll(async () => {
  db = await emptyDb();
  folder = migrationsOf({ '0001-a.sql': FIRST, '0002-b.sql': 'create table b (id int); insert into b values (1);' });
});
afterAll(async () => {
  await db.close();
  folder.remove();
});
afterEach(() => put('0001-a.sql', FIRST));

test('files are applied in their order, once', async () => {
  expect(await missingMigrations(db, folder.dir)).toEqual(['0001-a.sql', '0002-b.sql']);
  expect(await migrate(db, folder.dir)).toEqual({ applied: ['0001-a.sql', '0002-b.sql'] });
  expect(await migrate(db, folder.dir)).toEqual({ applied: [] });
  put('0004-d.sql', 'create table d (id int)');
  expect(await missingMigrations(db, folder.dir)).toEqual(['0004-d.sql']);
  expect(await migrate(db, folder.dir)).toEqual({ applied: ['0004-d.sql'] });
});

test('a changed file is refused; other line ends are no change', async () => {
  put('0001-a.sql', `${FIRST}\r\n`.replace('\r\n', ''));
  await migrate(db, folder.dir);
  put('0001-a.sql', `${FIRST} -- harmless`);
  await expect(migrate(db, folder.dir)).rejects.toThrow('0001-a.sql was changed after it was applied');
});

test('a missing file is refused', async () => {
  rmSync(join(folder.dir, '0001-a.sql'));
  await expect(migrate(db, folder.dir)).rejects.toThrow('0001-a.sql was applied to this database, but its file is');
});

test('a file before the last applied one is refused', async () => {
  put('0003-c.sql', 'create table c (id int)');
  await expect(migrate(db, folder.dir)).rejects.toThrow('0003-c.sql comes before 0004-d.sql');
  rmSync(join(folder.dir, '0003-c.sql'));
});

test('a failing file leaves nothing behind, and those before it stay', async () => {
  put('0005-e.sql', 'create table e (id int)');
  put('0006-f.sql', 'create table f (id int); select 1 / 0;');
  await expect(migrate(db, folder.dir)).rejects.toThrow('migration 0006-f.sql failed: division by zero');
  const { rows } = await db.raw.session('owner', (session) =>
    session.query(`select to_regclass('e') is not null as e, to_regclass('f') is not null as f`),
  );
  expect(rows).toEqual([{ e: true, f: false }]);
  rmSync(join(folder.dir, '0006-f.sql'));
  expect(await migrate(db, folder.dir)).toEqual({ applied: [] });
});

test('names and numbers are checked', async () => {
  put('0007-Ä.sql', '');
  await expect(migrate(db, folder.dir)).rejects.toThrow('a migration is named');
  rmSync(join(folder.dir, '0007-Ä.sql'));
  put('0005-again.sql', '');
  await expect(migrate(db, folder.dir)).rejects.toThrow('the number 0005 is taken');
  rmSync(join(folder.dir, '0005-again.sql'));
});

test('two processes that migrate at once do it once', async () => {
  put('0007-g.sql', 'create table g (id int)');
  const both = await Promise.all([migrate(db, folder.dir), migrate(db, folder.dir)]);
  expect(both.flatMap(({ applied }) => applied)).toEqual(['0007-g.sql']);
});

test('the roles cannot log in, and are neither superuser nor exempt from row security', async () => {
  const { rows } = await db.raw.session('owner', (session) =>
    session.query(
      `select rolname, rolcanlogin or rolsuper or rolbypassrls or rolcreaterole as strong
       from pg_roles where rolname in ('vsys_web', 'vsys_all') order by 1`,
    ),
  );
  expect(rows).toEqual([
    { rolname: 'vsys_all', strong: false },
    { rolname: 'vsys_web', strong: false },
  ]);
});
