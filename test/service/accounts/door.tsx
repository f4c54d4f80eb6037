import { tmpdir } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { render } from 'preact-render-to-string';
import { accountsRoom, actorOf, keepForm, useSecretKey } from '../../../src/features/accounts/index.ts';
import { watchStanding } from '../../../src/features/notices/index.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { createServer, openFrontDoor, openJson, type Route } from '../../../src/platform/http/index.ts';
import { quiet } from '../../support/db/index.ts';

/** A page behind the login that says who is there. */
const whoAmI: Route = openJson({ path: '/who-am-i', load: async ({ actor }) => ({ actor }) });

export type Door = {
  readonly server: FastifyInstance;
  readonly clock: { now(): Date; pass(seconds: number): void };
};

export const START = new Date('2021-04-26T09:00:00+09:00');

/** The front door with the room behind it, over a clock that a test moves. */
export const openDoor = async (db: Db): Promise<Door> => {
  let ms = START.getTime();
  const clock = {
    now: () => new Date(ms),
    pass: (seconds: number) => {
      ms += seconds * 1000;
    },
  };
  useSecretKey(Buffer.alloc(32, 'test'));
  const server = await createServer({ log: quiet, publicUrl: 'http://127.0.0.1:1', trustProxy: [], assets: tmpdir() });
  openFrontDoor(server, {
    db,
    clock,
    rooms: [accountsRoom, { name: 'probe', routes: [whoAmI] }],
    log: quiet,
    publicUrl: 'http://127.0.0.1:1',
    demo: true,
    actorOf,
    keyActorOf: async () => null,
    cutOff: keepForm,
    may: () => true,
    wallOf: () => ({ role: 'web', reach: [] }),
    explain: () => null,
    standing: watchStanding(),
    draw: ({ title, body }) => `<h1>${title}</h1>${render(<main>{body}</main>)}`,
  });
  return { server, clock };
};
