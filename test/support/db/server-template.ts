import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate, openDatabase, type Session } from '../../../src/platform/db/index.ts';
import { quiet } from './log.ts';
import { markAsTest } from './marker.ts';
import { MIGRATIONS } from './template.ts';

/** The logins of the tests on a server: the tables' owner, and the app's, which may do little. */
export const LOGINS = { owner: 'vsys_test_owner', app: 'vsys_test_app' } as const;
export const PASSWORD = 'only-for-tests';

/** An address with another login and database. */
export function addressAs(admin: string, login: string, database: string): string {
  const url = new URL(admin);
  url.username = login;
  url.password = PASSWORD;
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs something as the administrator. */
export async function asAdmin<T>(
  admin: string,
  database: string | undefined,
  work: (s: Session) => Promise<T>,
): Promise<T> {
  const url = new URL(admin);
  if (database) url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work({
      query: async (sql, params = []) => ({ rows: (await client.query(sql, [...params])).rows }),
      exec: async (sql) => ({ rows: [await client.query(sql)].flat().flatMap(({ rows }) => rows) }),
    });
  } finally {
    await client.end();
  }
}

/** Creates an empty database as `createdb --locale=C.UTF-8` does, owned by the tests' owner. */
export async function createDatabase(admin: string, name: string, template = 'template0'): Promise<void> {
  await asAdmin(admin, undefined, async (session) => {
    await session.exec(
      `create database "${name}" template "${template}" owner ${LOGINS.owner}` +
        (template === 'template0' ? ` encoding 'UTF8' locale 'C.UTF-8'` : ''),
    );
  });
}

/** Makes the logins and a migrated database that the workers copy; `remove` drops all databases of this run. */
export async function prepareServer(
  admin: string,
): Promise<{ template: string; run: string; remove(): Promise<void> }> {
  const run = `vsys_test_${randomBytes(4).toString('hex')}`;
  const template = `${run}_template`;
  await makeLogins(admin);
  await createDatabase(admin, template);
  const db = await openDatabase({
    url: addressAs(admin, LOGINS.app, template),
    migrationUrl: addressAs(admin, LOGINS.owner, template),
    log: quiet,
  });
  try {
    await migrate(db, MIGRATIONS);
  } finally {
    await db.close();
  }
  await asAdmin(admin, template, markAsTest);
  return { template, run, remove: () => dropAll(admin, run) };
}

/** Makes the logins of the tests where they are missing. */
export async function makeLogins(admin: string): Promise<void> {
  await asAdmin(admin, undefined, async (session) => {
    for (const login of Object.values(LOGINS)) {
      const { rows } = await session.query('select from pg_roles where rolname = $1', [login]);
      if (rows.length > 0) continue;
      const rights = login === LOGINS.owner ? 'createrole' : '';
      await session.exec(`create role ${login} login password '${PASSWORD}' ${rights}`);
    }
  });
}

async function dropAll(admin: string, run: string): Promise<void> {
  await asAdmin(admin, undefined, async (session) => {
    const { rows } = await session.query('select datname from pg_database where starts_with(datname, $1)', [run]);
    for (const { datname } of rows) await session.exec(`drop database if exists "${datname}" with (force)`);
  });
}
