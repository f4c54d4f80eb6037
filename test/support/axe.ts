import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rows of a table are alike, and a country has many: so many of each are looked at. `npm run shots` looks at all. */
const rowsLookedAt = 20;

/** What axe finds wrong on a page, as 「rule: element」. */
export const axeFaults = async (page: Page, { allRows = false } = {}): Promise<string[]> => {
  // In the page itself, and without describing each element that is right: that takes longer than looking at it.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (!allRows) axe.exclude(`tbody tr:nth-child(n + ${rowsLookedAt + 1})`);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};
