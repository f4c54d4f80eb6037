import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { migrationsDir } from '../app.ts';
import { ConfigFault } from '../config.ts';
import { type Db, migrate, type Session } from '../platform/db/index.ts';
import { sendJob } from '../platform/jobs/index.ts';
import { exportFormat } from './export.ts';
import type { Say } from './run.ts';
import { type Table, tablesInOrder } from './tables.ts';

const batch = 2000;
type Line = {
  readonly table?: string;
  readonly columns?: readonly string[];
  readonly end?: true;
  readonly rows?: number;
};

/**
 * `npm run admin -- import FILE`: fills an empty database from an export, all or nothing, and counts the rows again.
 * Export and program must have the same migrations.
 */
export const importHouse = async (db: Db, file: string, say: Say): Promise<boolean> => {
  await migrate(db, migrationsDir);
  const rows = await db.raw.session('owner', (session) => importAll(session, linesOf(file)));
  await sendWaitingMails(db);
  say(`${rows.toLocaleString('ja-JP')}行を読み込みました。`);
  return true;
};

const linesOf = (file: string): AsyncIterator<string> =>
  createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();

const next = async (lines: AsyncIterator<string>): Promise<string> => {
  const { value, done } = await lines.next();
  if (done)
    throw new ConfigFault(
      'ファイルが途中で切れています。何も読み込んでいません。The file is cut off; nothing was imported.',
    );
  return value;
};

const importAll = async (session: Session, lines: AsyncIterator<string>): Promise<number> => {
  await checkHead(session, await next(lines));
  await session.exec('begin');
  try {
    const tables = await tablesInOrder(session);
    await refuseUsed(session);
    // What triggers would derive from the rows is in the file already.
    await session.exec(`set local app.restoring = 'on'`);
    await session.exec(`truncate ${tables.map(({ name }) => `"${name}"`).join(', ')}`);
    const rows = await importTables(session, lines, tables);
    await setSequences(session);
    await session.exec('commit');
    return rows;
  } catch (thrown) {
    await session.exec('rollback');
    throw thrown;
  }
};

const checkHead = async (session: Session, head: string): Promise<void> => {
  const { format, migrations } = JSON.parse(head) as { format?: string; migrations?: unknown };
  const own = (await session.query('select name, checksum from schema_migrations order by name')).rows;
  if (format !== exportFormat)
    throw new ConfigFault('V-SYSの書き出しファイルではありません。This is no export of V-SYS.');
  if (JSON.stringify(migrations) !== JSON.stringify(own)) {
    throw new ConfigFault(
      '別の版の書き出しファイルです。同じ版のプログラムで読み込んでください。This export is of another version.',
    );
  }
};

const refuseUsed = async (session: Session): Promise<void> => {
  const { rows } = await session.query('select exists (select from users) or exists (select from audit_log) as used');
  if (rows[0]?.used)
    throw new ConfigFault(
      'すでに使われているデータベースには読み込めません。空のデータベースを指定してください。The database is in use.',
    );
};

const importTables = async (
  session: Session,
  lines: AsyncIterator<string>,
  tables: readonly Table[],
): Promise<number> => {
  let total = 0;
  let table: Table | undefined;
  let waiting: string[] = [];
  const flush = async (): Promise<void> => {
    if (table && waiting.length > 0) await insert(session, table, waiting);
    total += waiting.length;
    waiting = [];
  };
  for (;;) {
    const text = await next(lines);
    const head = /^\{"(table|end)":/.test(text) ? (JSON.parse(text) as Line) : null;
    if (!head) {
      waiting.push(text);
      if (waiting.length >= batch) await flush();
      continue;
    }
    await flush();
    if (head.end) {
      if (head.rows !== total)
        throw new ConfigFault(`行数が合いません（${head.rows} と ${total}）。The counts of rows differ.`);
      return total;
    }
    table = tables.find(({ name }) => name === head.table);
    if (!table) throw new ConfigFault(`知らない表があります（${head.table}）。Unknown table.`);
  }
};

const insert = async (session: Session, { name, columns }: Table, lines: readonly string[]): Promise<void> => {
  const list = columns.map((column) => `"${column}"`).join(', ');
  await session.query(
    `insert into "${name}" (${list}) overriding system value select ${list} from json_populate_recordset(null::"${name}", $1::json)`,
    [`[${lines.join(',')}]`],
  );
};

/** New rows get numbers after the imported ones. */
const setSequences = async (session: Session): Promise<void> => {
  const { rows } = await session.query(
    `select c.relname as name, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and a.attidentity <> ''`,
  );
  for (const { name, column } of rows) {
    await session.exec(
      `select setval(pg_get_serial_sequence('"${name}"', '${column}'), coalesce((select max("${column}") from "${name}"), 0) + 1, false)`,
    );
  }
};

/** Mails that waited in the old database are sent from the new one. */
const sendWaitingMails = async (db: Db): Promise<void> => {
  const waiting = await db.raw.session('owner', (session) =>
    session.query(`select id from mails where state = 'waiting' order by id`),
  );
  await db.transaction({ role: 'all' }, async (tx) => {
    for (const { id } of waiting.rows) await sendJob(tx, 'send-mail', { mailId: Number(id) });
  });
};
