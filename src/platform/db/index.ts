/** The database: one PostgreSQL, embedded or on a server, reached through transactions only. */
export { allowComparison } from './comparison.ts';
export { folded } from './folded.ts';
export { migrate, missingMigrations } from './migrate.ts';
export { openDatabase } from './open.ts';
export { prepared } from './prepared.ts';
export { assertSafeLogin } from './safe-login.ts';
export type { Tables } from './tables.ts';
export { afterCommit, clashOf } from './transaction.ts';
export type { Db, DbRole, Log, Reading, Row, Session, TransactionOptions, Tx } from './types.ts';
