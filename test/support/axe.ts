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
  await page.evaluate(`${source};0`);
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
