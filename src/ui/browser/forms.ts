import { controlsIn, isChanged } from './controls.ts';
import { all, make, on } from './on.ts';

const touched = new WeakSet<HTMLFormElement>();

const isUnsaved = (form: HTMLFormElement): boolean =>
  form.dataset.guard === 'unsaved' || (touched.has(form) && controlsIn(form).some(isChanged));

/** Asks before input is lost by leaving the page; the browser words the question. */
const guard = (): void => {
  on('input', 'form[data-guard]', (form) => touched.add(form as HTMLFormElement));
  addEventListener('beforeunload', (event) => {
    if (all<HTMLFormElement>('form[data-guard]').some((form) => !('sending' in form.dataset) && isUnsaved(form)))
      event.preventDefault();
  });
};

const isRepeatable = (form: HTMLFormElement): boolean =>
  form.method !== 'post' || form.target !== '' || 'repeatable' in form.dataset;

const buttonsOf = (form: HTMLFormElement): HTMLButtonElement[] =>
  [...form.elements].filter((e): e is HTMLButtonElement => e instanceof HTMLButtonElement && e.type === 'submit');

const say = (form: HTMLFormElement, text: string): void => {
  let line = form.querySelector<HTMLElement>('[data-progress]');
  if (!line) {
    line = make('p', { class: 'form-progress', role: 'status', 'data-progress': '' });
    form.append(line);
  }
  line.textContent = text;
};

const release = (form: HTMLFormElement): void => {
  delete form.dataset.sending;
  for (const button of buttonsOf(form)) button.removeAttribute('aria-disabled');
};

/** Sends once: further presses do nothing until the answer is there; slow answers are told. */
const submitOnce = (): void => {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (isRepeatable(form)) return;
    if ('sending' in form.dataset) return event.preventDefault();
    // After all other listeners, in case one of them keeps the form.
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      form.dataset.sending = '';
      for (const button of buttonsOf(form)) button.setAttribute('aria-disabled', 'true');
      setTimeout(() => 'sending' in form.dataset && say(form, '送信しています。しばらくお待ちください。'), 1000);
      setTimeout(() => {
        if (!('sending' in form.dataset)) return;
        release(form);
        say(form, '時間がかかっています。もう一度押しても、二重に登録されることはありません。');
      }, 20_000);
    });
  });
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    for (const form of all<HTMLFormElement>('form[data-sending]')) {
      release(form);
      say(form, '');
    }
  });
};

/** The error summary takes the focus; its links put it into the input. */
const errors = (): void => {
  all('[data-error-summary]')[0]?.focus();
  on('click', '[data-error-summary] a', (link, event) => {
    const input = document.getElementById(decodeURIComponent((link as HTMLAnchorElement).hash.slice(1)));
    if (!input) return;
    event.preventDefault();
    input.scrollIntoView({ block: 'center' });
    input.focus({ preventScroll: true });
  });
};

/** Choosing sends the form at once; by keyboard only after a pause, because arrows pass through every choice. */
const switches = (): void => {
  for (const button of all('[data-switch-button]')) button.hidden = true;
  const came = sessionStorage.getItem('switch');
  if (came) document.getElementById(came)?.focus();
  sessionStorage.removeItem('switch');
  let byKey = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  on('keydown', '[data-switch] select', (_select, event) => {
    byKey = event.key !== 'Enter';
  });
  on('pointerdown', '[data-switch] select', () => {
    byKey = false;
  });
  on('change', '[data-switch] select', (select) => {
    clearTimeout(waiting);
    waiting = setTimeout(
      () => {
        sessionStorage.setItem('switch', select.id);
        (select as HTMLSelectElement).form?.requestSubmit();
      },
      byKey ? 900 : 0,
    );
  });
};

export const forms = (): void => {
  guard();
  submitOnce();
  errors();
  switches();
};
