import { test as anywhere, expect } from 'vitest';
import { migrate, openDatabase } from '../../../src/platform/db/index.ts';
import { migrationsOf, quiet } from '../../support/db/index.ts';
import { asAdmin, LOGINS, PASSWORD } from '../../support/db/server-template.ts';

const admin = process.env.TEST_DATABASE_URL ?? '';
const test = anywhere.skipIf(admin === '');
const name = `vsys_test_rights_${process.pid}`;

const address = (login?: string) => {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  if (login) Object.assign(url, { username: login, password: PASSWORD });
  return url.href;
};
const asRoot = (sql: string) => asAdmin(admin, undefined, (session) => session.exec(sql));

test('an owner who may not grant roles is told what the administrator has to run; then it works', async () => {
  const { dir, remove } = migrationsOf({});
  const [owner, app] = [`${name}_owner`, `${name}_app`];
  await asRoot(
    `create role ${owner} login password '${PASSWORD}'; create role ${app} login noinherit password '${PASSWORD}'`,
  );
  await asRoot(`create database ${name} owner ${owner} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  const db = await openDatabase({ url: address(app), migrationUrl: address(owner), log: quiet });
  try {
    await expect(migrate(db, dir)).rejects.toThrow(`grant vsys_web, vsys_all to "${app}";`);
    await asRoot(`grant vsys_web, vsys_all to ${app}`);
    expect(await migrate(db, dir)).toEqual({ applied: [] });
    // A login that inherits nothing is enough: transactions and jobs take their roles themselves.
    const settings = { role: 'web' } as const;
    expect(await db.transaction(settings, async () => 'fine')).toBe('fine');
    await db.raw.session('jobs', (session) => session.query('select from pgboss.job'));
    await expect(db.raw.session('app', (session) => session.query('select from pgboss.job'))).rejects.toThrow('denied');
  } finally {
    await db.close();
    remove();
    await asRoot(`drop database ${name}`);
    for (const login of [owner, app]) await asRoot(`drop role ${login}`);
  }
});

test('a database in which Japanese cannot be searched is refused with the way to make a good one', async () => {
  await asRoot(`create database ${name} owner ${LOGINS.owner} template template0 encoding 'UTF8' locale 'C'`);
  try {
    const opened = openDatabase({ url: address(LOGINS.app), log: quiet });
    await expect(opened).rejects.toThrow(/ロケール C です.*createdb .*--locale=C\.UTF-8/s);
  } finally {
    await asRoot(`drop database ${name}`);
  }
});
