/** Pictures of every page of the gallery, for looking at: node test/ui/shots.mjs [page …] [--dark] [--all] [--print] → shots/ */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium as playwright } from '@playwright/test';
import { build } from 'esbuild';
import { chromium } from '../support/chromium.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = path.join(root, 'shots');
const bundled = path.join(root, 'test/ui/.gallery.mjs');
await mkdir(out, { recursive: true });
await build({
  entryPoints: [path.join(root, 'test/ui/serve-gallery.ts')],
  bundle: true,
  outfile: bundled,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
});
const { serveGallery } = await import(pathToFileURL(bundled).href);
const { rm } = await import('node:fs/promises');
await rm(bundled);

const pages = ['home', 'edit', 'errors', 'question', 'report', 'grid', 'list', 'view', 'done', 'login', 'publicList'];
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const schemes = process.argv.includes('--dark') ? ['dark'] : ['light'];
const print = process.argv.includes('--print');
const widths = process.argv.includes('--all') ? [1280, 820, 360] : [1280, 360];
const gallery = await serveGallery();
const browser = await playwright.launch(chromium);
for (const scheme of schemes)
  for (const width of widths) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme, locale: 'ja-JP' });
    page.on('console', (m) => m.type() === 'error' && console.log(width, m.text()));
    page.on('pageerror', (e) => console.log(width, e.message));
    for (const name of wanted.length > 0 ? wanted : pages) {
      await page.goto(`${gallery.origin}/${name}`);
      await page.locator('html[data-ready]').waitFor();
      if (print) await page.emulateMedia({ media: 'print' });
      await page.screenshot({
        path: path.join(out, `${name}-${width}-${scheme}.png`),
        fullPage: !['question', 'list'].includes(name),
      });
    }
    await page.close();
  }
await browser.close();
gallery.close();
