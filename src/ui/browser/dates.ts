import { calendar, readDay, written } from './calendar.ts';
import { on, type } from './on.ts';

let opened: { box: HTMLElement; host: HTMLElement; input: HTMLInputElement } | undefined;

const close = (): void => {
  opened?.box.remove();
  opened = undefined;
};

const now = (): { year: number; month: number; day: number } => {
  const date = new Date();
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
};

const open = (input: HTMLInputElement): void => {
  if (opened?.input === input || input.readOnly || input.disabled) return;
  close();
  const host = input.closest<HTMLElement>('[data-date]');
  if (!host) return;
  const box = calendar({
    chosen: readDay(input.value),
    today: readDay(host.dataset.today ?? '') ?? now(),
    pick: (text) => {
      type(input, text);
      close();
      input.focus();
    },
    close: () => {
      close();
      input.focus();
    },
  });
  host.append(box);
  opened = { box, host, input };
  place();
};

/** Fixed, so that a scrolling table does not cut it off; above the field where there is no room below. */
const place = (): void => {
  if (!opened) return;
  const { box, input } = opened;
  const field = input.getBoundingClientRect();
  const below = field.bottom + 4;
  const fits = below + box.offsetHeight <= innerHeight || field.top < box.offsetHeight;
  box.style.top = `${fits ? below : field.top - 4 - box.offsetHeight}px`;
  box.style.left = `${Math.max(8, Math.min(field.left, document.documentElement.clientWidth - box.offsetWidth - 8))}px`;
};

/** Pressing a date field opens a calendar; typing in the field goes on working beside it. */
export const dates = (): void => {
  on('click', '[data-date-input]', (input) => open(input as HTMLInputElement));
  on('keydown', '[data-date-input]', (input, event) => {
    if (event.key === 'Escape' && opened) {
      event.preventDefault();
      close();
    }
    if (event.key !== 'ArrowDown' || input.closest('[data-grid]')) return;
    event.preventDefault();
    open(input as HTMLInputElement);
    opened?.box.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });
  on('input', '[data-date-input]', () => close());
  on('click', '[data-date-today]', (button) => {
    const input = button.closest('[data-date]')?.querySelector<HTMLInputElement>('[data-date-input]');
    if (!input) return;
    type(input, button.dataset.dateToday ?? written(now()));
    close();
    input.focus();
  });
  document.addEventListener('focusin', (event) => {
    if (opened && !opened.host.contains(event.target as Node)) close();
  });
  document.addEventListener('pointerdown', (event) => {
    if (opened && !opened.host.contains(event.target as Node)) close();
  });
  addEventListener('scroll', place, { capture: true, passive: true });
  addEventListener('resize', place);
};
