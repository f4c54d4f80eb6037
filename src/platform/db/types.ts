import type { Transaction } from 'kysely';
import type { BaseLogger } from 'pino';
import type { Tables } from './tables.ts';

/** What the platform needs of a logger; pino's fits. */
export type Log = Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>;

/** The handle of one open transaction. Nothing else reaches the database from a feature. */
export type Tx = Transaction<Tables>;

/** Roles of the database that a transaction can take: `web` obeys row security, `all` has open policies. */
export const DB_ROLES = { web: 'vsys_web', all: 'vsys_all' } as const;
export type DbRole = keyof typeof DB_ROLES;

/** One row as the driver hands it over. */
export type Row = Record<string, unknown>;

/** One connection held for a while: SQL text in, rows out. */
export interface Session {
  /** Runs one statement with parameters. */
  query(sql: string, params?: readonly unknown[]): Promise<{ rows: Row[]; affected?: number }>;
  /** Runs several statements without parameters; gives the rows of all of them, one after the other. */
  exec(sql: string): Promise<{ rows: Row[] }>;
}

/** Whose connection a session is: the app's own login, the owner of the tables, or the job library. */
export type SessionOwner = 'app' | 'owner' | 'jobs';

export interface TransactionOptions {
  role: DbRole;
  /** Settings for the length of the transaction, e.g. `app.actor` and `app.reach`. */
  settings?: Readonly<Record<string, string>>;
  isolation?: 'read committed' | 'serializable';
  readOnly?: boolean;
  /** Runs the work again after a serialisation failure or a deadlock (up to 3 times) or a key just taken. Default true. */
  retry?: boolean;
}

/** Reads in a transaction of its own: for work that takes long and must not hold one. */
export type Reading = <T>(use: (tx: Tx) => Promise<T>) => Promise<T>;

export interface Db {
  kind: 'embedded' | 'server';
  log: Log;
  /**
   * Runs the work in one transaction. The work may run more than once (`retry`), so it has no effects outside the
   * transaction; what must happen outside goes into `afterCommit(tx, …)`.
   */
  transaction<T>(options: TransactionOptions, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Answers when the database does. */
  ping(): Promise<void>;
  close(): Promise<void>;
  /** Embedded only: the data folder as a tar file (gzip), for backups and for the template of the tests. */
  dump?(): Promise<Blob>;
  /** For migrations and the job library only. Throws inside a transaction, as everything here but the `tx` does. */
  raw: { session<T>(owner: SessionOwner, work: (session: Session) => Promise<T>): Promise<T> };
}

/** What differs between the two engines; the rest is built on it once. */
export interface Engine {
  kind: Db['kind'];
  session<T>(owner: SessionOwner, work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  dump?(): Promise<Blob>;
}
