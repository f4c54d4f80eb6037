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

/** What is pressed while a part is still on its way is pressed again when it is there. */
const early: { target: HTMLElement; type: string }[] = [];
const wired =
  '[data-date-input], [data-date-today], [data-lookup-open], [data-repeat-add], [data-repeat-remove], [data-inline-edit], [data-inline-view]';
const hold = (event: Event): void => {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>(wired) : null;
  if (!target) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  early.push({ target, type: event.type });
};

for (const type of ['click', 'dblclick']) document.addEventListener(type, hold, true);
for (const wire of [tabs, menus, forms, dialogs, hints]) wire();
await Promise.all(
  parts.filter(([selector]) => document.querySelector(selector)).map(async ([, load]) => (await load())()),
);
for (const type of ['click', 'dblclick']) document.removeEventListener(type, hold, true);
for (const { target, type } of early) target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
// For whoever drives the page by program: everything is wired now.
document.documentElement.dataset.ready = '';
