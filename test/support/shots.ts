/**
 * Pictures of the product's pages at 1280, 820 and 360 px, as each kind of person sees them, into shots/. Fails when a
 * page does not open, scrolls sideways or axe finds something. `npm run shots` makes them all, `node test/support/shots.ts
 * basic desk` those of some accounts, `readme` those of README.md; the parts with 300 rows and 60-character names are in the gallery (test/ui).
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, chromium as playwright } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { chromium } from './chromium.ts';
import { prepareWorld, worldDir } from './journeys/prepare-world.ts';
import { freePort, root, runServer } from './journeys/run-server.ts';
import { sessionsFile } from './journeys/sign-in-all.ts';
import { shots } from './screens/pages.ts';
import { states } from './screens/states.ts';

const widths = [1280, 820, 360] as const;
type Walk = { readonly page: Page; readonly url: string; readonly account: string; readonly seen: Set<string> };

/** The first link of this shape that was seen, where the path names one. */
const resolve = ({ seen }: Walk, path: string): string | null => {
  if (!path.includes(':id')) return path;
  const shape = new RegExp(`^${path.replaceAll(/[.?]/g, '\\$&').replaceAll(':id', '\\d+')}$`);
  const whole = [...seen].find((link) => shape.test(link));
  if (whole) return whole;
  // A page that no link leads to stands under one that is linked: 「…/receipt/done」 under 「…/receipt」.
  const above = path.slice(0, path.lastIndexOf('/'));
  const found = above.includes(':id') && !path.endsWith(':id') ? resolve({ seen } as Walk, above) : null;
  return found && found + path.slice(above.length);
};

const shoot = async ({ page, account, seen }: Walk, path: string): Promise<string[]> => {
  const faults: string[] = [];
  const base = `${account}${path.replaceAll(/[/?=&%:]+/g, '-').replace(/-$/, '')}`.slice(0, 80);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(root, 'shots', `${base}-${width}.png`), fullPage: true });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) faults.push(`${account} ${path}: scrolls sideways by ${over} px at ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  for (const link of links) if (link) seen.add(link.replace(/[?#].*$/, ''));
  const found = await axeFaults(page, { allRows: true });
  return [...faults, ...found.map((fault) => `${account} ${path}: ${fault}`)];
};

const open = async (walk: Walk, path: string): Promise<string | null> => {
  const place = resolve(walk, path);
  if (!place) return `${walk.account} ${path}: no link leads there`;
  const answer = await walk.page.goto(walk.url + place);
  const expected = path === '/no-such-page' ? 404 : 200;
  return answer?.status() === expected ? null : `${walk.account} ${place}: ${answer?.status()}`;
};

const shootPage = async (walk: Walk, path: string): Promise<string[]> => {
  const fault = await open(walk, path);
  return fault ? [fault] : shoot(walk, path);
};

/** Empties the page's longest form and sends it: the summary, the message at every field, what was typed. */
const shootErrors = async (walk: Walk, path: string): Promise<string[]> => {
  const fault = await open(walk, path);
  if (fault) return [fault];
  await walk.page.evaluate(() => {
    const forms = [...document.querySelectorAll<HTMLFormElement>('main form[method="post"]')];
    const form = forms.sort((one, other) => other.elements.length - one.elements.length)[0];
    if (!form) throw new Error('no form');
    const typed = 'input:not([type=hidden],[type=radio],[type=checkbox]),textarea';
    for (const field of form.querySelectorAll<HTMLInputElement>(typed)) if (!field.readOnly) field.value = '';
    form.noValidate = true;
    (
      form.querySelector<HTMLButtonElement>('.button-primary') ?? form.querySelector('button:not([type=button])')
    )?.click();
  });
  await walk.page.waitForLoadState('load');
  await walk.page.waitForTimeout(300);
  return shoot(walk, `${path}/errors`);
};

const contextOf = (browser: Browser, sid: string | undefined) =>
  browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    ...(sid && {
      storageState: {
        cookies: [
          {
            name: 'sid',
            value: sid,
            domain: '127.0.0.1',
            path: '/',
            expires: -1,
            httpOnly: true,
            secure: false,
            sameSite: 'Lax' as const,
          },
        ],
        origins: [],
      },
    }),
  });

const shootAccount = async (browser: Browser, url: string, account: string, sid?: string): Promise<string[]> => {
  const context = await contextOf(browser, sid);
  const walk: Walk = { page: await context.newPage(), url, account, seen: new Set() };
  const faults: string[] = [];
  const keep = async (name: string, work: Promise<string[]>): Promise<void> => {
    faults.push(...(await work.catch((error: Error) => [`${account} ${name}: ${error.message.slice(0, 600)}`])));
  };
  for (const path of shots[account]?.pages ?? []) await keep(path, shootPage(walk, path));
  for (const path of shots[account]?.errors ?? []) await keep(path, shootErrors(walk, path));
  for (const { name, path, act } of states[account] ?? []) {
    const go = async (): Promise<string[]> => {
      const fault = await open(walk, path);
      if (fault) return [fault];
      await act(walk.page);
      return shoot(walk, `/${name}`);
    };
    await keep(name, go());
  }
  await context.close();
  return faults;
};

/** The pictures of README.md: what one sees first, without scrolling. */
const readme: readonly { name: string; account: string; path: string; width: number }[] = [
  { name: 'home-venue', account: 'basic', path: '/', width: 1280 },
  { name: 'reports', account: 'basic', path: '/reports', width: 1280 },
  { name: 'distributions', account: 'basic', path: '/distributions', width: 1280 },
  { name: 'allocation', account: 'prefecture', path: '/allocations/prefectural/4', width: 1280 },
  { name: 'home-phone', account: 'basic', path: '/', width: 360 },
  { name: 'navi-phone', account: 'visitor', path: '/navi/131032', width: 360 },
];
const shootReadme = async (browser: Browser, url: string, sids: Readonly<Record<string, string>>): Promise<void> => {
  for (const { name, account, path, width } of readme) {
    const context = await contextOf(browser, sids[account]);
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    await page.goto(url + path);
    await page.screenshot({ path: join(root, 'docs/pictures', `${name}.png`) });
    await context.close();
  }
};

await prepareWorld();
mkdirSync(join(root, 'shots'), { recursive: true });
const dir = mkdtempSync(join(tmpdir(), 'v-sys-shots-'));
cpSync(worldDir(), dir, { recursive: true });
const sids = JSON.parse(readFileSync(join(dir, sessionsFile), 'utf8')) as Record<string, string>;
const server = await runServer(dir, await freePort());
const browser = await playwright.launch(chromium);
const wanted = process.argv.slice(2);
const faults: string[] = [];
for (const account of Object.keys(shots).filter((name) => wanted.length === 0 || wanted.includes(name)))
  faults.push(...(await shootAccount(browser, server.url, account, sids[account])));
if (wanted.length === 0 || wanted.includes('readme')) await shootReadme(browser, server.url, sids);
await browser.close();
await server.stop();
for (const fault of faults) console.error(fault);
console.log(`pictures in shots/, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
