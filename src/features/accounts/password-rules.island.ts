import { brokenRules, countClasses, minimumClasses, type PasswordRule } from './password-rules.ts';

/** Says while typing which rules of a password are met (M1.2-4). The user name is known to the server only. */
const words = (rule: string, password: string): string => {
  if (password === '' || rule === 'user-name') return '';
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
