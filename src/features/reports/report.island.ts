/** Fills in needles, syringes and doses while 納入希望量登録 is typed (M2.4-3-1). The server computes them by the same rule. */
const amountIn = (typed: string): number | null => {
  const text = typed.normalize('NFKC').replaceAll(',', '').trim();
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
};

const input = document.querySelector<HTMLInputElement>('input[data-requested]');
const outputs = [...document.querySelectorAll<HTMLOutputElement>('output[data-per-unit]')];

const show = (): void => {
  const units = amountIn(input?.value ?? '');
  for (const output of outputs) {
    const { perUnit, per } = output.dataset;
    output.textContent =
      units === null ? '—' : Math.ceil((units * Number(perUnit)) / Number(per)).toLocaleString('ja-JP');
  }
};

const typedIn = (field: HTMLInputElement): number | null => {
  const text = field.value.normalize('NFKC').replaceAll(',', '').trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
};
type Cell = { readonly field: HTMLInputElement; readonly other: HTMLElement; readonly registered: number };
const cells: readonly Cell[] = [...document.querySelectorAll<HTMLElement>('[data-registered]')].flatMap((cell) => {
  const field = cell.querySelector<HTMLInputElement>('input');
  const other = cell.querySelector<HTMLElement>('[data-other]');
  return field && other ? [{ field, other, registered: Number(cell.dataset.registered) }] : [];
});
const modes = [...document.querySelectorAll<HTMLInputElement>('input[data-entry-mode]')];
const byToday = (): boolean => modes.some(({ value, checked }) => value === 'today' && checked);

/** The number that is not typed, under each field. */
const showOther = ({ field, other, registered }: Cell): void => {
  const n = typedIn(field);
  const text = (value: number): string => value.toLocaleString('ja-JP');
  if (n === null) other.textContent = '';
  else if (byToday()) other.textContent = `累計 ${text(registered + n)}`;
  else other.textContent = `今回 ${n > registered ? '+' : ''}${text(n - registered)}`;
};

/** 累計 ⇄ 今回: what stands in the fields means the same before and after. */
const switchMode = (): void => {
  const today = byToday();
  for (const cell of cells) {
    const n = typedIn(cell.field);
    const more = (n ?? 0) - cell.registered;
    cell.field.value = today ? (more > 0 ? String(more) : '') : String(cell.registered + (n ?? 0));
    cell.field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  for (const note of document.querySelectorAll<HTMLElement>('[data-mode-note]'))
    note.hidden = note.dataset.modeNote !== (today ? 'today' : 'total');
  for (const head of document.querySelectorAll('th'))
    if (head.textContent === '今回までの累計' || head.textContent === '今回の数')
      head.textContent = today ? '今回の数' : '今回までの累計';
};

for (const cell of cells) cell.field.addEventListener('input', () => showOther(cell));
for (const mode of modes) mode.addEventListener('change', switchMode);

input?.addEventListener('input', show);
// Back and forward bring typed text back without an event.
window.addEventListener('pageshow', show);
