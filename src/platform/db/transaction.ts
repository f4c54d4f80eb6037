import { setTimeout as sleep } from 'node:timers/promises';
import { insideTransaction, refuseInsideTransaction } from './guard.ts';
import { OUTDATED_PLAN } from './prepared.ts';
import { txOver } from './session-kysely.ts';
import { DB_ROLES, type Engine, type Log, type Session, type TransactionOptions, type Tx } from './types.ts';

/**
 * How often the work runs again: serialisation failure, deadlock, outdated plan; and a key that somebody else took at the
 * same moment, whose row the second run sees, so that the use case answers in its own words.
 */
const RETRIES = new Map([
  ['40001', 3],
  ['40P01', 3],
  [OUTDATED_PLAN, 3],
  ['23505', 1],
]);
const SETTING_NAME = /^[a-z_]+\.[a-z_]+$/;

const hooks = new WeakMap<Tx, Array<() => void>>();

/** Remembers something to do once the transaction is committed; dropped when it rolls back. */
export function afterCommit(tx: Tx, then: () => void): void {
  const list = hooks.get(tx);
  if (!list) throw new Error('afterCommit: not a transaction of this database, or one that is over');
  list.push(then);
}

/** Runs the work in a transaction of the engine; see `Db.transaction`. */
export async function runTransaction<T>(
  engine: Engine,
  log: Log,
  options: TransactionOptions,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  refuseInsideTransaction('db.transaction()');
  for (let attempt = 0; ; attempt++) {
    try {
      return await attemptOnce(engine, log, options, work);
    } catch (error) {
      if (options.retry === false || attempt >= (RETRIES.get(codeOf(error)) ?? 0)) throw error;
      await sleep(10 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

async function attemptOnce<T>(
  engine: Engine,
  log: Log,
  options: TransactionOptions,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { result, then } = await engine.session('app', async (session) => {
    await session.exec(opening(options));
    const once = closable(session);
    const tx = txOver(once.session);
    const then: Array<() => void> = [];
    hooks.set(tx, then);
    try {
      const result = await insideTransaction(() => work(tx));
      once.close();
      await commit(session);
      return { result, then };
    } catch (error) {
      once.close();
      // When even this fails, the connection is gone and the transaction with it; the first error says more.
      await session.exec('rollback').catch(() => undefined);
      throw error;
    } finally {
      hooks.delete(tx);
    }
  });
  for (const hook of then) runHook(hook, log);
  return result;
}

function runHook(hook: () => void, log: Log): void {
  try {
    hook();
  } catch (error) {
    // The transaction is committed: its caller must not hear that it failed.
    log.error({ err: error }, 'work after a commit failed');
  }
}

async function commit(session: Session): Promise<void> {
  // A statement failed and somebody swallowed the error: PostgreSQL would answer COMMIT with ROLLBACK, silently.
  // `select 1` fails in that state, on both engines.
  await session.exec('select 1; commit');
}

function closable(session: Session): { session: Session; close(): void } {
  let closed = false;
  const check = () => {
    if (closed) throw new Error('this transaction is over: its tx was kept, or a query was not awaited');
  };
  return {
    session: {
      query: async (sql, params) => {
        check();
        return session.query(sql, params);
      },
      exec: async (sql) => {
        check();
        return session.exec(sql);
      },
    },
    close: () => {
      closed = true;
    },
  };
}

function opening({ role, settings = {}, isolation, readOnly }: TransactionOptions): string {
  const set = Object.entries(settings).map(([name, value]) => {
    if (!SETTING_NAME.test(name)) throw new Error(`not a setting of the application: ${name}`);
    return `set_config('${name}', ${literal(value)}, true)`;
  });
  return [
    `begin isolation level ${isolation ?? 'read committed'} ${readOnly ? 'read only' : 'read write'}`,
    `set local role ${DB_ROLES[role]}`,
    ...(set.length > 0 ? [`select ${set.join(', ')}`] : []),
  ].join('; ');
}

/** Quotes a text for SQL, independent of `standard_conforming_strings`. */
function literal(value: string): string {
  if (value.includes('\0')) throw new Error('a setting holds no NUL');
  const quoted = value.replaceAll("'", "''");
  return quoted.includes('\\') ? ` E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`;
}

/** Why a transaction failed that is nobody's fault: its key was `taken` by another one, or others were `busy` there. */
export function clashOf(error: unknown): 'taken' | 'busy' | null {
  const code = codeOf(error);
  if (code === '23505') return 'taken';
  return code === '40001' || code === '40P01' ? 'busy' : null;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
