import {
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely';
import type { Tables } from './tables.ts';
import type { Session, Tx } from './types.ts';

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};
const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();
const driver = new DummyDriver();

/** A Kysely transaction over a session whose `begin` and `commit` are somebody else's business. */
export function txOver(session: Session): Tx {
  const connection: DatabaseConnection = {
    async executeQuery<R>({
      sql,
      parameters,
    }: {
      sql: string;
      parameters: readonly unknown[];
    }): Promise<QueryResult<R>> {
      const { rows, affected } = await session.query(sql, parameters);
      return { rows: rows as R[], numAffectedRows: affected === undefined ? undefined : BigInt(affected) };
    },
    streamQuery() {
      throw new Error('streaming is not offered: read in batches of short transactions');
    },
  };
  const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection: (use) => use(connection) });
  return new Transaction<Tables>({ config: { dialect }, dialect, driver, executor });
}
