import { showMixed, toVials } from './mixed.ts';
import { readTyped } from './sheet-shape.ts';

/** Adds boxes and loose vials up while typing; figures of the sheet stand on the element with `data-mixed-root`. */
const root = document.querySelector<HTMLElement>('[data-mixed-root]');

const numberOf = (scope: ParentNode, column: string): number | null => {
  const input = scope.querySelector<HTMLInputElement>(`input[name$=".${column}"]`);
  return input ? readTyped(input.value) : null;
};

const write = (element: Element | null, text: string): void => {
  if (element && element.textContent !== text) element.textContent = text;
};

const shown = (count: number | null): string => (count === null ? '—' : count.toLocaleString('ja-JP'));

const update = (page: HTMLElement): void => {
  const { vialsPerUnit, dosesPerVial, available, unitName = '' } = page.dataset;
  const perUnit = Number(vialsPerUnit);
  const times = (count: number | null): number | null => (count === null ? null : count * Number(dosesPerVial));
  let given: number | null = null;
  for (const row of page.querySelectorAll('tbody tr')) {
    const count = toVials(numberOf(row, 'units'), numberOf(row, 'vials'), perUnit);
    write(row.querySelector('[data-mixed="doses"]'), shown(times(count)));
    if (count !== null) given = (given ?? 0) + count;
  }
  for (const out of page.querySelectorAll('[data-mixed="given"]'))
    write(out, given === null ? '—' : showMixed(given, perUnit, unitName));
  for (const out of page.querySelectorAll('[data-mixed="doses"]'))
    if (!out.closest('tbody')) write(out, shown(times(given)));
  if (available === undefined) return;
  const left = Number(available) - (given ?? 0);
  for (const out of page.querySelectorAll('[data-mixed="left"]')) {
    out.classList.toggle('negative', left < 0);
    for (const over of out.querySelectorAll<HTMLElement>('.over')) over.hidden = left >= 0;
    write(out.querySelector('[data-mixed-value]'), showMixed(left, perUnit, unitName));
  }
};

if (root) {
  let waiting = 0;
  root.addEventListener('input', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => update(root));
  });
  addEventListener('pageshow', () => update(root));
  update(root);
}
