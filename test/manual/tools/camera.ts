/** Photographs a part of a page with red, numbered rings around what is pressed or filled in. */
import type { Locator, Page } from '@playwright/test';
import { dialogBox, frame, headAbove, margin, nearTop, union } from './frame.ts';
import { reduceColours } from './palette.ts';
import { readPng, writePng } from './png.ts';
import { type Box, drawRings, removeRings, ringStyle } from './rings.ts';

export type Ring = { readonly at: Locator; readonly label: string };
export type Picture = { readonly png: Buffer; readonly width: number; readonly height: number };

/** Window of the pictures, px: what a tablet shows, and still readable on paper. */
const width = 820;
const leastHeight = 240;
/** Free at the left, px, for the numbers of rings that stand there. */
const gutter = 28;
/** Of a wide window of which only the tabs matter, so much is shown, px. */
const tabsWidth = width + gutter;

/**
 * In the browser: what floats stays in its place, nothing moves, the demo's banner is out of the picture. The style
 * sheet is a constructed one, which the Content-Security-Policy allows.
 */
const prepare = (page: Page): Promise<void> =>
  page.evaluate(
    ({ left, rings }) => {
      if (document.adoptedStyleSheets.length > 0) return;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        html { padding-inline-start: ${left}px; background: #fff; }
        *, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }
        .demo-bar { display: none !important; }
        ${rings}`);
      document.adoptedStyleSheets = [sheet];
      for (const each of document.querySelectorAll<HTMLElement>('section, details'))
        if (each.querySelector('h2, summary')?.textContent?.startsWith('デモ用')) each.hidden = true;
      for (const each of document.querySelectorAll('*'))
        if (getComputedStyle(each).position === 'sticky') (each as HTMLElement).style.position = 'static';
    },
    { left: gutter, rings: ringStyle },
  );

/** An edge of the picture, moved outwards until it cuts no line of text, no field and no row; `across`: an edge at a side. */
const uncut = (
  page: Page,
  edge: number,
  outwards: -1 | 1,
  across?: { readonly top: number; readonly bottom: number },
): Promise<number> =>
  page.evaluate(
    ({ edge: from, way, band }) => {
      const boxes: { box: DOMRect; off: number }[] = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        if (node.textContent?.trim() && !node.parentElement?.closest('.manual-rings'))
          for (const box of range.getClientRects()) boxes.push({ box, off: 5 });
      }
      // Of tabs side by side only the words count; a row, and a bar, touches the next without a gap.
      const things = band
        ? '.manual-rings b'
        : 'input, select, textarea, button, img, svg, a, .button, h2, h3, .manual-rings b';
      for (const each of document.querySelectorAll(things)) boxes.push({ box: each.getBoundingClientRect(), off: 5 });
      for (const each of document.querySelectorAll('tr, nav.tabs, header.header'))
        boxes.push({ box: each.getBoundingClientRect(), off: 0 });
      const spans = boxes
        .filter(({ box }) => box.height > 0 && box.height < 90)
        .filter(({ box }) => !band || (box.width < 300 && box.bottom > band.top && box.top < band.bottom))
        .map(({ box, off }) => (band ? [box.left - off, box.right + off] : [box.top - off, box.bottom + off]))
        .sort(([a = 0, b = 0], [c = 0, d = 0]) => d - c - (b - a));
      let moved = from;
      for (let tries = 0; tries < 12; tries += 1) {
        const cut = spans.find(([low = 0, high = 0]) => low + 6 < moved && high - 6 > moved);
        if (!cut) return moved;
        moved = cut[way < 0 ? 0 : 1] ?? moved;
      }
      return moved;
    },
    { edge, way: outwards, band: across },
  );

/** Of a wide page only the stretch around the pressed tab; of a page all of its width otherwise. */
const sides = async (
  page: Page,
  rings: readonly Ring[],
  all: Box,
  high: number,
  low: number,
): Promise<[number, number]> => {
  const whole = page.viewportSize()?.width ?? width;
  const inTabs = await Promise.all(
    rings.map(({ at }) => at.evaluate((element) => element.closest('nav.tabs') !== null)),
  );
  if (whole <= tabsWidth || inTabs.includes(false) || all.width > tabsWidth / 2) return [0, whole];
  const from = Math.min(whole - tabsWidth, Math.max(0, all.x + all.width / 2 - tabsWidth / 2));
  const band = { top: high, bottom: low };
  const left = all.x + all.width + margin < tabsWidth ? 0 : Math.max(0, await uncut(page, from, -1, band));
  return [left, Math.min(whole, await uncut(page, left + tabsWidth, 1, band))];
};

/** From the top where the rings are near it; a dialog is always whole. */
const clipOf = async (page: Page, rings: readonly Ring[], boxes: readonly Box[]): Promise<Box> => {
  const whole = await dialogBox(page);
  const all = union(whole ? [...boxes, whole] : boxes);
  const window = page.viewportSize() ?? { width, height: all.height };
  if (whole) {
    const [y, low] = [Math.max(0, all.y - 32), Math.min(window.height, all.y + all.height + 32)];
    return { x: 0, y: Math.round(y), width: window.width, height: Math.round(low - y) };
  }
  const scrolled = await page.evaluate(() => scrollY);
  const high = Math.min(all.y - margin, (await headAbove(rings[0]?.at)) ?? Number.POSITIVE_INFINITY);
  const top = scrolled === 0 && high < nearTop ? 0 : Math.max(0, await uncut(page, high, -1));
  const low = Math.max(all.y + all.height + margin, top + leastHeight);
  const bottom = Math.min(window.height, await uncut(page, Math.min(low, window.height), 1));
  const [left, right] = await sides(page, rings, all, top, bottom);
  const [x, y] = [Math.round(left), Math.round(top)];
  return { x, y, width: Math.round(right) - x, height: Math.round(bottom) - y };
};

/** `focus`: what is pointed at in the picture; else nothing has the focus. */
export const photograph = async (
  page: Page,
  rings: readonly Ring[],
  { wide = width, focus }: { readonly wide?: number; readonly focus?: Locator } = {},
): Promise<Picture> => {
  await page.mouse.move(0, 0);
  await prepare(page);
  if (focus) await focus.focus();
  else await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const places = rings.map(({ at }) => at);
  const boxes = await frame(page, places, wide + gutter);
  await page.evaluate(() => document.fonts.ready);
  await drawRings(
    page,
    boxes,
    rings.map(({ label }) => label),
  );
  const clip = await clipOf(page, rings, boxes);
  const shot = await page.screenshot({ clip });
  await removeRings(page);
  return { png: writePng(reduceColours(readPng(shot))), width: clip.width, height: clip.height };
};
