import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export type RunningServer = { readonly url: string; readonly stop: () => Promise<void> };

/** Starts the built program as its users do, and waits until it is ready. */
export const runServer = async (
  dataDir: string,
  port: number,
  env: Record<string, string> = {},
): Promise<RunningServer> => {
  // The embedded database is used for seconds only: compiling its code well would cost more than it gives.
  const child = spawn(process.execPath, ['--liftoff-only', join(root, 'dist/main.js')], {
    cwd: root,
    env: {
      ...process.env,
      DEMO: '1',
      DATABASE_URL: '',
      MIGRATION_DATABASE_URL: '',
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (part) => (said += part));
  child.stderr.on('data', (part) => (said += part));
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child, () => said);
  return { url, stop: () => stop(child) };
};

const ready = async (url: string, child: ChildProcess, said: () => string): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${said()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`the server was not ready in time:\n${said()}`);
};

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
  });
