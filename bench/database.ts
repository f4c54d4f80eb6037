import pg from 'pg';

export type Admin = Pick<pg.Client, 'query' | 'end'>;

const logins = { owner: 'vsys_bench_owner', app: 'vsys_bench_app' } as const;
const password = 'only-for-the-bench';

/** The private PostgreSQL that `with-postgres.mjs` started. */
const given = process.env.TEST_DATABASE_URL;
if (!given) throw new Error('TEST_DATABASE_URL is missing: start with `npm run bench`');

const address = (login: keyof typeof logins, database: string): string => {
  const url = new URL(given);
  Object.assign(url, { username: logins[login], password, pathname: `/${database}` });
  return url.href;
};

/** A connection of the administrator. */
export const connectAdmin = async (database?: string): Promise<Admin> => {
  const url = new URL(given);
  if (database) url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href, application_name: 'bench-admin' });
  await client.connect();
  return client;
};

/** An empty database of its own, with the two logins of production: the owner, and the app that may do little. */
export const createDatabase = async (name: string): Promise<{ readonly app: string; readonly owner: string }> => {
  const admin = await connectAdmin();
  for (const [role, login] of Object.entries(logins)) {
    const { rows } = await admin.query('select from pg_roles where rolname = $1', [login]);
    const rights = role === 'owner' ? 'createrole' : '';
    if (rows.length === 0) await admin.query(`create role ${login} login password '${password}' ${rights}`);
  }
  // Its work would fall into some of the runs and not into others; statistics are made once, after the filling.
  await admin.query('alter system set autovacuum = off');
  await admin.query('select pg_reload_conf()');
  await admin.query(
    `create database ${name} template template0 owner ${logins.owner} encoding 'UTF8' locale 'C.UTF-8'`,
  );
  await admin.end();
  return { app: address('app', name), owner: address('owner', name) };
};

/** The same database once more, under another name; nobody may be connected to the first. */
export const copyDatabase = async (
  from: string,
  name: string,
): Promise<{ readonly app: string; readonly owner: string }> => {
  const admin = await connectAdmin();
  await admin.query(`create database ${name} template ${from} owner ${logins.owner}`);
  await admin.end();
  return { app: address('app', name), owner: address('owner', name) };
};

/** Process ids of the server's processes that work for a program. */
export const backendsOf = async (admin: Admin, application: string): Promise<readonly number[]> => {
  const { rows } = await admin.query<{ pid: number }>(
    'select pid from pg_stat_activity where application_name = $1 and datname = current_database()',
    [application],
  );
  return rows.map(({ pid }) => pid);
};
