import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs, { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll, afterEach, test as anywhere, beforeAll, expect, vi } from 'vitest';
import { openDatabase } from '../../../src/platform/db/index.ts';
import { bareDump, quiet } from '../../support/db/index.ts';
import { CACHE } from '../../support/db/template.ts';

// The folder is the embedded engine's, whichever engine the other tests run on.
const onServer = process.env.TEST_DATABASE_URL !== undefined;
const test = anywhere.skipIf(onServer);
const home = join(tmpdir(), `v-sys-folder-${process.pid}`);
const dataDir = join(home, 'data');
/** In one file, since it is started two dozen times; it lies where it finds the packages. */
const writer = join(CACHE, `writer-${process.pid}.mjs`);
const children = new Set<ChildProcess>();
const open = async (dir = dataDir) => openDatabase({ dataDir: dir, template: await bareDump(), log: quiet });

beforeAll(async () => {
  if (onServer) return;
  await (await open()).close();
  await build({
    entryPoints: ['test/support/db/writer.ts'],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['@electric-sql/pglite'],
    // What pg-boss asks for with `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  rmSync(writer, { force: true });
});

/** Starts a writer process; what it says is collected, `said(word)` waits for a line. */
function start(mode = 'write') {
  const child = spawn(process.execPath, ['--liftoff-only', '--expose-gc', writer, dataDir, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const ended = Promise.all([once(child, 'exit'), once(reader, 'close')]);
  reader.on('line', (line) => lines.push(line));
  const said = async (word: string) => {
    for (;;) {
      const line = lines.find((each) => each.startsWith(`${word} `));
      if (line) return JSON.parse(line.slice(word.length + 1)) as unknown;
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the writer ended: ${lines.at(-1)}`);
      await Promise.race([once(reader, 'line'), ended]);
    }
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
    return lines.filter((line) => line.startsWith('wrote ')).map((line) => Number(line.slice(6)));
  };
  return { child, said, kill };
}

test('nothing that was acknowledged is lost by kill -9, twenty times', { timeout: 240_000 }, async () => {
  const acknowledged = new Set<number>();
  for (let round = 0; round <= 20; round++) {
    const writing = start();
    const there = new Set((await writing.said('there')) as number[]);
    expect([...acknowledged].filter((id) => !there.has(id))).toEqual([]);
    await writing.said('wrote');
    await new Promise((then) => setTimeout(then, Math.random() * 300));
    for (const id of await writing.kill()) acknowledged.add(id);
  }
  expect(acknowledged.size).toBeGreaterThan(20);
});

test('every commit is flushed to the disk before it is answered', async () => {
  const db = await open();
  const flushes = vi.spyOn(fs, 'fsyncSync');
  await db.raw.session('owner', (session) => session.exec('create table if not exists flushed (id int)'));
  for (let id = 0; id < 5; id++) {
    flushes.mockClear();
    await db.raw.session('owner', (session) => session.query('insert into flushed values ($1)', [id]));
    expect(flushes).toHaveBeenCalled();
  }
  flushes.mockRestore();
  await db.close();
});

test('a second process is refused and told who holds the folder', { timeout: 60_000 }, async () => {
  const holder = start('hold');
  await holder.said('there');
  // Time to collect the lock as garbage, if nothing held it.
  await new Promise((then) => setTimeout(then, 100));
  const second = start('hold');
  const message = String(await second.said('failed'));
  expect(message).toContain(`（pid ${holder.child.pid}、`);
  expect(message).toContain(`held by another process (pid ${holder.child.pid} on `);
  await expect(open()).rejects.toThrow(`pid ${holder.child.pid}`);
  await holder.kill();
  await (await open()).close();
});

test('in one process the folder is opened once at a time', async () => {
  const first = await open();
  await expect(open()).rejects.toThrow(`pid ${process.pid}`);
  await first.close();
  await (await open()).close();
});

test('what a dead process left behind is taken over, whatever pid it names', async () => {
  writeFileSync(
    join(dataDir, 'lock-holder.json'),
    JSON.stringify({ pid: process.pid, host: 'elsewhere', since: '2021' }),
  );
  await (await open()).close();
  writeFileSync(join(dataDir, 'lock-holder.json'), '{"pid":');
  await (await open()).close();
});

test('a folder of another PostgreSQL version is refused with the way out', async () => {
  for (const where of ['old', 'old-raw']) {
    const dir = join(home, where);
    const db = where === 'old' ? join(dir, 'db') : dir;
    mkdirSync(db, { recursive: true });
    writeFileSync(join(db, 'PG_VERSION'), '17\n');
    await expect(open(dir)).rejects.toThrow(/PostgreSQL 17 の形式です.*admin -- export.*admin -- import/s);
    // The refusal has given the folder free again.
    await expect(open(dir)).rejects.toThrow('was written by PostgreSQL 17');
  }
});

test('a database whose creation was cut off is made again', async () => {
  const dir = join(home, 'half');
  mkdirSync(join(dir, 'db'), { recursive: true });
  writeFileSync(join(dir, 'creating'), '');
  writeFileSync(join(dir, 'db', 'PG_VERSION'), '18\n');
  const db = await open(dir);
  await db.ping();
  await db.close();
  expect(existsSync(join(dir, 'creating'))).toBe(false);
});

test('a dump opens as a database with the same rows', async () => {
  const db = await open();
  await db.raw.session('owner', (session) => session.exec('create table kept as select 42 as answer'));
  const template = (await db.dump?.()) as Blob;
  await db.close();
  const copy = await openDatabase({ template, log: quiet });
  const { rows } = await copy.raw.session('owner', (session) => session.query('select answer from kept'));
  expect(rows).toEqual([{ answer: 42 }]);
  await copy.close();
});
