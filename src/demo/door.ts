import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from '../kernel/problem.ts';
import type { SystemCtx } from '../platform/context.ts';
import type { Db } from '../platform/db/index.ts';
import { type CtxOf, type RunningJobs, stepClock } from '../platform/jobs/index.ts';
import { listMails } from '../platform/mail/index.ts';
import type { Room } from '../platform/room.ts';
import { type DrawPlain, drawMailbox } from './mailbox.page.tsx';
import { inviteNewcomer } from './newcomer.ts';
import type { Demo } from './prepare.ts';
import { DEMO_START } from './time.ts';
import { resetDemoWorld } from './world.ts';

type DoorOptions = {
  readonly db: Db;
  readonly demo: Demo;
  readonly rooms: readonly Room[];
  readonly ctxOf: CtxOf<SystemCtx>;
  readonly jobs: RunningJobs;
  readonly draw: DrawPlain;
};

/** POST only from the same origin, or from a command line, which sends neither header. */
const ownOrigin = (request: FastifyRequest): boolean => {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin === undefined && site === undefined) return true;
  return (
    (site === undefined || site === 'same-origin') && (origin === undefined || new URL(origin).host === request.host)
  );
};

const address = z.object({ to: z.email().optional() });
const moment = z.object({ now: z.iso.datetime({ offset: true }) });

/** `/demo/*`: the mailbox, the clock and the way back to the start. Only a demo has this door. */
export const addDemoDoor = (server: FastifyInstance, { db, demo, rooms, ctxOf, jobs, draw }: DoorOptions): void => {
  const mails = async (query: unknown) => {
    const parsed = address.safeParse(query);
    if (!parsed.success) throw new Problem('invalid', 'to にはメールアドレスを指定してください。');
    await jobs.idle();
    return db.transaction({ role: 'all', readOnly: true }, (tx) =>
      listMails(tx, { ...(parsed.data.to && { to: parsed.data.to }) }),
    );
  };
  server.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/demo/') && request.method === 'POST' && !ownOrigin(request)) {
      throw new Problem('forbidden', '別のサイトからの操作は受け付けられません。');
    }
  });
  server.get('/demo/mailbox.json', async (request, reply) =>
    reply.header('cache-control', 'no-store').send(await mails(request.query)),
  );
  server.get('/demo/mailbox', async (request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(drawMailbox(draw, await mails(request.query))),
  );
  server.get('/demo/clock', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ now: demo.clock.now().toISOString() }),
  );
  server.post('/demo/clock', { config: { whileReadOnly: true } }, async (request) => {
    const parsed = moment.safeParse(request.body);
    if (!parsed.success) throw new Problem('invalid', 'now に日時を指定してください（例 2021-05-01T09:00:00+09:00）。');
    const to = new Date(parsed.data.now);
    if (to < demo.clock.now())
      throw new Problem('conflict', 'デモの時計は先にしか進められません。戻すときは /demo/reset を使ってください。');
    const { stops, failed } = await stepClock(demo.clock, to, rooms, db, ctxOf, () => jobs.idle());
    await demo.keepClock();
    return { now: demo.clock.now().toISOString(), stops, failed };
  });
  server.post('/demo/reset', { config: { whileReadOnly: true } }, async () => {
    await jobs.idle();
    await resetDemoWorld(db);
    await db.transaction({ role: 'all' }, (tx) => inviteNewcomer(ctxOf(tx, DEMO_START)));
    demo.restart();
    await demo.keepClock();
    return { now: demo.clock.now().toISOString() };
  });
};
