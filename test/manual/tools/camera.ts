/** Photographs a part of a page with red, numbered rings around what is pressed or filled in. */
import type { Locator, Page } from '@playwright/test';
import { reduceColours } from './palette.ts';
import { readPng, writePng } from './png.ts';

export type Ring = { readonly at: Locator; readonly label: string };
export type Picture = { readonly png: Buffer; readonly width: number; readonly height: number };
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Window of the pictures, px: what a tablet shows, and still readable on paper. */
const width = 820;
const height = 760;
/** Shown around the rings, px. */
const margin = 72;
const leastHeight = 240;
/** A ring near the top shows the page from its top. */
const nearTop = 210;
/** Free at the left, px, for the numbers of rings that stand there. */
const gutter = 28;

/**
 * In the browser: what floats stays in its place, nothing moves, the demo's banner is out of the picture. The style
 * sheet is a constructed one, which the Content-Security-Policy allows.
 */
const prepare = (page: Page): Promise<void> =>
  page.evaluate((left) => {
    if (document.adoptedStyleSheets.length > 0) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      html { padding-inline-start: ${left}px; background: #fff; }
      *, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }
      .demo-bar { display: none !important; }
      .manual-rings { position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0;
        padding: 0; border: 0; background: none; overflow: hidden; pointer-events: none; }
      .manual-rings i { position: absolute; border: 3px solid #d40000; border-radius: 8px; box-shadow: 0 0 0 2px #fff; }
      .manual-rings b { position: absolute; box-sizing: border-box; min-width: 30px; height: 30px; padding: 0 7px; border-radius: 15px;
        background: #d40000; box-shadow: 0 0 0 2px #fff; color: #fff; font: 700 16px/30px sans-serif; text-align: center; }
    `);
    document.adoptedStyleSheets = [sheet];
    for (const each of document.querySelectorAll<HTMLElement>('section, details'))
      if (each.querySelector('h2, summary')?.textContent?.startsWith('デモ用')) each.hidden = true;
    for (const each of document.querySelectorAll('*'))
      if (getComputedStyle(each).position === 'sticky') (each as HTMLElement).style.position = 'static';
  }, gutter);

const union = (boxes: readonly Box[]): Box => {
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
};

const boxesOf = async (rings: readonly Ring[]): Promise<Box[]> => {
  const boxes: Box[] = [];
  for (const { at, label } of rings) {
    const box = await at.boundingBox();
    if (!box) throw new Error(`nothing to ring for ${label}: ${at}`);
    boxes.push(box);
  }
  return boxes;
};

/** Brings the rings into the middle of a window that is tall enough for them. */
const frame = async (page: Page, rings: readonly Ring[], wide: number): Promise<Box[]> => {
  await page.setViewportSize({ width: wide, height });
  await rings[0]?.at.scrollIntoViewIfNeeded();
  const all = union(await boxesOf(rings));
  const tall = Math.max(height, Math.ceil(all.height) + 2 * margin);
  if (tall > height) await page.setViewportSize({ width: wide, height: tall });
  const again = union(await boxesOf(rings));
  await page.evaluate((by) => scrollBy({ top: by, behavior: 'instant' }), again.y + again.height / 2 - tall / 2);
  return boxesOf(rings);
};

const draw = (page: Page, boxes: readonly Box[], labels: readonly string[]): Promise<void> =>
  page.evaluate(
    ({ boxes: rings, labels: words }) => {
      const layer = document.createElement('div');
      layer.className = 'manual-rings';
      layer.popover = 'manual';
      for (const [at, box] of rings.entries()) {
        const ring = document.createElement('i');
        const number = document.createElement('b');
        const left = Math.max(3, box.x - 6);
        const top = Math.max(3, box.y - 6);
        const right = Math.min(innerWidth - 3, box.x + box.width + 6);
        const bottom = Math.min(innerHeight - 3, box.y + box.height + 6);
        Object.assign(ring.style, {
          left: `${left}px`,
          top: `${top}px`,
          width: `${right - left - 6}px`,
          height: `${bottom - top - 6}px`,
        });
        number.textContent = words[at] ?? '';
        layer.append(ring, number);
      }
      document.body.append(layer);
      layer.showPopover();
      const taken: DOMRect[] = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        if (node.textContent?.trim() && !layer.contains(node)) taken.push(...range.getClientRects());
      }
      for (const each of document.querySelectorAll('input, select, textarea, button, svg, .manual-rings i'))
        taken.push(each.getBoundingClientRect());
      const free = (x: number, y: number, wide: number) =>
        x >= 2 &&
        y >= 2 &&
        x + wide <= innerWidth - 2 &&
        !taken.some((box) => box.left < x + wide && box.right > x && box.top < y + 30 && box.bottom > y);
      for (const [at, number] of [...layer.querySelectorAll('b')].entries()) {
        const box = rings[at];
        if (!box) continue;
        const wide = number.offsetWidth;
        const middle = box.height < 80 ? box.y + box.height / 2 - 15 : box.y;
        // Beside its ring where nothing is covered, else over the corner.
        const corner = [Math.max(2, box.x - 6 - wide / 2), Math.max(2, box.y - 21)] as const;
        const [left, top] =
          [
            [box.x - 12 - wide, middle] as const,
            [box.x + box.width + 12, middle] as const,
            [box.x - 6, box.y - 40] as const,
          ].find(([x, y]) => free(x, y, wide)) ?? corner;
        Object.assign(number.style, { left: `${left}px`, top: `${top}px` });
        taken.push(number.getBoundingClientRect());
      }
    },
    { boxes: [...boxes], labels: [...labels] },
  );

/** An edge of the picture, moved outwards until it cuts no line of text and no field. */
const uncut = (page: Page, edge: number, outwards: -1 | 1): Promise<number> =>
  page.evaluate(
    ({ y, way }) => {
      const boxes: DOMRect[] = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        if (node.textContent?.trim() && !node.parentElement?.closest('.manual-rings'))
          boxes.push(...range.getClientRects());
      }
      for (const each of document.querySelectorAll('input, select, textarea, button, img, svg, .button'))
        boxes.push(each.getBoundingClientRect());
      let moved = y;
      for (let tries = 0; tries < 6; tries += 1) {
        const cut = boxes.find(
          (box) => box.height > 0 && box.height < 90 && box.top < moved - 1 && box.bottom > moved + 1,
        );
        if (!cut) return moved;
        moved = way < 0 ? cut.top - 5 : cut.bottom + 5;
      }
      return moved;
    },
    { y: edge, way: outwards },
  );

/** From the top where the rings are near it; a dialog is always whole. */
const clipOf = async (page: Page, boxes: readonly Box[]): Promise<Box> => {
  const dialog = page.locator('dialog[open]').last();
  const whole = (await dialog.count()) > 0 ? await dialog.boundingBox() : null;
  const all = union(whole ? [...boxes, whole] : boxes);
  const window = page.viewportSize() ?? { width, height };
  const scrolled = await page.evaluate(() => scrollY);
  if (whole) {
    const [y, low] = [Math.max(0, all.y - 32), Math.min(window.height, all.y + all.height + 32)];
    return { x: 0, y: Math.round(y), width: window.width, height: Math.round(low - y) };
  }
  const fromTop = all.y - margin + scrolled < nearTop && scrolled < all.y;
  const top = fromTop ? 0 : Math.max(0, await uncut(page, all.y - margin, -1));
  const low = Math.max(all.y + all.height + margin, top + leastHeight);
  const bottom = Math.min(window.height, await uncut(page, Math.min(low, window.height), 1));
  return { x: 0, y: Math.round(top), width: window.width, height: Math.round(bottom) - Math.round(top) };
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
  const boxes = await frame(page, rings, wide + gutter);
  await page.evaluate(() => document.fonts.ready);
  await draw(
    page,
    boxes,
    rings.map(({ label }) => label),
  );
  const clip = await clipOf(page, boxes);
  const shot = await page.screenshot({ clip });
  await page.evaluate(() => document.querySelector('.manual-rings')?.remove());
  return { png: writePng(reduceColours(readPng(shot))), width: clip.width, height: clip.height };
};
