/** Draws the red rings over a page and puts their numbers where they cover nothing that is read. */
import type { Page } from '@playwright/test';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const ringStyle = `
  .manual-rings { position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0;
    padding: 0; border: 0; background: none; overflow: hidden; pointer-events: none; }
  .manual-rings i { position: absolute; box-sizing: border-box; border: 3px solid #d40000; border-radius: 8px;
    box-shadow: 0 0 0 1px #fff; }
  .manual-rings b { position: absolute; box-sizing: border-box; min-width: 30px; height: 30px; padding: 0 7px; border-radius: 15px;
    background: #d40000; box-shadow: 0 0 0 2px #fff; color: #fff; font: 700 16px/30px sans-serif; text-align: center; }`;

/**
 * In the browser. A ring keeps 3 px off what it stands around, and comes closer where other words are near. A number
 * stands left of its ring, else at the place around it that hides least: words count most, then fields, then rings.
 */
const draw = ({ rings, words }: { readonly rings: readonly Box[]; readonly words: readonly string[] }): void => {
  type Edges = { left: number; top: number; right: number; bottom: number };
  const layer = document.createElement('div');
  layer.className = 'manual-rings';
  layer.popover = 'manual';
  const texts: Edges[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    if (node.textContent?.trim()) texts.push(...range.getClientRects());
  }
  const around = (box: Box): Edges => {
    const [right, bottom] = [box.x + box.width, box.y + box.height];
    const middle = (text: Edges) => ({ x: (text.left + text.right) / 2, y: (text.top + text.bottom) / 2 });
    const beside = texts.filter((text) => text.bottom > box.y && text.top < bottom);
    const stacked = texts.filter((text) => text.right > box.x - 6 && text.left < right + 6);
    const room = (gaps: readonly number[]) => Math.max(3, Math.min(6, ...gaps.map((gap) => gap - 1)));
    const left = room(beside.filter((text) => middle(text).x < box.x).map((text) => box.x - text.right));
    const after = room(beside.filter((text) => middle(text).x > right).map((text) => text.left - right));
    const top = room(stacked.filter((text) => middle(text).y < box.y).map((text) => box.y - text.bottom));
    const below = room(stacked.filter((text) => middle(text).y > bottom).map((text) => text.top - bottom));
    return {
      left: Math.max(3, box.x - left),
      top: Math.max(3, box.y - top),
      right: Math.min(innerWidth - 3, right + after),
      bottom: Math.min(innerHeight - 3, bottom + below),
    };
  };
  const drawn = rings.map(around);
  for (const [at, { left, top, right, bottom }] of drawn.entries()) {
    const [ring, number] = [document.createElement('i'), document.createElement('b')];
    Object.assign(ring.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${right - left}px`,
      height: `${bottom - top}px`,
    });
    number.textContent = words[at] ?? '';
    layer.append(ring, number);
  }
  document.body.append(layer);
  layer.showPopover();

  const taken = texts.map((box) => ({ box, weight: 10 }));
  for (const each of document.querySelectorAll('input, select, textarea, button, .button, svg, img'))
    taken.push({ box: each.getBoundingClientRect(), weight: 4 });
  for (const { left, top, right, bottom } of drawn)
    for (const box of [
      { left, right, top, bottom: top + 3 },
      { left, right, top: bottom - 3, bottom },
      { left, right: left + 3, top, bottom },
      { left: right - 3, right, top, bottom },
    ])
      taken.push({ box, weight: 6 });
  const hidden = (x: number, y: number, wide: number): number =>
    taken.reduce((sum, { box, weight }) => {
      const across = Math.min(box.right, x + wide + 1) - Math.max(box.left, x - 1);
      const down = Math.min(box.bottom, y + 31) - Math.max(box.top, y - 1);
      return across > 0 && down > 0 ? sum + weight * across * down : sum;
    }, 0);
  for (const [at, number] of [...layer.querySelectorAll('b')].entries()) {
    const ring = drawn[at];
    if (!ring) continue;
    const wide = number.offsetWidth;
    const middle = (ring.top + ring.bottom) / 2 - 15;
    /** Places with what makes them worse than the first. */
    const places: [x: number, y: number, worse: number][] = [];
    for (const y of ring.bottom - ring.top < 92 ? [middle] : [ring.top, middle, ring.bottom - 30])
      for (const far of [0, 30, 60]) {
        places.push([ring.left - 5 - wide - far, y, 2 * far]);
        places.push([ring.right + 5 + far, y, 20 + 2 * far]);
      }
    for (let x = ring.left; x <= Math.max(ring.left, ring.right - wide); x += 16) {
      const slid = Math.min(200, x - ring.left) / 4;
      places.push([x, ring.top - 35, 40 + slid], [x, ring.bottom + 5, 60 + slid]);
    }
    for (const x of [ring.left, ring.right])
      for (const y of [ring.top, ring.bottom]) places.push([x - wide / 2, y - 15, 300]);
    // A number inside of another ring would seem to be that one's.
    const strange = (x: number, y: number) =>
      drawn.some(
        (other) =>
          other !== ring && x + 15 > other.left && x + 15 < other.right && y + 15 > other.top && y + 15 < other.bottom,
      );
    const inside = places.filter(([x, y]) => x >= 2 && y >= 2 && x + wide <= innerWidth - 2 && y + 32 <= innerHeight);
    const [best] = inside
      .map(([x, y, worse]) => ({ x, y, cost: worse + hidden(x, y, wide) + (strange(x, y) ? 200 : 0) }))
      .sort((a, b) => a.cost - b.cost);
    const { x, y } = best ?? { x: 2, y: Math.max(2, ring.top) };
    Object.assign(number.style, { left: `${x}px`, top: `${y}px` });
    taken.push({ box: { left: x, right: x + wide, top: y, bottom: y + 30 }, weight: 30 });
  }
};

export const drawRings = (page: Page, rings: readonly Box[], words: readonly string[]): Promise<void> =>
  page.evaluate(draw, { rings, words });
export const removeRings = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelector('.manual-rings')?.remove());
