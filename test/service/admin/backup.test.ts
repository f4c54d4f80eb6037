import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { exportHouse } from '../../../src/admin/export.ts';
import { importHouse } from '../../../src/admin/import.ts';
import { tablesInOrder } from '../../../src/admin/tables.ts';
import { migrationsDir } from '../../../src/app.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { migrate } from '../../../src/platform/db/index.ts';
import { addPeople, START, testApp } from '../../support/app/index.ts';
import { emptyDb, testDb } from '../../support/db/index.ts';

const { db, reset } = await testDb();
const folder = mkdtempSync(join(tmpdir(), 'v-sys-backup-'));
const file = join(folder, 'backup.ndjson.gz');
const silent = () => undefined;
beforeEach(reset);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A fingerprint of every table. */
const contents = (of: Db): Promise<Record<string, string>> =>
  of.raw.session('owner', async (session) => {
    const found: Record<string, string> = {};
    for (const { name, columns } of await tablesInOrder(session)) {
      // Counters of changes: reading rows in is a change too.
      if (name === 'navi_municipalities') continue;
      const list = columns.map((column) => `"${column}"`).join(', ');
      const { rows } = await session.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r::text)), '') as print from (select ${list} from "${name}") r`,
      );
      found[name] = String(rows[0]?.print);
    }
    return found;
  });

test('what was exported comes back row by row, and work goes on in it', async () => {
  const people = await addPeople(db, START);
  await (await testApp(db)).send(people.basic, '/booking-status', { mark: 'few' });
  const before = await contents(db);
  await exportHouse(db, file, silent);

  const restored = await emptyDb();
  try {
    await importHouse(restored, file, silent);
    expect(await contents(restored)).toEqual(before);
    const reply = await (await testApp(restored)).send(people.basic, '/booking-status', { mark: 'open' });
    expect(reply.status).toBe(303);
    await expect(importHouse(restored, file, silent), 'a database in use is left alone').rejects.toThrow(
      'すでに使われている',
    );
  } finally {
    await restored.close();
  }
});

test('a file that is cut off, changed or foreign is refused and leaves nothing behind', async () => {
  await addPeople(db, START);
  await exportHouse(db, file, silent);
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  const empty = await emptyDb();
  try {
    await migrate(empty, migrationsDir);
    const before = await contents(empty);
    for (const broken of [
      lines.slice(0, -1),
      lines.filter((line) => !line.includes('"user_name":"desk')),
      ['{"format":"other"}'],
      [lines[0]?.replace('0001', '0009') ?? ''],
    ]) {
      writeFileSync(file, gzipSync(`${broken.join('\n')}\n`));
      await expect(importHouse(empty, file, silent)).rejects.toThrow();
    }
    expect(await contents(empty)).toEqual(before);
  } finally {
    await empty.close();
  }
});
