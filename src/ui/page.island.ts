/** What every page can do with a script; each part is wired by data attributes, and every page works without. */
import { dialogs } from './browser/dialogs.ts';
import { forms } from './browser/forms.ts';
import { hints } from './browser/hints.ts';
import { menus, tabs } from './browser/menus.ts';

/** Parts that few pages need are fetched only by those. */
const parts: readonly (readonly [selector: string, load: () => Promise<() => void>])[] = [
  ['[data-date]', async () => (await import('./browser/dates.ts')).dates],
  ['[data-lookup]', async () => (await import('./browser/lookup.ts')).lookups],
  ['[data-sum], [data-cell], [data-repeat]', async () => (await import('./browser/tables.ts')).tables],
  ['[data-inline]', async () => (await import('./browser/inline.ts')).inline],
];

for (const wire of [tabs, menus, forms, dialogs, hints]) wire();
await Promise.all(
  parts.filter(([selector]) => document.querySelector(selector)).map(async ([, load]) => (await load())()),
);
// For whoever drives the page by program: everything is wired now.
document.documentElement.dataset.ready = '';
