/**
 * Journeys in the browser. `as('basic')` gives a page of a signed-in person, `world` the mailbox and the clock of the
 * demo. Each file starts from a fresh world; the tests of one file follow each other in it.
 *
 *   import { expect, test } from '../support/journey.ts';
 *   test('[M4.1-2] 「更新」 shows 「更新完了」', async ({ as }) => { const page = await as('basic'); … });
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { pagePool } from './journeys/page-pool.ts';
import { worldDir } from './journeys/prepare-world.ts';
import { freePort, type RunningServer, runServer } from './journeys/run-server.ts';
import { sessionsFile } from './journeys/sign-in-all.ts';
import { copyOf } from './journeys/worlds.ts';

export type Account =
  | 'basic'
  | 'satellite'
  | 'municipality'
  | 'prefecture'
  | 'ministry'
  | 'manufacturer'
  | 'wholesaler'
  | 'vendor'
  | 'desk'
  | 'newcomer';
export type Mail = {
  readonly id: number;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: string;
};

export type World = {
  readonly url: string;
  /** Mails to an account or an address, newest first. */
  readonly mailbox: (to: Account | string) => Promise<Mail[]>;
  /** The mailed code that came last. */
  readonly lastCode: (to: Account | string) => Promise<string>;
  /** Moves the demo clock forward, e.g. `2021-05-01T09:00:00+09:00`. */
  readonly moveClock: (iso: string) => Promise<void>;
};

const addressOf = (to: string): string => (to.includes('@') ? to : `${to}@example.jp`);

const worldOf = (url: string): World => {
  const mailbox: World['mailbox'] = async (to) => {
    const answer = await fetch(`${url}/demo/mailbox.json?to=${encodeURIComponent(addressOf(to))}`);
    expect(answer.ok).toBe(true);
    return (await answer.json()) as Mail[];
  };
  return {
    url,
    mailbox,
    lastCode: async (to) => {
      const mail = (await mailbox(to)).find(({ text }) => /\b\d{6}\b/.test(text));
      return /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
    },
    moveClock: async (iso) => {
      const answer = await fetch(`${url}/demo/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: iso }),
      });
      expect(answer.status, await answer.text()).toBe(200);
    },
  };
};

/** Signs in by hand, as chapter 1.3 says. */
export const signIn = async (page: Page, world: World, account: Account): Promise<void> => {
  const before = (await world.mailbox(account))[0]?.id ?? 0;
  // A browser that passed a code before would not be asked for one (M1.3-4).
  await page.context().clearCookies();
  await page.goto(`${world.url}/login`);
  await page.getByLabel('ユーザ名', { exact: true }).fill(`${account}@v.sys`);
  await page.getByLabel('パスワード', { exact: true }).fill('Demo-2021');
  await page.getByRole('button', { name: 'ログイン', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('メール確認コード入力');
  await expect.poll(async () => (await world.mailbox(account))[0]?.id ?? 0).toBeGreaterThan(before);
  await page.getByLabel('確認コード').fill(await world.lastCode(account));
  await page.getByRole('button', { name: '検証' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ホーム');
};

type State = Awaited<ReturnType<BrowserContext['storageState']>>;
type Kept = { file: string; server: RunningServer; states: Map<Account, State> };

/** The sessions that the prepared world holds, as a browser keeps them. */
const preparedStates = (dir: string): Kept['states'] => {
  const sessions = JSON.parse(readFileSync(join(dir, sessionsFile), 'utf8')) as Record<string, string>;
  const cookie = { name: 'sid', domain: '127.0.0.1', path: '/', expires: -1, httpOnly: true, secure: false };
  const stateOf = (value: string): State => ({ cookies: [{ ...cookie, value, sameSite: 'Lax' }], origins: [] });
  return new Map(Object.entries(sessions).map(([account, sid]) => [account as Account, stateOf(sid)]));
};

/** Fails a journey when the page breaks the Content-Security-Policy or throws. */
const listen = (page: Page, faults: string[]): void => {
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
};

type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;
type TestFixtures = {
  world: World;
  /** A page of a signed-in person, at 「ホーム」 or where `at` says; options of a browser (viewport, javaScriptEnabled …) give one of its own. */
  as: (account: Account, options?: ContextOptions & { readonly at?: string }) => Promise<Page>;
  /** A page of nobody. */
  visitor: (options?: ContextOptions) => Promise<Page>;
};
type WorkerFixtures = { kept: { current: Kept | null }; port: number; pool: ReturnType<typeof pagePool> };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  kept: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the destructuring
    async ({}, use) => {
      const kept: { current: Kept | null } = { current: null };
      await use(kept);
      await kept.current?.server.stop();
    },
    { scope: 'worker' },
  ],
  // One port for all the servers of a worker, so that its pages stay at one origin.
  port: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the destructuring
    async ({}, use) => {
      await use(await freePort());
    },
    { scope: 'worker' },
  ],
  pool: [
    async ({ browser, port }, use) => {
      await use(pagePool(browser, `http://127.0.0.1:${port}`));
    },
    { scope: 'worker' },
  ],
  world: async ({ kept, port }, use, info) => {
    if (kept.current?.file !== info.file) {
      await kept.current?.server.stop();
      const place = await copyOf(worldDir());
      const server = await runServer(place.dir, port, place.env).catch(async (error: unknown) => {
        await place.remove();
        throw error;
      });
      const stop = async () => {
        await server.stop();
        await place.remove();
      };
      kept.current = { file: info.file, server: { url: server.url, stop }, states: preparedStates(place.dir) };
    }
    await use(worldOf(kept.current.server.url));
  },
  visitor: async ({ pool, world: _ }, use) => {
    const faults: string[] = [];
    const [lent, opened]: [Page[], BrowserContext[]] = [[], []];
    await use(async (options) => {
      const page = options ? await (await pool.open(options)).newPage() : await pool.take();
      if (options) opened.push(page.context());
      else lent.push(page);
      listen(page, faults);
      return page;
    });
    for (const context of opened) await context.close();
    for (const page of lent) await pool.giveBack(page);
    expect(faults).toEqual([]);
  },
  as: async ({ visitor, world, kept }, use) => {
    await use(async (account, { at = '/', ...options } = {}) => {
      const states = kept.current?.states;
      const state = states?.get(account);
      const own = Object.keys(options).length > 0;
      const page = await (own ? visitor({ ...options, ...(state && { storageState: state }) }) : visitor());
      if (!own && state) await page.context().addCookies(state.cookies);
      await page.goto(at);
      if (await page.getByRole('heading', { level: 1, name: 'ログイン' }).isVisible()) {
        await signIn(page, world, account);
        states?.set(account, await page.context().storageState());
        if (at !== '/') await page.goto(at);
      }
      return page;
    });
  },
});

/** Axe finds nothing, and nothing scrolls sideways at 320 px (M1.6-1); wide tables scroll in their own box. */
export const expectAccessible = async (page: Page): Promise<void> => {
  expect(await axeFaults(page)).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'nothing scrolls sideways at 320 px').toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
};

export { expect, type Page };
