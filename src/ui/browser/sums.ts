import { isChanged } from './controls.ts';
import { all, type Control } from './on.ts';

/** The number typed, null while nothing (or no number) stands there. */
const readNumber = (typed: string): number | null => {
  const text = typed.normalize('NFKC').replaceAll(',', '').trim();
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
};

const shown = (n: number | null): string => (n === null ? '—' : n.toLocaleString('ja-JP'));

const numberOf = (element: HTMLElement): number | null =>
  readNumber(element.dataset.value ?? ('value' in element ? String(element.value) : ''));

/** Writing the same text again would lay the whole table out anew. */
const write = (element: Element | null, text: string): void => {
  if (element && element.textContent !== text) element.textContent = text;
};

type Group = { sum: number; entered: number; readonly outs: HTMLElement[] };

/*
 * What counts and where it is shown. It is kept between the keys, so that typing into one of thousands of cells looks
 * at that cell and its sums only.
 */
let groups = new Map<string, Group>();
let counted = new Map<HTMLElement, number | null>();
let unsaved = new Set<HTMLElement>();

const groupOf = (name: string): Group => {
  const found = groups.get(name) ?? { sum: 0, entered: 0, outs: [] };
  groups.set(name, found);
  return found;
};

const groupsOf = (element: HTMLElement): Group[] => element.dataset.sum?.split(' ').map(groupOf) ?? [];

const count = (element: HTMLElement, touched: Set<Group>): void => {
  const [before, now] = [counted.get(element) ?? null, numberOf(element)];
  counted.set(element, now);
  for (const group of groupsOf(element)) {
    group.sum += (now ?? 0) - (before ?? 0);
    group.entered += Number(now !== null) - Number(before !== null);
    touched.add(group);
  }
};

const show = ({ sum, entered, outs }: Group): void => {
  for (const out of outs)
    if (out.dataset.total !== undefined) write(out, shown(entered === 0 ? null : sum * Number(out.dataset.times ?? 1)));
    else showLeft(out, Number(out.dataset.available) - sum);
};

const showLeft = (out: HTMLElement, left: number): void => {
  out.classList.toggle('negative', left < 0);
  for (const over of all('.over', out)) over.hidden = left >= 0;
  write(out.querySelector('[data-remaining-value]'), shown(left));
};

const mark = (control: Control & HTMLElement): void => {
  const changed = isChanged(control);
  if (changed === unsaved.has(control)) return;
  if (changed) unsaved.add(control);
  else unsaved.delete(control);
  control.closest('td, th')?.classList.toggle('unsaved', changed);
};

const sayUnsaved = (): void => {
  for (const out of all('[data-unsaved-count]')) write(out, unsaved.size > 0 ? `未保存 ${unsaved.size}件` : '');
};

/** Counts everything anew: at the start, and when rows came or went. */
const recount = (): void => {
  groups = new Map();
  counted = new Map();
  unsaved = new Set();
  for (const out of all('[data-total]')) groupOf(out.dataset.total ?? '').outs.push(out);
  for (const out of all('[data-remaining]')) groupOf(out.dataset.remaining ?? '').outs.push(out);
  for (const element of all('[data-sum]')) count(element, new Set());
  for (const group of groups.values()) show(group);
  for (const control of all<Control & HTMLElement>('[data-cell]')) {
    control.closest('td, th')?.classList.remove('unsaved');
    mark(control);
  }
  sayUnsaved();
};

const update = (cells: Iterable<Control & HTMLElement>): void => {
  const touched = new Set<Group>();
  for (const cell of cells) {
    if (counted.has(cell)) count(cell, touched);
    if ('cell' in cell.dataset) mark(cell);
  }
  for (const group of touched) show(group);
  sayUnsaved();
};

/** Adds up while typing (attributes: see ui/sums.tsx) and marks cells that are not saved yet. */
export const sums = (): void => {
  if (all('[data-sum], [data-cell]').length === 0) return;
  const typed = new Set<Control & HTMLElement>();
  let anew = false;
  let waiting = 0;
  const run = (): void => {
    if (anew) recount();
    else update(typed);
    anew = false;
    typed.clear();
  };
  document.addEventListener('input', ({ target }) => {
    const cell = target instanceof HTMLElement && ('sum' in target.dataset || 'cell' in target.dataset);
    if (cell) typed.add(target as Control & HTMLElement);
    // Anything else may have added or removed rows.
    else anew = true;
    if (cell && 'sum' in target.dataset && !counted.has(target)) anew = true;
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(run);
  });
  // The browser may have filled the fields again after going back.
  addEventListener('pageshow', recount);
  recount();
};
