import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Db, Session } from '../platform/db/index.ts';
import type { Say } from './run.ts';
import { type Table, tablesInOrder } from './tables.ts';

const batch = 2000;

/** How an export begins; an import checks it. */
export const exportFormat = 'v-sys-export-1';

/**
 * `npm run admin -- export FILE`: everything as gzipped lines of JSON, one state of the database, the same for both
 * engines. It may run beside the server on PostgreSQL; the embedded database must be closed.
 */
export const exportHouse = async (db: Db, file: string, say: Say): Promise<boolean> => {
  const gzip = createGzip();
  const out = createWriteStream(`${file}.part`, { mode: 0o600 });
  gzip.pipe(out);
  const write = async (line: string): Promise<void> => {
    if (!gzip.write(`${line}\n`)) await once(gzip, 'drain');
  };
  const rows = await db.raw.session('owner', (session) => exportAll(session, write));
  gzip.end();
  await finished(out);
  await rename(`${file}.part`, file);
  say(
    `${rows.toLocaleString('ja-JP')}行を ${file} に書き出しました。個人情報が含まれます。安全な場所に保管してください。`,
  );
  return true;
};

const exportAll = async (session: Session, write: (line: string) => Promise<void>): Promise<number> => {
  await session.exec('begin isolation level repeatable read read only');
  try {
    const migrations = (await session.query('select name, checksum from schema_migrations order by name')).rows;
    await write(JSON.stringify({ format: exportFormat, migrations }));
    let total = 0;
    for (const table of await tablesInOrder(session)) total += await exportTable(session, table, write);
    await write(JSON.stringify({ end: true, rows: total }));
    return total;
  } finally {
    await session.exec('rollback');
  }
};

const exportTable = async (
  session: Session,
  { name, columns }: Table,
  write: (line: string) => Promise<void>,
): Promise<number> => {
  await write(JSON.stringify({ table: name, columns }));
  const list = columns.map((column) => `"${column}"`).join(', ');
  await session.exec(
    `declare kept no scroll cursor for select row_to_json(r)::text as line from (select ${list} from "${name}") r`,
  );
  let count = 0;
  for (;;) {
    const { rows } = await session.query(`fetch ${batch} from kept`);
    for (const { line } of rows) await write(String(line));
    count += rows.length;
    if (rows.length < batch) break;
  }
  await session.exec('close kept');
  return count;
};
