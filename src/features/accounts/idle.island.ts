import { canExtend, firstAsk, type Left, whatNow } from './idle-timing.ts';

/** MH-5: before the automatic logout a dialog in the page itself, in every open tab; going on in one closes it in all. */
const tabs = new BroadcastChannel('v-sys session');
const title = document.title;
let timer: ReturnType<typeof setTimeout> | undefined;
let told: Left = { left: Number.POSITIVE_INFINITY, longest: Number.POSITIVE_INFINITY };
let toldAt = 0;

const make = <K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string>, text = '') => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
};

const dialog = make('dialog', {
  class: 'dialog',
  role: 'alertdialog',
  'aria-labelledby': 'idle-title',
  'aria-describedby': 'idle-text',
});
const text = make('p', { id: 'idle-text' });
const clock = make('p', { role: 'timer', 'aria-live': 'off' });
const spoken = make('p', { class: 'visually-hidden', role: 'status' });
const heading = make('h2', { id: 'idle-title' });
const go = make('button', { type: 'button', class: 'button button-primary' }, '続けて使用する');
const login = make('button', { type: 'button', class: 'button button-primary' }, 'ログイン');
const body = make('div', { class: 'dialog-body' });
const row = make('div', { class: 'button-row align-end' });
body.append(text, clock, spoken);
row.append(go, login);
dialog.append(heading, body, row);

const seconds = (): number => Math.max(0, Math.round(told.left - (performance.now() - toldAt) / 1000));
const inWords = (rest: number): string =>
  rest >= 60 ? `${Math.floor(rest / 60)}分${rest % 60 === 0 ? '' : `${rest % 60}秒`}` : `${rest}秒`;

const count = (): void => {
  if (!dialog.open) return;
  const rest = seconds();
  clock.hidden = !login.hidden;
  clock.textContent = `残り ${inWords(rest)}`;
  if ([60, 30, 10].includes(rest)) spoken.textContent = `残り${inWords(rest)}です。`;
  if (rest <= 0 && login.hidden) void ask();
};
setInterval(count, 1000);

let warned = false;
const open = (name: string, button: HTMLButtonElement): void => {
  heading.textContent = name;
  if (!dialog.isConnected) document.body.append(dialog);
  if (!dialog.open) dialog.showModal();
  if (!dialog.contains(document.activeElement) || document.activeElement === dialog)
    (button.hidden ? dialog : button).focus();
  document.title = `【${name}】${title}`;
};

const warn = (): void => {
  warned = true;
  login.hidden = true;
  text.textContent = canExtend(told)
    ? '30分間操作がないと自動的にログアウトします。「続けて使用する」を押すと、ログアウトせずに操作を続けられます。'
    : 'ログインから12時間たつため、まもなく自動的にログアウトします。入力途中の内容は、もう一度ログインすると続けられます。';
  go.hidden = !canExtend(told);
  open('まもなく自動的にログアウトします', go);
  count();
};

/** The demo's clock jumped over the two minutes: the page stays until it is told to go. */
const over = (): void => {
  clearTimeout(timer);
  go.hidden = true;
  login.hidden = false;
  text.textContent =
    '操作がない時間が30分を超えたため、自動的にログアウトしました。入力途中の内容は、もう一度ログインすると続けられます。';
  open('自動的にログアウトしました', login);
  count();
};

const close = (): void => {
  warned = false;
  if (dialog.open) dialog.close();
  document.title = title;
};

const changed = (form: HTMLFormElement): boolean =>
  form.dataset.guard === 'unsaved' ||
  [...form.elements].some(
    (control) =>
      (control instanceof HTMLInputElement &&
        (/^(checkbox|radio)$/.test(control.type)
          ? control.checked !== control.defaultChecked
          : control.type !== 'hidden' && control.value !== control.defaultValue)) ||
      (control instanceof HTMLTextAreaElement && control.value !== control.defaultValue) ||
      (control instanceof HTMLSelectElement &&
        [...control.options].some((option) => option.selected !== option.defaultSelected && option.defaultSelected)),
  );

/** Over: what was typed goes along, marked as taken back, so that the server puts it aside and stores nothing. */
const leave = (): void => {
  const form = [...document.querySelectorAll<HTMLFormElement>('form[data-guard]')].find(changed);
  if (!form) {
    location.assign(`/login?expired=1&to=${encodeURIComponent(location.pathname + location.search)}`);
    return;
  }
  form.append(Object.assign(make('input', { type: 'hidden', name: '_cancel' }), { value: '1' }));
  form.dataset.sending = '';
  form.submit();
};

const hear = (left: Left): void => {
  told = left;
  toldAt = performance.now();
  const { show, again } = whatNow(left);
  if (show === 'over') {
    if (warned || !demo) leave();
    else over();
    return;
  }
  if (show === 'warning') warn();
  else close();
  next(again);
};

const ask = async (keep = false): Promise<void> => {
  clearTimeout(timer);
  try {
    const answer = await fetch(keep ? '/session/keep' : '/session/left', {
      method: keep ? 'POST' : 'GET',
      headers: { accept: 'application/json' },
      ...(keep && { body: new URLSearchParams() }),
    });
    if (answer.ok) return hear((await answer.json()) as Left);
  } catch {
    // No network just now: try again in a moment.
  }
  next(15);
};

/** In the demo the clock can be moved, so the page looks more often. */
const demo = document.querySelector<HTMLElement>('[data-clock-moves]');
const next = (wait: number): void => {
  clearTimeout(timer);
  timer = setTimeout(() => void ask(), Math.max(1, Math.min(wait, demo ? 4 : wait)) * 1000);
};

const goOn = async (): Promise<void> => {
  await ask(true);
  tabs.postMessage('kept');
};
go.addEventListener('click', () => void goOn());
login.addEventListener('click', () => leave());
dialog.addEventListener('cancel', (event) => {
  event.preventDefault();
  if (!go.hidden) void goOn();
});
tabs.addEventListener('message', () => void ask());
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void ask();
});
next(firstAsk);
