import pg from 'pg';
import { ARRAYS, PARSERS } from './parsers.ts';
import { OUTDATED_PLAN, planNameOf } from './prepared.ts';
import { serverProblem } from './server-check.ts';
import { DB_ROLES, type Engine, type Log, type Session, type SessionOwner } from './types.ts';

export interface ServerOptions {
  url: string;
  /** The owner of the tables, for migrations; without it the app's own login. */
  migrationUrl?: string;
  poolSize?: number;
  log: Log;
}

const STATEMENT_LIMIT_MS = 60_000;
const SETTINGS = '-c timezone=Asia/Tokyo';

/** Opens a PostgreSQL server by address. The job library has connections of its own, so that it cannot starve pages. */
export async function openServer({ url, migrationUrl, poolSize = 10, log }: ServerOptions): Promise<Engine> {
  const limits = { statement_timeout: STATEMENT_LIMIT_MS, idle_in_transaction_session_timeout: STATEMENT_LIMIT_MS };
  const pools: Record<SessionOwner, pg.Pool> = {
    app: pool(url, { max: poolSize, ...limits }, log),
    jobs: pool(url, { max: 2, options: `${SETTINGS} -c role=${DB_ROLES.all}` }, log),
    owner: pool(migrationUrl ?? url, { max: 1, idleTimeoutMillis: 1000 }, log),
  };
  const engine: Engine = {
    kind: 'server',
    session: (owner, work) => withClient(pools[owner], work),
    close: async () => {
      await Promise.all(Object.values(pools).map((each) => (each.ended || each.ending ? undefined : each.end())));
    },
  };
  const problem = await engine.session('app', serverProblem).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  if (!problem) return engine;
  await engine.close();
  throw new Error(problem);
}

function pool(connectionString: string, config: pg.PoolConfig, log: Log): pg.Pool {
  const made = new pg.Pool({
    connectionString,
    application_name: 'v-sys',
    // Statements asked for together go out together, and are answered in their order.
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: parserFor as typeof pg.types.getTypeParser },
    options: SETTINGS,
    ...config,
  });
  // A connection that breaks while idle: the pool drops it; without a listener the process would end.
  made.on('error', (error) => log.warn({ err: error }, 'an idle database connection broke'));
  return made;
}

function parserFor(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  const scalar = PARSERS[oid];
  if (scalar) return scalar;
  const element = PARSERS[ARRAYS[oid] ?? -1];
  const parser = pg.types.getTypeParser(element ? TEXT_ARRAY : oid, format ?? 'text') as (text: string) => unknown;
  if (!element) return parser;
  return (text) => deepMap(parser(text), element);
}

const TEXT_ARRAY = 1009;

function deepMap(value: unknown, parse: (text: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => deepMap(each, parse));
  return typeof value === 'string' ? parse(value) : value;
}

async function withClient<T>(from: pg.Pool, work: (session: Session) => Promise<T>): Promise<T> {
  const client = await from.connect();
  let broken: Error | undefined;
  const session = sessionOver(client, (error) => {
    broken = error;
  });
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    return await work(session);
  } finally {
    client.off('error', onError);
    // Anything but idle (a rollback that did not get through) must not go back into the pool.
    client.release(broken ?? client.getTransactionStatus() !== 'I');
  }
}

/** `outdated`: a table changed since this connection planned a statement, so it can plan it never again. */
function sessionOver(client: pg.PoolClient, outdated: (error: Error) => void): Session {
  return {
    query: async (text, params = []) => {
      const asked = { text, values: [...params], name: planNameOf(text) };
      const { rows, rowCount, command } = await client.query<Record<string, unknown>>(asked).catch((error) => {
        if (asked.name && error.code === OUTDATED_PLAN) outdated(error);
        throw error;
      });
      return { rows, affected: command === 'SELECT' ? undefined : (rowCount ?? undefined) };
    },
    exec: async (sql) => {
      const results = (await client.query(sql)) as pg.QueryResult | pg.QueryResult[];
      return { rows: [results].flat().flatMap(({ rows }) => rows as Record<string, unknown>[]) };
    },
  };
}
