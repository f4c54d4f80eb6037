import { isChanged } from './controls.ts';
import { all, type Control } from './on.ts';

/** The number typed, null while nothing (or no number) stands there. */
const readNumber = (typed: string): number | null => {
  const text = typed.normalize('NFKC').replaceAll(',', '').trim();
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
};

const shown = (n: number | null): string => (n === null ? '—' : n.toLocaleString('ja-JP'));

const groupsOf = (element: HTMLElement): string[] => element.dataset.sum?.split(' ') ?? [];

const numberOf = (element: HTMLElement): number | null =>
  readNumber(element.dataset.value ?? ('value' in element ? String(element.value) : ''));

/** Sums of all groups; null where nothing is entered. */
const totals = (): Map<string, number | null> => {
  const sums = new Map<string, number | null>();
  for (const element of all('[data-sum]')) {
    const n = numberOf(element);
    for (const group of groupsOf(element)) {
      const before = sums.get(group) ?? null;
      sums.set(group, n === null ? before : (before ?? 0) + n);
    }
  }
  return sums;
};

const update = (): void => {
  const sums = totals();
  for (const element of all('[data-total]')) {
    const sum = sums.get(element.dataset.total ?? '') ?? null;
    element.textContent = shown(sum === null ? null : sum * Number(element.dataset.times ?? 1));
  }
  for (const element of all('[data-remaining]')) {
    const left = Number(element.dataset.available) - (sums.get(element.dataset.remaining ?? '') ?? 0);
    element.classList.toggle('negative', left < 0);
    for (const over of all('.over', element)) over.hidden = left >= 0;
    const value = element.querySelector('[data-remaining-value]');
    if (value) value.textContent = shown(left);
  }
};

const mark = (): void => {
  let count = 0;
  for (const control of all<Control & HTMLElement>('[data-cell]')) {
    const changed = isChanged(control);
    count += changed ? 1 : 0;
    control.closest('td, th')?.classList.toggle('unsaved', changed);
  }
  for (const out of all('[data-unsaved-count]')) {
    const text = count > 0 ? `未保存 ${count}件` : '';
    if (out.textContent !== text) out.textContent = text;
  }
};

/** Adds up while typing (attributes: see ui/sums.tsx) and marks cells that are not saved yet. */
export const sums = (): void => {
  if (all('[data-sum], [data-cell]').length === 0) return;
  let waiting = 0;
  const run = (): void => {
    update();
    mark();
  };
  document.addEventListener('input', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(run);
  });
  // The browser may have filled the fields again after going back.
  addEventListener('pageshow', run);
  run();
};
