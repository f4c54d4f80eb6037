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

/** Each worker has one database, and building the application anew for each test took a seventh of the tests' time. */
const kept = new WeakMap<Db, Kept>();
type Kept = { readonly server: Promise<FastifyInstance>; now: () => Date };

/**
 * The application over a database and a clock that stands still unless the test moves it. It is the same one for the
 * same database, with the clock of who asked last. Tests of what an application keeps itself take `ownApp`: pages for
 * everyone, what stands above all pages, how often an API key called.
 */
export const testApp = async (db: Db, now: () => Date = () => START): Promise<TestApp> => {
  const one: Kept = kept.get(db) ?? { server: build(db, () => one.now()), now };
  kept.set(db, one);
  one.now = now;
  return appOf(await one.server, (url) => {
    if (/^\/navi(?![\w-])/.test(url)) throw new Error(`${url}: the page would outlive the test, use ownApp`);
    one.now = now;
  });
};

/** An application of its own: what it keeps is of this test alone. */
export const ownApp = async (db: Db, now: () => Date = () => START): Promise<TestApp> => appOf(await build(db, now));

const build = (db: Db, now: () => Date): Promise<FastifyInstance> => {
  const config = readConfig({ DEMO: '1', PUBLIC_URL: 'http://127.0.0.1:1' }, false);
  return buildApp({ config, db, clock: { now }, log: quiet });
};

const appOf = (server: FastifyInstance, before: (url: string) => void = () => {}): TestApp => {
  const ask = async (
    method: 'GET' | 'POST',
    who: Person | null,
    url: string,
    fields?: Record<string, string | string[]>,
  ): Promise<Answer> => {
    before(url);
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
