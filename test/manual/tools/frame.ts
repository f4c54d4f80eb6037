/** The window of a picture: wide and tall enough for what is ringed, and for what belongs to it. */
import type { Locator, Page } from '@playwright/test';
import type { Box } from './rings.ts';

/** Height of the window at first, px. */
const height = 760;
/** Beyond the part that is shown, px, so that its edges find a place between two lines. */
const slack = 160;
/** Shown around the rings, px. */
export const margin = 72;
/** A ring near the top shows the page from its top. */
export const nearTop = 210;
/** A table wider than the window widens it so far, px: printed over the whole line it can still be read. */
const widest = 1280;
/** The head of a table is shown with a ring that stands no farther below it, px. */
const headWithin = 420;

export const union = (boxes: readonly Box[]): Box => {
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
};

const boxesOf = async (rings: readonly Locator[]): Promise<Box[]> => {
  const boxes: Box[] = [];
  for (const ring of rings) {
    const box = await ring.boundingBox();
    if (!box) throw new Error(`nothing to ring: ${ring}`);
    boxes.push(box);
  }
  return boxes;
};

/** How much wider the box would have to be in which this ring is out of sight at the right, px. */
const overhang = (ring: Locator): Promise<number> =>
  ring.evaluate((element) => {
    let missing = 0;
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      const more = box.scrollWidth - box.clientWidth;
      if (more < 2 || !['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) continue;
      const right = element.getBoundingClientRect().right + box.scrollLeft - box.getBoundingClientRect().left;
      if (right > box.clientWidth) missing = Math.max(missing, more);
      box.scrollLeft = 0;
    }
    return missing;
  });

const widen = async (page: Page, rings: readonly Locator[], wide: number): Promise<number> => {
  const missing = Math.max(...(await Promise.all(rings.map(overhang))));
  if (missing === 0 || wide >= widest) return wide;
  const wider = Math.min(widest, wide + missing + 8);
  await page.setViewportSize({ width: wider, height });
  return wider;
};

/** The top of the table's title or head above the first ring, px in the window; null if none is near. */
export const headAbove = async (ring: Locator | undefined): Promise<number | null> =>
  (await ring?.evaluate((element, most) => {
    const table = element.closest('tbody')?.parentElement;
    const head = table?.querySelector('thead')?.getBoundingClientRect();
    const top = element.getBoundingClientRect().top;
    if (!head || head.height < 3 || top <= head.top || top - head.bottom >= most) return null;
    const title = table?.querySelector('caption')?.getBoundingClientRect();
    return title && title.height > 2 ? title.top : head.top;
  }, headWithin)) ?? null;

const dialogOf = async (page: Page): Promise<Locator | null> => {
  const dialog = page.locator('dialog[open]').last();
  return (await dialog.count()) > 0 ? dialog : null;
};
/** The open dialog, if there is one. */
export const dialogBox = async (page: Page): Promise<Box | null> =>
  (await (await dialogOf(page))?.boundingBox()) ?? null;

/** Sets the window and moves the page; answers where the rings are then. */
export const frame = async (page: Page, rings: readonly Locator[], wanted: number): Promise<Box[]> => {
  await page.setViewportSize({ width: wanted, height });
  await rings[0]?.scrollIntoViewIfNeeded();
  const wide = await widen(page, rings, await widen(page, rings, wanted));
  const dialog = await dialogOf(page);
  if (dialog) {
    const whole = await dialog.evaluate((element) => element.scrollHeight);
    await page.setViewportSize({ width: wide, height: Math.max(height, whole + 96) });
    await rings[0]?.scrollIntoViewIfNeeded();
    return boxesOf(rings);
  }
  // What scrolls sideways shows at least the first ring.
  await rings[0]?.scrollIntoViewIfNeeded();
  const all = union(await boxesOf(rings));
  const scrolled = await page.evaluate(() => scrollY);
  const head = await headAbove(rings[0]);
  const high = Math.min(all.y - margin, head ?? Number.POSITIVE_INFINITY) + scrolled;
  const from = high < nearTop ? 0 : high - slack;
  const tall = Math.max(height, Math.ceil(all.y + scrolled + all.height + margin + slack - from));
  await page.setViewportSize({ width: wide, height: tall });
  await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), from);
  return boxesOf(rings);
};
