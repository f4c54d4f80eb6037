import { CompiledQuery } from 'kysely';
import type { Row, Session, Tx } from '../platform/db/index.ts';

/** One statement with its parameters; rows out. Seeding runs in a transaction of the app or in the owner's session. */
export type Run = (sql: string, params?: readonly unknown[]) => Promise<readonly Row[]>;

/** What a column is filled with; the column's own type reads it. */
type Cell = string | number | boolean | null;
export type SeedRow = Readonly<Record<string, Cell>>;

export const runInTx =
  (tx: Tx): Run =>
  async (sql, params = []) =>
    (await tx.executeQuery<Row>(CompiledQuery.raw(sql, [...params]))).rows;

export const runInSession =
  (session: Session): Run =>
  async (sql, params = []) =>
    (await session.query(sql, params)).rows;

const CHUNK = 2500;

/** Inserts many rows that fill the same columns: one statement of JSON a chunk is the fastest way both engines share. */
export const insertRows = async (run: Run, table: string, rows: readonly SeedRow[]): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  for (let at = 0; at < rows.length; at += CHUNK)
    await run(
      `insert into ${table} (${columns}) overriding system value
       select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
      [JSON.stringify(rows.slice(at, at + CHUNK))],
    );
};
