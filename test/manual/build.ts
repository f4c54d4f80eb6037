/**
 * `npm run manual [role …]`: walks the manuals in the browser and writes manuals/<role>/: the page, its pictures, the
 * PDF, the list of chapters, the edition. `-- --print` takes the pictures of the walk before.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium as playwright } from '@playwright/test';
import { chromium } from '../support/chromium.ts';
import { editions } from './editions.ts';
import { manuals } from './manuals.ts';
import { anchorOf, type Manual, sectionHeading } from './model.ts';
import { digestOf } from './print/digest.ts';
import { manualName, manualPage, type Pictures } from './print/page.ts';
import { pageNumbers } from './print/page-numbers.ts';
import { shrinkPdf } from './print/small-pdf.ts';
import { reduceColours } from './tools/palette.ts';
import { cacheDir, manualsDir, root } from './tools/places.ts';
import { readPng, writePng } from './tools/png.ts';
import type { Taken } from './tools/walk.ts';

const args = process.argv.slice(2);
const roles = args.filter((arg) => !arg.startsWith('--'));
const wanted = manuals.filter(({ role }) => roles.length === 0 || roles.includes(role));

const takePictures = (): void => {
  for (const { role } of wanted) rmSync(join(cacheDir, role), { recursive: true, force: true });
  const projects = wanted.flatMap(({ role }) => ['--project', role]);
  const command = [
    join(root, 'node_modules/.bin/playwright'),
    'test',
    '-c',
    'test/manual/playwright.config.ts',
    ...projects,
  ];
  execFileSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
};

const picturesOf = ({ role, chapters }: Manual): Pictures =>
  new Map(
    chapters
      .flatMap(({ sections }) => sections)
      .map((section) => {
        const file = join(cacheDir, role, `${anchorOf(section)}.json`);
        return [anchorOf(section), existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Taken[]) : []];
      }),
  );

/** TrueType, of which the browser embeds only what is used; the system's CJK fonts would become drawings. */
const fontUrl = (file: string): string =>
  pathToFileURL(join(root, 'node_modules/@expo-google-fonts/noto-sans-jp', file)).href;
const fonts = [
  [400, '400Regular/NotoSansJP_400Regular.ttf'],
  [700, '700Bold/NotoSansJP_700Bold.ttf'],
]
  .map(
    ([weight, file]) =>
      `@font-face{font-family:'Noto Sans JP';font-weight:${weight};src:url('${fontUrl(String(file))}')}`,
  )
  .join('');

const footer = (title: string): string =>
  `<div style="width:100%;padding:0 15mm;font:8px sans-serif;color:#555;display:flex;justify-content:space-between">
  <span>${title}</span><span class="pageNumber"></span></div>`;

/** Printed twice: the pages of the first time stand in the contents of the second. */
const printPdf = async (browser: Browser, folder: string, title: string): Promise<void> => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await page.addStyleTag({ content: fonts });
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((font) => font.load()));
    for (const image of document.images) {
      image.loading = 'eager';
      await image.decode();
    }
  });
  const path = join(folder, 'manual.pdf');
  const print = () =>
    page.pdf({
      path,
      format: 'A4',
      margin: { top: '15mm', right: '15mm', bottom: '18mm', left: '15mm' },
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer(title),
      tagged: true,
      outline: true,
    });
  await print();
  const entries = page.locator('.contents a');
  const numbers = pageNumbers(path, await entries.allTextContents());
  await entries.evaluateAll((links, pages) => {
    for (const [at, link] of links.entries()) {
      const [leader, number] = [document.createElement('span'), document.createElement('span')];
      leader.className = 'leader';
      number.textContent = String(pages[at]);
      link.append(leader, number);
    }
  }, numbers);
  await print();
  await page.close();
  shrinkPdf(path, join(cacheDir, 'pdf.json'));
  const cover = execFileSync('pdftoppm', ['-png', '-r', '36', '-f', '1', '-l', '1', path]);
  writeFileSync(join(folder, 'pictures/cover.png'), writePng(reduceColours(readPng(cover))));
};

const write = async (browser: Browser, manual: Manual): Promise<void> => {
  const folder = join(manualsDir, manual.role);
  const pictures = picturesOf(manual);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'pictures'), { recursive: true });
  if (existsSync(join(cacheDir, manual.role, 'pictures')))
    cpSync(join(cacheDir, manual.role, 'pictures'), join(folder, 'pictures'), { recursive: true });
  copyFileSync(join(import.meta.dirname, 'print/manual.css'), join(folder, 'manual.css'));
  writeFileSync(join(folder, 'index.html'), manualPage(manual, editions, pictures));
  const chapters = manual.chapters.flatMap(({ sections }) =>
    sections.map((section) => ({
      id: section.id,
      title: sectionHeading(section),
      anchor: anchorOf(section),
      paths: section.paths,
    })),
  );
  writeFileSync(join(folder, 'chapters.json'), `${JSON.stringify(chapters, null, 2)}\n`);
  const title = manualName(manual);
  await printPdf(browser, folder, title);
  const newest = editions.at(-1);
  const facts = { title, edition: newest?.edition, date: newest?.date, digest: digestOf(manual) };
  writeFileSync(join(folder, 'manual.json'), `${JSON.stringify(facts, null, 2)}\n`);
};

if (!args.includes('--print')) takePictures();
const browser = await playwright.launch(chromium);
for (const manual of wanted) await write(browser, manual);
await browser.close();
const sizes = readdirSync(manualsDir, { recursive: true })
  .map((name) => statSync(join(manualsDir, String(name))))
  .filter((stat) => stat.isFile());
const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
console.log(`${wanted.length} manuals built: in all, ${sizes.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
