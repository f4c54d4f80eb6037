import { all, on } from './on.ts';

/** 「?」: Esc hides the text again, and a tap works where buttons get no focus by it. */
const helpMarks = (): void => {
  on('click', '.help-button', (button) => {
    button.closest('.help')?.classList.remove('dismissed');
    button.focus();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const help of all('[data-help]')) if (help.matches(':hover, :focus-within')) help.classList.add('dismissed');
  });
  for (const help of all('[data-help]'))
    for (const left of ['mouseleave', 'focusout'])
      help.addEventListener(left, () => help.classList.remove('dismissed'));
};

const showPassword = (): void => {
  for (const button of all('[data-show-password]')) button.hidden = false;
  on('click', '[data-show-password]', (button) => {
    const input = document.getElementById(button.getAttribute('aria-controls') ?? '');
    if (!(input instanceof HTMLInputElement)) return;
    const shown = input.type === 'password';
    input.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shown));
  });
};

const classes = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** Which rules a new password meets, while it is typed. */
const passwordRules = (): void => {
  for (const list of all('[data-password-rules]')) {
    const input = document.getElementById(list.dataset.passwordRules ?? '') as HTMLInputElement | null;
    const update = (): void => {
      for (const rule of all('[data-rule]', list)) {
        const { minLength, minClasses, sameAs } = rule.dataset;
        const typed = input?.value ?? '';
        const other = sameAs ? (document.getElementById(sameAs) as HTMLInputElement | null) : null;
        const met =
          [...typed].length >= Number(minLength ?? 1) &&
          classes.filter((kind) => kind.test(typed)).length >= Number(minClasses ?? 0) &&
          (!other || other.value === typed);
        rule.classList.toggle('met', met);
        for (const mark of all('[data-met]', rule)) mark.hidden = (mark.dataset.met === 'yes') !== met;
      }
    };
    document.addEventListener('input', update);
    update();
  }
};

export const hints = (): void => {
  helpMarks();
  showPassword();
  passwordRules();
};
