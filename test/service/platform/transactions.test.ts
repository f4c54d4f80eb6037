import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { afterCommit, clashOf, type Db, migrate, prepared, type Tx } from '../../../src/platform/db/index.ts';
import { emptyDb, migrationsOf } from '../../support/db/index.ts';

const { dir, remove } = migrationsOf({
  '0001-notes.sql': `
    create table notes (id int primary key, text text not null);
    grant select, insert, update, delete on notes to vsys_web, vsys_all;
    grant select on schema_migrations to vsys_web;`,
});
const db: Db = await emptyDb();
await migrate(db, dir);
afterAll(async () => {
  await db.close();
  remove();
});
beforeEach(() => db.transaction({ role: 'all' }, (tx) => sql`delete from notes`.execute(tx)));

const add = (tx: Tx, id: number, text = 'x') => sql`insert into notes (id, text) values (${id}, ${text})`.execute(tx);
const ids = async () => {
  const { rows } = await db.transaction({ role: 'web', readOnly: true }, (tx) =>
    sql<{ id: number }>`select id from notes order by id`.execute(tx),
  );
  return rows.map(({ id }) => id);
};

test('a transaction carries role and settings, and leaves none behind', async () => {
  const settings = { 'app.actor': '7', 'app.reach': `13,o'brien\\` };
  const look = sql<Record<string, unknown>>`select current_user as login, app_reach() as reach,
    coalesce(current_setting('app.actor', true), '') as actor`;
  const inside = await db.transaction({ role: 'web', settings }, (tx) => look.execute(tx));
  expect(inside.rows).toEqual([{ login: 'vsys_web', reach: ['13', `o'brien\\`], actor: '7' }]);
  const after = await db.transaction({ role: 'all' }, (tx) => look.execute(tx));
  expect(after.rows).toEqual([{ login: 'vsys_all', reach: [], actor: '' }]);
});

test('only settings of the application can be set', async () => {
  const sneaky = db.transaction({ role: 'web', settings: { role: 'postgres' } }, async () => 1);
  await expect(sneaky).rejects.toThrow('not a setting of the application');
});

test('what is asked together is done in the order of asking, each statement in its own words', async () => {
  const set = prepared((_, { to }: { readonly to: string }) => sql`select set_config('app.actor', ${to}, true)`);
  const look = prepared(() => sql<{ actor: string }>`select current_setting('app.actor') as actor`);
  const plain = sql<{ actor: string }>`select current_setting('app.actor') as actor`;
  const seen = await db.transaction({ role: 'web' }, (tx) =>
    Promise.all([
      set(tx, { to: '1' }),
      plain.execute(tx),
      set(tx, { to: '2' }),
      tx.selectNoFrom(sql<string>`current_setting('app.actor')`.as('actor')).execute(),
      set(tx, { to: '3' }),
      look(tx, {}),
    ]),
  );
  expect([seen[1].rows, seen[3], seen[5].rows]).toEqual(['1', '2', '3'].map((actor) => [{ actor }]));
});

test('one of several asked together that fails takes all of them back', async () => {
  const failing = db.transaction({ role: 'web' }, (tx) => Promise.all([add(tx, 1), add(tx, 1), add(tx, 2)]));
  await expect(failing).rejects.toThrow('duplicate key');
  expect(await ids()).toEqual([]);
});

test('a table that changes under a kept plan takes no request down', async () => {
  const all = prepared(() => sql<Record<string, unknown>>`select * from notes`);
  await db.transaction({ role: 'web' }, (tx) => all(tx, {}));
  await db.raw.session('owner', (session) => session.exec('alter table notes add column more text'));
  const { rows } = await db.transaction({ role: 'web' }, async (tx) => {
    await add(tx, 1);
    return all(tx, {});
  });
  await db.raw.session('owner', (session) => session.exec('alter table notes drop column more'));
  expect(rows).toEqual([{ id: 1, text: 'x', more: null }]);
});

test('an error rolls everything back and reaches the caller', async () => {
  const failing = db.transaction({ role: 'web' }, async (tx) => {
    await add(tx, 1);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await ids()).toEqual([]);
});

test('a statement error that somebody swallows does not pass for a commit', async () => {
  const swallowing = db.transaction({ role: 'web' }, async (tx) => {
    await add(tx, 1);
    await add(tx, 1).catch(() => undefined);
  });
  await expect(swallowing).rejects.toThrow(/current transaction is aborted/);
  expect(await ids()).toEqual([]);
});

test('the outer handle throws at once inside a transaction, wherever it is called from', async () => {
  const helper = () => db.transaction({ role: 'web' }, (tx) => add(tx, 2));
  await db.transaction({ role: 'web' }, async (tx) => {
    await add(tx, 1);
    await expect(helper()).rejects.toThrow('inside an open transaction');
    await expect(db.ping()).rejects.toThrow('inside an open transaction');
    await expect(db.raw.session('app', (session) => session.query('select 1'))).rejects.toThrow('inside an open');
    if (db.dump) await expect(db.dump()).rejects.toThrow('inside an open transaction');
  });
  await helper();
  expect(await ids()).toEqual([1, 2]);
});

test('work that goes on after the transaction may open another, and cannot use the old one', async () => {
  let kept: Tx | undefined;
  let later: Promise<unknown> = Promise.resolve();
  let over = (): void => {};
  const wait = new Promise<void>((then) => {
    over = then;
  });
  await db.transaction({ role: 'web' }, async (tx) => {
    kept = tx;
    later = wait.then(() => db.transaction({ role: 'web' }, (next) => add(next, 3)));
  });
  over();
  await later;
  expect(await ids()).toEqual([3]);
  await expect(sql`select 1`.execute(kept as Tx)).rejects.toThrow('this transaction is over');
});

test('afterCommit runs after a commit, and not after a rollback', async () => {
  const seen: string[] = [];
  await db.transaction({ role: 'web' }, async (tx) => {
    afterCommit(tx, () => seen.push('committed'));
    seen.push('worked');
  });
  await db
    .transaction({ role: 'web' }, async (tx) => {
      afterCommit(tx, () => seen.push('never'));
      throw new Error('no');
    })
    .catch(() => undefined);
  expect(seen).toEqual(['worked', 'committed']);
  const hooked = db.transaction({ role: 'web' }, async (tx) => {
    afterCommit(tx, () => {
      throw new Error('too late');
    });
    return 'done';
  });
  expect(await hooked).toBe('done');
});

test('a serialisation failure runs the work again, three times at most', async () => {
  const failing = (times: number, retry?: boolean) => {
    let runs = 0;
    return db.transaction({ role: 'web', isolation: 'serializable', retry }, async (tx) => {
      await add(tx, ++runs);
      if (runs <= times) throw Object.assign(new Error('conflict'), { code: runs % 2 ? '40001' : '40P01' });
      return runs;
    });
  };
  expect(await failing(3)).toBe(4);
  expect(await ids()).toEqual([4]);
  await db.transaction({ role: 'web' }, (tx) => sql`delete from notes`.execute(tx));
  await expect(failing(4)).rejects.toThrow('conflict');
  await expect(failing(1, false)).rejects.toThrow('conflict');
});

test('a key taken at the same moment runs the work once more, which sees whose it is', async () => {
  let runs = 0;
  const save = db.transaction({ role: 'web' }, async (tx) => {
    runs += 1;
    await add(tx, runs === 2 ? 2 : 1);
    if (runs === 1) await add(tx, 1);
    return 'saved';
  });
  expect(await save).toBe('saved');
  expect(await ids()).toEqual([2]);
  const always = db.transaction({ role: 'web' }, (tx) => add(tx, 2));
  expect(clashOf(await always.catch((error: unknown) => error))).toBe('taken');
  expect(clashOf(Object.assign(new Error(), { code: '40P01' }))).toBe('busy');
  expect(clashOf(new Error('no'))).toBeNull();
});

test('read only is read only, and the role of pages cannot touch the books', async () => {
  await expect(db.transaction({ role: 'web', readOnly: true }, (tx) => add(tx, 1))).rejects.toThrow(/read-only/);
  for (const statement of [`delete from schema_migrations`, `create table mine ()`]) {
    const attempt = db.transaction({ role: 'web' }, (tx) => sql.raw(statement).execute(tx));
    await expect(attempt).rejects.toThrow(/permission denied/);
  }
});

test('queries of one transaction may be asked at once', async () => {
  await db.transaction({ role: 'web' }, (tx) => Promise.all([1, 2, 3, 4, 5].map((id) => add(tx, id))));
  expect(await ids()).toEqual([1, 2, 3, 4, 5]);
});

test('the number of changed rows comes back', async () => {
  await db.transaction({ role: 'web' }, async (tx) => {
    await Promise.all([1, 2, 3].map((id) => add(tx, id)));
    const { numAffectedRows } = await sql`update notes set text = 'y' where id > 1`.execute(tx);
    expect(numAffectedRows).toBe(2n);
  });
});
