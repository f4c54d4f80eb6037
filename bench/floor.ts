import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { FloorPage } from './children/floor-pages.ts';
import { type Answer, type Client, clientOf } from './load.ts';
import { freePort } from './program.ts';
import type { Statement } from './record.ts';

type Child = { readonly pid: number; readonly tell: (message: object) => Promise<unknown>; readonly stop: () => void };

/** A process of its own, so that its CPU is its own. `tell` waits for its answer. */
export const startChild = async (file: string, env: Readonly<Record<string, string>>): Promise<Child> => {
  const child = fork(join(import.meta.dirname, 'children', file), {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    serialization: 'advanced',
  });
  process.once('exit', () => child.kill());
  const answer = (): Promise<unknown> =>
    new Promise((then, fail) => {
      const ended = (): void => fail(new Error(`${file} ended`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        then(message);
      });
    });
  await answer();
  const tell = (message: object): Promise<unknown> => {
    const answered = answer();
    child.send(message);
    return answered;
  };
  return { pid: child.pid ?? 0, tell, stop: () => child.kill() };
};

export type PageFloor = {
  readonly pid: number;
  readonly client: Client;
  readonly serve: (path: string, answer: Answer, statements?: readonly Statement[]) => Promise<void>;
  readonly stop: () => void;
};

const ofTheConnection = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding']);

/** A bare server that sends the very bytes and headers that ours sent. */
export const startPageFloor = async (databaseUrl: string): Promise<PageFloor> => {
  const port = await freePort();
  const { pid, tell, stop } = await startChild('floor-pages.ts', { PORT: String(port), DATABASE_URL: databaseUrl });
  const client = clientOf(`http://127.0.0.1:${port}`);
  const serve: PageFloor['serve'] = async (path, { headers, body }, statements = []) => {
    const flat = Object.entries(headers).flatMap(([name, value]) =>
      ofTheConnection.has(name) ? [] : [name, String(value)],
    );
    const page: FloorPage = { path, statements, headers: flat, body };
    await tell(page);
  };
  return {
    pid,
    client,
    serve,
    stop: () => {
      client.close();
      stop();
    },
  };
};
