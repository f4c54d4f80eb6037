/**
 * Pictures of the product's pages at 1280, 820 and 360 px, as each kind of person sees them, into shots/. Fails when a
 * page scrolls sideways or axe finds something. `npm run shots` makes them; the parts with 300 rows and 60-character
 * names are in the gallery (test/ui).
 */
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, chromium as playwright } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { chromium } from './chromium.ts';
import { prepareWorld, worldDir } from './journeys/prepare-world.ts';
import { root, runServer } from './journeys/run-server.ts';

const widths = [1280, 820, 360] as const;
const pages: Readonly<Record<string, readonly string[]>> = {
  visitor: ['/login', '/navi', '/navi/131032'],
  basic: [
    '/',
    '/venue',
    '/reports',
    '/transfers',
    '/transfers/new',
    '/distributions',
    '/distributions/home',
    '/stock',
    '/claims',
    '/notices',
    '/cycles',
    '/knowledge',
    '/knowledge/articles/forgot-password',
    '/support/chat',
    '/support/contact',
    '/support/inquiries',
    '/support/inquiries/new',
    '/support/inquiries/1',
    '/settings/api-keys',
  ],
  satellite: ['/', '/reports'],
  municipality: [
    '/',
    '/demands',
    '/allocations',
    '/distributions/offices',
    '/satellites',
    '/totals',
    '/transfers/area',
    '/announcements',
    '/announcements/new',
  ],
  prefecture: ['/', '/demands', '/allocations', '/distributions/offices', '/wholesaler-areas', '/totals'],
  ministry: [
    '/',
    '/demands',
    '/allocations',
    '/cycles',
    '/cycles/new',
    '/vaccines',
    '/orders',
    '/organisations',
    '/totals',
    '/lots',
    '/lots/change',
  ],
  manufacturer: ['/', '/shipments', '/orders'],
  wholesaler: ['/', '/deliveries', '/orders'],
  desk: [
    '/',
    '/organisations',
    '/desk/users',
    '/desk/tickets',
    '/desk/tickets/2',
    '/desk/tickets/3',
    '/desk/questions',
    '/desk/canned',
    '/knowledge/desk',
    '/knowledge/desk/new',
    '/maintenance',
  ],
};

const signIn = async (page: Page, url: string, account: string): Promise<void> => {
  await page.goto(`${url}/login`);
  await page.getByLabel('ユーザ名', { exact: true }).fill(`${account}@v.sys`);
  await page.getByLabel('パスワード', { exact: true }).fill('Demo-2021');
  await page.getByRole('button', { name: 'ログイン', exact: true }).click();
  await page.getByLabel('確認コード').waitFor();
  const mails = (await (await fetch(`${url}/demo/mailbox.json?to=${account}@example.jp`)).json()) as { text: string }[];
  await page.getByLabel('確認コード').fill(/\b\d{6}\b/.exec(mails[0]?.text ?? '')?.[0] ?? '');
  await page.getByRole('button', { name: '検証' }).click();
  await page.waitForURL((to) => to.pathname === '/');
};

const shoot = async (page: Page, url: string, account: string, path: string): Promise<string[]> => {
  const faults: string[] = [];
  const answer = await page.goto(url + path);
  if (!answer?.ok()) return [`${account} ${path}: ${answer?.status()}`];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const name = `${account}${path.replaceAll('/', '-').replace(/-$/, '')}-${width}.png`;
    await page.screenshot({ path: join(root, 'shots', name), fullPage: true });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) faults.push(`${account} ${path}: scrolls sideways by ${over} px at ${width}`);
  }
  const found = await axeFaults(page, { allRows: true });
  return [...faults, ...found.map((fault) => `${account} ${path}: ${fault}`)];
};

const shootAll = async (browser: Browser, url: string): Promise<string[]> => {
  const faults: string[] = [];
  for (const [account, paths] of Object.entries(pages)) {
    const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
    const page = await context.newPage();
    if (account !== 'visitor') await signIn(page, url, account);
    for (const path of paths) faults.push(...(await shoot(page, url, account, path)));
    await context.close();
  }
  return faults;
};

await prepareWorld();
mkdirSync(join(root, 'shots'), { recursive: true });
const dir = mkdtempSync(join(tmpdir(), 'v-sys-shots-'));
cpSync(worldDir(), dir, { recursive: true });
const server = await runServer(dir);
const browser = await playwright.launch(chromium);
const faults = await shootAll(browser, server.url);
await browser.close();
await server.stop();
for (const fault of faults) console.error(fault);
console.log(`pictures in shots/, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
