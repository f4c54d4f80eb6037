/** The dialog 「検索」 behind the magnifier of a lookup field. */
import { all, make, on, type } from './on.ts';

type Found = { readonly id: string | number; readonly name: string; readonly detail?: string };
type Answer = { readonly results: readonly Found[]; readonly more?: boolean };
type Field = {
  readonly url: string;
  readonly heading: string;
  readonly text: HTMLInputElement;
  readonly id: HTMLInputElement;
};

let field: Field | undefined;

const box = make('input', { type: 'search', id: 'lookup-box', class: 'input', autocomplete: 'off' });
const results = make('div', { class: 'lookup-results' });
const status = make('p', { role: 'status' });

const scopeMark = (value: string, label: string, checked: boolean): HTMLElement => {
  const input = make('input', { type: 'radio', name: 'scope', id: `lookup-${value}`, value });
  input.checked = input.defaultChecked = checked;
  return make('span', { class: 'mark' }, input, make('label', { for: `lookup-${value}` }, label));
};

const close = make('button', { type: 'button', class: 'button button-text button-small lookup-close' }, '閉じる');
const form = make(
  'form',
  {},
  make(
    'div',
    { class: 'lookup-search' },
    make('label', { for: 'lookup-box' }, '検索する文字'),
    box,
    make('button', { type: 'submit', class: 'button button-primary' }, 'Go!'),
  ),
  make(
    'fieldset',
    { class: 'lookup-scope' },
    make('legend', {}, '検索する項目'),
    make('div', { class: 'marks' }, scopeMark('name', '名称', true), scopeMark('all', 'すべての項目', false)),
  ),
);
const title = make('h2', { id: 'lookup-title' }, '検索');
const dialog = make(
  'dialog',
  { class: 'dialog lookup-dialog', 'aria-labelledby': 'lookup-title' },
  title,
  close,
  form,
  status,
  results,
);
const pick = (found: Found): void => {
  if (!field) return;
  const { text, id } = field;
  dialog.close();
  text.value = found.name;
  type(id, String(found.id));
  text.focus();
};

const line = (found: Found): HTMLElement => {
  const button = make('button', { type: 'button', class: 'lookup-pick' }, found.name);
  button.addEventListener('click', () => pick(found));
  return make('tr', {}, make('th', { scope: 'row' }, button), make('td', {}, found.detail ?? ''));
};

const show = ({ results: found, more }: Answer): void => {
  status.textContent =
    found.length === 0
      ? '見つかりませんでした。文字を変えて、もう一度検索してください。'
      : more
        ? `はじめの${found.length}件です。文字を足して絞り込んでください。`
        : `${found.length}件見つかりました。`;
  results.replaceChildren();
  if (found.length === 0) return;
  const head = make(
    'tr',
    {},
    make('th', { scope: 'col' }, field?.heading ?? '名称'),
    make('th', { scope: 'col' }, '詳細'),
  );
  results.append(make('table', { class: 'table' }, make('thead', {}, head), make('tbody', {}, ...found.map(line))));
};

let latest = 0;
const search = async (): Promise<void> => {
  if (!field) return;
  const mine = ++latest;
  const scope = form.querySelector<HTMLInputElement>('input[name="scope"]:checked')?.value ?? 'name';
  const url = `${field.url}${field.url.includes('?') ? '&' : '?'}${new URLSearchParams({ q: box.value, scope })}`;
  status.textContent = '検索しています。';
  try {
    const answer = await fetch(url, { headers: { accept: 'application/json' } });
    if (!answer.ok) throw new Error(String(answer.status));
    const body = (await answer.json()) as Answer;
    if (mine === latest) show(body);
  } catch {
    if (mine !== latest) return;
    results.replaceChildren();
    status.textContent = '検索できませんでした。しばらくたってから、もう一度お試しください。';
  }
};

/** The magnifier opens the dialog; pressing a result fills the field and closes it. */
export const lookups = (): void => {
  document.body.append(dialog);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
  });
  close.addEventListener('click', () => dialog.close());

  on('click', '[data-lookup-open]', (button, event) => {
    const host = button.closest<HTMLElement>('[data-lookup]');
    const text = host?.querySelector<HTMLInputElement>('[data-lookup-text]');
    const id = host?.querySelector<HTMLInputElement>('[data-lookup-id]');
    if (!host?.dataset.lookup || !text || !id) return;
    event.preventDefault();
    field = { url: host.dataset.lookup, heading: host.dataset.lookupHeading ?? '名称', text, id };
    box.value = id.value === '' ? text.value : '';
    status.textContent = '';
    results.replaceChildren();
    dialog.showModal();
    box.focus();
    if (box.value !== '') search();
  });

  // A name typed over is no longer the one that was chosen.
  on('input', '[data-lookup-text]', (text) => {
    for (const id of all<HTMLInputElement>('[data-lookup-id]', text.parentElement ?? document)) id.value = '';
  });
};
