import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { actorOf, keepForm, useSecretKey } from './features/accounts/index.ts';
import { keyActorOf } from './features/api-keys/index.ts';
import { publicFaqs } from './features/knowledge/index.ts';
import { openNavi } from './features/navi/index.ts';
import { watchStanding } from './features/notices/index.ts';
import { drawWith, explain, readManifest, readStyle } from './frame.tsx';
import { addHealth } from './health.ts';
import type { Clock } from './platform/clock/index.ts';
import type { SystemCtx } from './platform/context.ts';
import type { Db, Log, Tx } from './platform/db/index.ts';
import { createPageCache, createServer, describeApi, type House, openFrontDoor } from './platform/http/index.ts';
import { emitter } from './platform/room.ts';
import { may, type PermissionName } from './policy.ts';
import { rooms } from './rooms.ts';
import { wallOf } from './wall.ts';

const here = dirname(fileURLToPath(import.meta.url));
/** From the bundle in dist/ and from src/ alike. */
const projectRoot = join(here, '..');
export const migrationsDir = join(projectRoot, 'migrations');
export const assetsDir = join(projectRoot, 'dist', 'assets');

export type AppOptions = { readonly config: Config; readonly db: Db; readonly clock: Clock; readonly log: Log };

/** What work without an actor gets: due steps and jobs. */
export const systemCtx =
  (publicUrl: string) =>
  (tx: Tx, now: Date): SystemCtx => {
    const ctx: SystemCtx = { actor: null, now, tx, publicUrl, emit: emitter(rooms, () => ctx) };
    return ctx;
  };

/** The whole application as a function: tests inject requests, main listens. */
export const buildApp = async ({ config, db, clock, log }: AppOptions): Promise<FastifyInstance> => {
  const { publicUrl, demo, dataDir } = config;
  const pages = createPageCache(() => clock.now());
  useSecretKey(config.secretKey);
  const server = await createServer({ log, publicUrl, trustProxy: config.trustProxy, assets: assetsDir, pages });
  const standing = watchStanding();
  const withKey = describeApi(rooms.flatMap(({ routes }) => routes));
  const style = readStyle(assetsDir, ['style.css', 'navi.css']);
  const site = { db, clock, log, publicUrl, demo, dataDir, pages, standing, style, withKey };
  const navi = openNavi(server, { ...site, faqs: publicFaqs });
  const house: House = {
    db,
    clock,
    rooms,
    log,
    publicUrl,
    demo,
    actorOf,
    keyActorOf,
    cutOff: keepForm,
    may: (actor, permission) => may(actor, permission as PermissionName),
    wallOf,
    standing,
    draw: drawWith(readManifest(assetsDir), navi.css),
    explain,
  };
  addHealth(server, db, migrationsDir, config.metricsToken);
  openFrontDoor(server, house);
  return server;
};
