/** The whole application over a test database: `const { ask } = await testApp()`. */
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { quiet } from '../db/index.ts';
import type { Person } from './people.ts';

export { addPeople, type Person } from './people.ts';

export const START = new Date('2021-04-26T09:00:00+09:00');

export type Answer = { readonly status: number; readonly location: string; readonly html: string };
export type TestApp = {
  readonly server: FastifyInstance;
  readonly open: (who: Person | null, url: string) => Promise<Answer>;
  readonly send: (who: Person | null, url: string, fields?: Record<string, string | string[]>) => Promise<Answer>;
};

/** Builds the application over a database and a clock that stands still unless the test moves it. */
export const testApp = async (db: Db, now: () => Date = () => START): Promise<TestApp> => {
  const config = readConfig({ DEMO: '1', PUBLIC_URL: 'http://127.0.0.1:1' }, false);
  const server = await buildApp({ config, db, clock: { now }, log: quiet });
  const ask = async (
    method: 'GET' | 'POST',
    who: Person | null,
    url: string,
    fields?: Record<string, string | string[]>,
  ): Promise<Answer> => {
    const body = new URLSearchParams(
      Object.entries(fields ?? {}).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      ),
    );
    const reply = await server.inject({
      method,
      url,
      ...(who && { cookies: { sid: who.sid } }),
      ...(method === 'POST' && {
        payload: body.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    });
    return { status: reply.statusCode, location: String(reply.headers.location ?? ''), html: reply.body };
  };
  return {
    server,
    open: (who, url) => ask('GET', who, url),
    send: (who, url, fields = {}) => ask('POST', who, url, fields),
  };
};
