/** Tables of claims: rows added and removed, municipalities by prefecture or by search, no output of unsaved input. */
type Choice = { readonly value: string; readonly label: string };

const all = <E extends HTMLElement>(selector: string, within: ParentNode = document): E[] => [
  ...within.querySelectorAll<E>(selector),
];
const rowOf = (element: Element): HTMLElement | null => element.closest<HTMLElement>('[data-claim-row]');
const selectIn = (row: Element, column: string): HTMLSelectElement | null =>
  row.querySelector<HTMLSelectElement>(`select[name$=".${column}"]`);

const on = (type: string, selector: string, run: (element: HTMLElement, event: Event) => void): void =>
  document.addEventListener(type, (event) => {
    const found = event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
    if (found) run(found, event);
  });

const known = new Map<string, Promise<readonly Choice[]>>();
const municipalitiesOf = (prefecture: string): Promise<readonly Choice[]> => {
  const before = known.get(prefecture);
  if (before) return before;
  const asked = fetch(`/claims/municipalities/${prefecture}`, { headers: { accept: 'application/json' } }).then(
    async (answer) =>
      answer.ok ? ((await answer.json()) as { choices: Choice[] }).choices : Promise.reject(answer.status),
  );
  known.set(prefecture, asked);
  asked.catch(() => known.delete(prefecture));
  return asked;
};

const fill = (select: HTMLSelectElement, choices: readonly Choice[], chosen: string): void => {
  select.replaceChildren(
    new Option('選択してください', ''),
    ...choices.map(({ value, label }) => new Option(label, value)),
  );
  select.value = chosen;
};

/** Offers the municipalities of the row's prefecture; the own one stands in a row of its own. */
const offer = async (row: HTMLElement, chosen: string): Promise<void> => {
  const [prefecture, select] = [selectIn(row, 'prefecture')?.value ?? '', selectIn(row, 'municipality')];
  const own = row.closest<HTMLElement>('[data-own]')?.dataset.own;
  if (!select) return;
  const choices = prefecture === '' ? [] : await municipalitiesOf(prefecture);
  fill(
    select,
    choices.filter(({ value }) => value !== own),
    chosen,
  );
};

const changed = (element: Element): void => {
  const form = element.closest('form');
  if (form?.dataset.guard) form.dataset.guard = 'unsaved';
  element.dispatchEvent(new Event('input', { bubbles: true }));
};

const renumber = (body: Element): void => {
  all('[data-claim-row]', body).forEach((row, i) => {
    const name = `${i + 1}行目`;
    for (const element of all('[data-claim-number]', row)) element.textContent = name;
    for (const element of all('[aria-label]', row))
      element.setAttribute('aria-label', (element.getAttribute('aria-label') ?? '').replace(/\d+行目/, name));
    for (const element of all('.visually-hidden', row))
      element.textContent = element.textContent?.replace(/\d+行目/, name) ?? '';
  });
};

const showSearch = (within: ParentNode): void => {
  for (const button of all('[data-claim-search]', within)) button.hidden = false;
};

const add = (table: HTMLElement): HTMLElement | null => {
  const [template, body] = [table.querySelector('template'), table.querySelector('[data-claim-rows]')];
  if (!template || !body) return null;
  const rows = all('[data-claim-row]', body);
  const used = new Set(rows.map((row) => row.dataset.claimRow));
  let n = 1;
  while (used.has(`new${n}`)) n += 1;
  body.insertAdjacentHTML(
    'beforeend',
    template.innerHTML.replaceAll('__KEY__', `new${n}`).replaceAll('__N__', String(rows.length + 1)),
  );
  const row = body.lastElementChild as HTMLElement;
  showSearch(row);
  changed(row);
  return row;
};

on('click', '[data-claim-add]', (button, event) => {
  const table = button.closest<HTMLElement>('[data-claim-table]');
  if (!table) return;
  event.preventDefault();
  const row = add(table);
  if (row) selectIn(row, 'prefecture')?.focus();
});

on('click', '[data-claim-remove]', (button, event) => {
  const [row, table] = [rowOf(button), button.closest<HTMLElement>('[data-claim-table]')];
  if (!row || !table) return;
  event.preventDefault();
  const next = (row.nextElementSibling ?? row.previousElementSibling) as HTMLElement | null;
  row.remove();
  if (!next) add(table);
  renumber(table);
  changed(table);
  (
    next?.querySelector<HTMLElement>('[data-claim-remove]') ?? table.querySelector<HTMLElement>('[data-claim-add]')
  )?.focus();
});

on('change', '[data-claim-row] select[name$=".prefecture"]', (select) => {
  const row = rowOf(select);
  if (row) offer(row, '').catch(() => undefined);
});

// The search puts the code of what was pressed into a hidden field of the row.
on('change', '[data-claim-row] [data-lookup-id]', (input) => {
  const [row, code] = [rowOf(input), (input as HTMLInputElement).value];
  const prefecture = row && selectIn(row, 'prefecture');
  if (!row || !prefecture || code === '') return;
  if (![...prefecture.options].some(({ value }) => value === code.slice(0, 2)))
    fill(prefecture, prefectures(), code.slice(0, 2));
  prefecture.value = code.slice(0, 2);
  offer(row, code)
    .then(() => {
      changed(row);
      selectIn(row, 'municipality')?.focus();
    })
    .catch(() => undefined);
});

/** The choices of every prefecture stand in the row that is copied. */
const prefectures = (): Choice[] => {
  const content = document.querySelector<HTMLTemplateElement>('[data-claim-table] template')?.content;
  const select = content?.querySelector<HTMLSelectElement>('select[name$=".prefecture"]');
  return [...(select?.options ?? [])].filter(({ value }) => value !== '').map(({ value, label }) => ({ value, label }));
};

/** In long tables a saved row comes with its own choice only; the others are filled in when it is reached. */
const widen = (select: HTMLSelectElement): void => {
  const row = rowOf(select);
  if (!row || select.options.length > 2) return;
  const chosen = select.value;
  if (select.name.endsWith('.prefecture')) fill(select, prefectures(), chosen);
  else offer(row, chosen).catch(() => undefined);
};
on('focusin', '[data-claim-row] select', (select) => widen(select as HTMLSelectElement));
on('pointerdown', '[data-claim-row] select', (select) => widen(select as HTMLSelectElement));

// From the PDF one comes back to the plain page, not to the question.
if (new URLSearchParams(location.search).has('output')) history.replaceState(null, '', location.pathname);
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.id === 'form-claim-output') setTimeout(() => form.querySelector('dialog')?.close(), 0);
});

// What came from a file is unsaved input.
for (const mark of all('[data-claim-proposal]')) {
  const form = mark.closest('form');
  if (form) form.dataset.guard = 'unsaved';
}
showSearch(document);

export {};
