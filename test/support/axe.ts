import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

/** Put into every page that is looked at: the small edition, since that is what takes the time on small pages. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rows of a table are alike, and a country has many: so many of each are looked at. `npm run shots` looks at all. */
const rowsLookedAt = 20;

/** What axe finds wrong on a page, as 「rule: element」. The pages have no frames. */
export const axeFaults = async (page: Page, { allRows = false } = {}): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`${source};(${prepare})(axe)`);
  return page.evaluate(
    async (exclude) => {
      const { axe: inPage } = globalThis as unknown as { readonly axe: typeof axe };
      // Without describing each element that is right: that takes longer than looking at it.
      const { violations } = await inPage.run({ include: [['html']], exclude }, { resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    allRows ? [] : [[`tbody tr:nth-child(n + ${rowsLookedAt + 1})`]],
  );
};

type Colour = { r: number; g: number; b: number; alpha: number };
type WithColours = {
  readonly commons: { readonly color: { readonly Color: { prototype: { parseString: (text: string) => Colour } } } };
};

/** Runs in the page, before the first look at it. */
const prepare = (inPage: typeof axe): void => {
  // Two elements of one name give a reader the wrong words; axe by itself only wonders about it.
  inPage.configure({ rules: [{ id: 'duplicate-id-aria', reviewOnFail: false }] });
  // A page has some ten colours, and axe reads each of them a thousand times: a quarter of its time.
  const colour = (inPage as unknown as WithColours).commons.color.Color.prototype;
  const { parseString } = colour;
  const known = new Map<string, Colour>();
  colour.parseString = function (this: Colour, text) {
    const found = known.get(text);
    if (found) return Object.assign(this, found);
    const read = parseString.call(this, text);
    const { r, g, b, alpha } = read;
    known.set(text, { r, g, b, alpha });
    return read;
  };
};
