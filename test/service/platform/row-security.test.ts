import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { assertSafeLogin, type DbRole, migrate, openDatabase } from '../../../src/platform/db/index.ts';
import { emptyDb, migrationsOf, quiet } from '../../support/db/index.ts';

const { dir, remove } = migrationsOf({
  '0001-demands.sql': `
    create table demands (org_id text not null, boxes int not null);
    insert into demands values ('13', 1), ('13', 2), ('14', 4);
    alter table demands enable row level security;
    create policy reach on demands to vsys_web using (org_id = any ((select app_reach())::text[]));
    create policy everything on demands to vsys_all using (true);
    grant select, insert, update on demands to vsys_web, vsys_all;`,
});
const db = await emptyDb();
await migrate(db, dir);
afterAll(async () => {
  await db.close();
  remove();
});

const total = async (role: DbRole, reach?: string) => {
  const settings = reach === undefined ? undefined : { 'app.reach': reach };
  const { rows } = await db.transaction({ role, settings }, (tx) =>
    sql<{ boxes: number }>`select coalesce(sum(boxes), 0)::int as boxes from demands`.execute(tx),
  );
  return rows[0]?.boxes;
};

test('a page sees the rows within its reach, and none when the reach was forgotten', async () => {
  expect(await total('web', '13')).toBe(3);
  expect(await total('web', '13,14')).toBe(7);
  expect(await total('web', '')).toBe(0);
  expect(await total('web')).toBe(0);
});

test('jobs see every row', async () => {
  expect(await total('all')).toBe(7);
});

test('a page cannot write outside its reach', async () => {
  const settings = { 'app.reach': '13' };
  const foreign = db.transaction({ role: 'web', settings }, (tx) =>
    sql`insert into demands values ('14', 8)`.execute(tx),
  );
  await expect(foreign).rejects.toThrow(/row-level security/);
  const { numAffectedRows } = await db.transaction({ role: 'web', settings }, (tx) =>
    sql`update demands set boxes = boxes where org_id = '14'`.execute(tx),
  );
  expect(numAffectedRows).toBe(0n);
});

test('the app’s login is safe; the owner’s and the administrator’s are refused', async () => {
  await expect(assertSafeLogin(db)).resolves.toBeUndefined();
  if (db.kind === 'embedded') return;
  const { rows } = await db.raw.session('owner', (session) => session.query('select current_database() as name'));
  const admin = new URL(process.env.TEST_DATABASE_URL ?? '');
  admin.pathname = `/${rows[0]?.name}`;
  const owner = new URL(admin);
  owner.username = 'vsys_test_owner';
  owner.password = 'only-for-tests';
  for (const [url, why] of [
    [admin, 'スーパーユーザー'],
    [owner, 'テーブルの所有者'],
  ] as const) {
    const other = await openDatabase({ url: url.href, log: quiet });
    await expect(assertSafeLogin(other)).rejects.toThrow(why);
    await other.close();
  }
});
