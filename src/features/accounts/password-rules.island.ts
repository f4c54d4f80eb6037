import { brokenRules, countClasses, minimumClasses, type PasswordRule } from './password-rules.ts';

/** Known to the server only: checked when the form is sent. */
const servers = new Set(['user-name', 'common', 'former']);

/** Says while typing which rules of a password are met (M1.2-4). */
const words = (rule: string, password: string): string => {
  if (password === '' || servers.has(rule)) return '';
  if (!brokenRules(password).includes(rule as PasswordRule)) return '：満たしています';
  return rule === 'classes' ? `：まだです（いま${countClasses(password)}種類／${minimumClasses}種類）` : '：まだです';
};

for (const list of document.querySelectorAll<HTMLElement>('[data-password-rules]')) {
  const input = document.getElementById(list.dataset.passwordRules ?? '');
  if (!(input instanceof HTMLInputElement)) continue;
  list.setAttribute('aria-live', 'polite');
  const show = (): void => {
    for (const item of list.querySelectorAll<HTMLElement>('[data-rule]')) {
      const state = item.querySelector('[data-state]');
      if (state) state.textContent = words(item.dataset.rule ?? '', input.value);
    }
  };
  input.addEventListener('input', show);
  show();
}
