import { assetsDir, buildApp, migrationsDir, systemCtx } from './app.ts';
import type { Config } from './config.ts';
import { addDemoDoor } from './demo/door.ts';
import { prepareDemo } from './demo/prepare.ts';
import { resetPasswordJob } from './features/accounts/index.ts';
import { warmClaimPapers } from './features/claims/index.ts';
import { indexArticlesFirst } from './features/knowledge/index.ts';
import { isReadOnly, waitWhileReadOnly } from './features/notices/index.ts';
import { takeOverSheetJob } from './features/sheets/index.ts';
import { indexAnswersFirst } from './features/support/index.ts';
import { drawPlain, readManifest } from './frame.tsx';
import { type Clock, realClock } from './platform/clock/index.ts';
import { assertSafeLogin, type Db, type Log, migrate, openDatabase, type Reading } from './platform/db/index.ts';
import { type RunningJobs, runDue, startJobs, startTicker } from './platform/jobs/index.ts';
import { createLog } from './platform/log/index.ts';
import { mailboxTransport, sendMailJob, smtpTransport } from './platform/mail/index.ts';
import { rooms as allRooms } from './rooms.ts';
import { runInTx, seedMasterData } from './seed/index.ts';

/** Fonts are parsed once the first requests are through; who prints earlier has opened the page, which begins it too. */
const warmAfterMs = 20_000;

/** The longest time that requests under way get after SIGTERM. */
const graceMs = 20_000;

export type RunningHouse = { readonly url: string; readonly stop: () => Promise<void> };

/** Opens the database, brings it up to date, and starts server, jobs and the minute tick. `say` tells the terminal. */
export const startHouse = async (config: Config, say: (line: string) => void): Promise<RunningHouse> => {
  const log = createLog(config.logLevel);
  const db = await openDatabase({
    log,
    ...(config.databaseUrl ? { url: config.databaseUrl } : { dataDir: config.dataDir }),
    ...(config.migrationUrl && { migrationUrl: config.migrationUrl }),
  });
  try {
    return await startOn(db, config, log, say);
  } catch (thrown) {
    await db.close();
    throw thrown;
  }
};

/** The rooms for work by the clock: it waits while the house is read-only (S36). */
const rooms = waitWhileReadOnly(allRooms);

const startOn = async (db: Db, config: Config, log: Log, say: (line: string) => void): Promise<RunningHouse> => {
  const { applied } = await migrate(db, migrationsDir);
  if (applied.length > 0) say(`データベースを準備しました（${applied.length}件の更新）。`);
  const demo = config.demo ? await prepareDemo(db, say, config.publicUrl) : null;
  if (!demo) await prepareProduction(db);
  const clock: Clock = demo?.clock ?? realClock;

  const jobs = await startWorkers(db, clock, config);
  const app = await buildApp({ config, db, clock, log });
  const ctxOf = systemCtx(config.publicUrl);
  const tick = () => runDue(rooms, db, clock, ctxOf);
  if (demo)
    addDemoDoor(app, { db, demo, rooms, ctxOf, jobs, draw: drawPlain(readManifest(assetsDir), true, [], false) });
  await app.listen({ port: config.port, host: config.host });
  const stopTicking = startTicker(tick, log);
  const warming = setTimeout(() => void warmClaimPapers(), warmAfterMs).unref();
  const reading: Reading = (use) => db.transaction({ role: 'all', readOnly: true }, use);
  const indexed = indexArticlesFirst(reading)
    .then(() => indexAnswersFirst(reading, clock.now()))
    .catch((err: unknown) => log.error({ err }, 'the articles were not indexed'));
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const url = `http://${config.host}:${port}`;
  say(demo ? demo.greeting(url) : `V-SYS: ${url}`);

  const stop = async (): Promise<void> => {
    clearTimeout(warming);
    const late = setTimeout(() => app.server.closeAllConnections(), graceMs);
    await stopTicking();
    await indexed;
    await app.close();
    clearTimeout(late);
    await jobs.stop();
    await demo?.keepClock();
    await db.close();
  };
  return { url, stop };
};

const prepareProduction = async (db: Db): Promise<void> => {
  if (db.kind === 'server') await assertSafeLogin(db);
  await db.transaction({ role: 'all' }, (tx) => seedMasterData(runInTx(tx), new Date()));
};

const startWorkers = async (db: Db, clock: Clock, { demo, smtpUrl, publicUrl }: Config): Promise<RunningJobs> => {
  const transport = smtpUrl
    ? smtpTransport(smtpUrl, `no-reply@${new URL(publicUrl).hostname}`)
    : demo
      ? mailboxTransport
      : waitingTransport;
  const jobs = await startJobs(db, {
    'send-mail': sendMailJob(db, clock, transport, isReadOnly),
    'reset-password': resetPasswordJob(db, publicUrl),
    'take-over-sheet': takeOverSheetJob(db, clock, systemCtx(publicUrl), isReadOnly),
  });
  const stop = async (limitMs?: number): Promise<void> => {
    await jobs.stop(limitMs);
    transport.close();
  };
  return { ...jobs, stop };
};

/** Without SMTP_URL mails wait: they are sent as soon as the server is started with one. */
const waitingTransport = {
  erasesSecrets: true,
  deliver: async (): Promise<{ refused?: string }> => {
    throw new Error('SMTP_URL is not set: the mail waits');
  },
  close: () => undefined,
};
