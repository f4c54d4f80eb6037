import { type ConstructorOptions, PgBoss } from 'pg-boss';
import type { Db, Log, Session } from '../db/types.ts';

type RunSession = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

/**
 * The job library over our own connections. What it could do beside running jobs is off: schedules (business dates
 * belong to the business clock), its own migrations (`migrate` does them), its registry of instances, index rebuilds
 * (it is not the owner).
 */
export function bossOver(run: RunSession, kind: Db['kind'], log: Log, options: ConstructorOptions = {}): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => run((session) => execute(session, text, values)) },
    backend: kind === 'embedded' ? 'pglite' : 'postgres',
    schema: 'pgboss',
    schedule: false,
    migrate: false,
    supervise: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    ...options,
  });
  boss.on('error', (err) => log.error({ err }, 'job library'));
  boss.on('warning', (warning) => log.warn({ warning }, 'job library'));
  return boss;
}

async function execute(session: Session, text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  // Without values it may be a script of several statements, of which every row counts.
  if (values.length > 0) return session.query(text, values);
  try {
    return await session.exec(text);
  } catch (error) {
    // A script that opened a transaction and failed inside leaves it open on the embedded engine's one connection.
    await session.exec('rollback').catch(() => undefined);
    throw error;
  }
}
