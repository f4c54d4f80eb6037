// A process for the tests of the data folder: opens it, says which rows are there, then writes rows until it is killed
// and says so after each commit. Arguments: folder, and "hold" to write nothing: it keeps the folder while whatever
// nobody points to is collected.
import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { openDatabase } from '../../../src/platform/db/index.ts';
import { quiet } from './log.ts';

const [dataDir = '', mode] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

try {
  const db = await openDatabase({ dataDir, log: quiet });
  await db.raw.session('owner', (session) =>
    session
      .exec('create table if not exists written (id int primary key, filler text); create role vsys_web')
      .catch(() => ({ rows: [] })),
  );
  await db.raw.session('owner', (session) => session.exec('grant all on written to vsys_web'));
  const web = { role: 'web' } as const;
  const { rows } = await db.transaction(web, (tx) =>
    sql<{ ids: number[] | null }>`select array_agg(id) as ids from written`.execute(tx),
  );
  const ids = rows[0]?.ids ?? [];
  say(`there ${JSON.stringify(ids)}`);
  if (mode === 'hold') setInterval(() => globalThis.gc?.(), 20);
  for (let id = Math.max(0, ...ids) + 1; mode !== 'hold'; id++) {
    await db.transaction(web, (tx) =>
      sql`insert into written values (${id}, ${'あ'.repeat(1 + (id % 900))})`.execute(tx),
    );
    say(`wrote ${id}`);
    if (id % 40 === 0) await db.raw.session('owner', (session) => session.exec('checkpoint'));
  }
} catch (error) {
  say(`failed ${JSON.stringify(String(error))}`);
  process.exitCode = 3;
}
