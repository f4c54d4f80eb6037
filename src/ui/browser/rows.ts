import { all, on } from './on.ts';

const label = (repeat: HTMLElement, n: number): string =>
  (repeat.dataset.repeatLabel ?? '{n}').replace('{n}', String(n));
const rowsOf = (repeat: HTMLElement): HTMLElement[] => all('[data-repeat-row]', repeat);

/** Puts a new number into everything that names a row. */
const renumber = (repeat: HTMLElement): void => {
  rowsOf(repeat).forEach((row, i) => {
    const [before, after] = [label(repeat, Number(row.dataset.n)), label(repeat, i + 1)];
    if (before === after) return;
    for (const element of all('[aria-label]', row))
      element.setAttribute('aria-label', (element.getAttribute('aria-label') ?? '').replace(before, after));
    for (const element of all('[data-lookup-label]', row))
      element.dataset.lookupLabel = element.dataset.lookupLabel?.replace(before, after);
    for (const element of all('[data-repeat-number], .visually-hidden', row))
      element.textContent = element.textContent?.replace(before, after) ?? '';
    row.dataset.n = String(i + 1);
  });
};

const freshKey = (repeat: HTMLElement): string => {
  const used = new Set(rowsOf(repeat).map((row) => row.dataset.repeatRow));
  let n = 1;
  while (used.has(`new${n}`)) n += 1;
  return `new${n}`;
};

const add = (repeat: HTMLElement): void => {
  const template = repeat.querySelector('template');
  const body = repeat.querySelector('tbody');
  if (!template || !body) return;
  const n = rowsOf(repeat).length + 1;
  const key = freshKey(repeat);
  const row = template.innerHTML.replaceAll('__KEY__', key).replaceAll('__N__', String(n));
  body.insertAdjacentHTML('beforeend', row);
  body.lastElementChild?.querySelector<HTMLElement>('input:not([type="checkbox"]), select')?.focus();
};

const remove = (repeat: HTMLElement): void => {
  const picked = rowsOf(repeat).filter((row) => row.querySelector<HTMLInputElement>('[data-repeat-pick]')?.checked);
  for (const row of picked) row.remove();
  if (rowsOf(repeat).length === 0) add(repeat);
  renumber(repeat);
};

const changed = (repeat: HTMLElement): void => {
  const form = repeat.closest('form');
  if (form?.dataset.guard) form.dataset.guard = 'unsaved';
  repeat.dispatchEvent(new Event('input', { bubbles: true }));
};

/** Adds and removes rows in place; without script the server does it. */
export const rows = (): void => {
  for (const [selector, run] of [
    ['[data-repeat-add]', add],
    ['[data-repeat-remove]', remove],
  ] as const)
    on('click', selector, (button, event) => {
      const repeat = button.closest<HTMLElement>('[data-repeat]');
      if (!repeat) return;
      event.preventDefault();
      run(repeat);
      changed(repeat);
    });
};
