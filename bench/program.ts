import { type ChildProcess, execFile, fork } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { cpuOf } from './cpu.ts';

export const root = join(import.meta.dirname, '..');

export type Program = {
  readonly url: string;
  readonly pid: number;
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
};

type Start = {
  readonly database: { readonly app: string; readonly owner: string };
  /** For data and log. */
  readonly folder: string;
  readonly smtpUrl: string;
  /** Arguments of node itself. */
  readonly nodeArgs?: readonly string[];
};

export const freePort = (): Promise<number> =>
  new Promise((then) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => then(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** As production sets it. */
export const environmentOf = ({ database, folder, smtpUrl }: Start, port: number) => ({
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  DEMO: '0',
  DATABASE_URL: database.app,
  MIGRATION_DATABASE_URL: database.owner,
  DATA_DIR: folder,
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  SECRET_KEY: Buffer.alloc(32, 'bench').toString('base64'),
  SMTP_URL: smtpUrl,
});

/** Tables and master data, as `npm run admin -- migrate` makes them. */
export const migrateDatabase = async (start: Start): Promise<void> => {
  await promisify(execFile)(process.execPath, ['dist/admin.js', 'migrate'], {
    cwd: root,
    env: environmentOf(start, 0),
  });
};

/** Starts the built program as production does, and waits until it is ready and its first work is done. */
export const startProgram = async (start: Start): Promise<Program> => {
  const port = await freePort();
  const log = openSync(join(start.folder, 'program.log'), 'a');
  const child = fork(join(root, 'dist/main.js'), {
    cwd: root,
    env: environmentOf(start, port),
    execArgv: [...(start.nodeArgs ?? [])],
    stdio: ['ignore', log, log, 'ipc'],
    serialization: 'advanced',
  });
  process.once('exit', () => child.kill());
  const url = `http://127.0.0.1:${port}`;
  const pid = child.pid ?? 0;
  await untilReady(url, child);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    const ended = new Promise((then) => child.once('exit', then));
    child.kill('SIGTERM');
    await ended;
  };
  return { url, pid, child, stop };
};

const untilReady = async (url: string, child: ChildProcess): Promise<void> => {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`the program ended at its start (${child.exitCode}): see its log`);
    const ready = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
  throw new Error('the program did not start');
};

/** Waits until a program has nothing left to do of its own: less than a twentieth of a CPU, three times in a row. */
export const untilQuiet = async (pid: number, limitMs = 300_000): Promise<void> => {
  const until = performance.now() + limitMs;
  for (let quiet = 0; quiet < 3 && performance.now() < until; ) {
    const before = cpuOf(pid);
    await sleep(2000);
    quiet = cpuOf(pid) - before < 100 ? quiet + 1 : 0;
  }
};
