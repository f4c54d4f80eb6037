import { make } from './on.ts';

type Day = { readonly year: number; readonly month: number; readonly day: number };

const weekdays = '日月火水木金土';
const two = (n: number): string => String(n).padStart(2, '0');
export const written = ({ year, month, day }: Day): string => `${year}/${two(month)}/${two(day)}`;

/** Days in UTC, so that no time zone moves them. */
const utc = ({ year, month, day }: Day): Date => new Date(Date.UTC(year, month - 1, day));
const fromUtc = (date: Date): Day => ({
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
});
const plusDays = (day: Day, n: number): Day => fromUtc(utc({ ...day, day: day.day + n }));

export const readDay = (text: string): Day | null => {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return written(fromUtc(utc(day))) === written(day) ? day : null;
};

export type CalendarOptions = {
  readonly chosen: Day | null;
  readonly today: Day;
  readonly pick: (text: string) => void;
  readonly close: () => void;
};

/** One month as a table of buttons; arrows move by day and week, Page Up/Down by month. */
export const calendar = ({ chosen, today, pick, close }: CalendarOptions): HTMLElement => {
  const box = make('div', { class: 'calendar', role: 'dialog', 'aria-label': 'カレンダー' });
  let at = chosen ?? today;

  const button = (day: Day): HTMLButtonElement => {
    const date = utc(day);
    const other = day.month !== at.month;
    const element = make(
      'button',
      {
        type: 'button',
        tabindex: written(day) === written(at) ? '0' : '-1',
        'data-day': written(day),
        'aria-label': `${written(day)}（${weekdays[date.getUTCDay()]}）`,
        'aria-pressed': String(chosen !== null && written(day) === written(chosen)),
        ...(other && { class: 'other-month' }),
        ...(written(day) === written(today) && { 'aria-current': 'date' }),
      },
      String(day.day),
    );
    element.addEventListener('click', () => pick(written(day)));
    return element;
  };

  const turn = (label: string, mark: string, months: number): HTMLButtonElement => {
    const element = make('button', { type: 'button', 'aria-label': label }, mark);
    element.addEventListener('click', () => show(sameDayOf(months), false));
    return element;
  };

  const sameDayOf = (months: number): Day => {
    const first = fromUtc(utc({ year: at.year, month: at.month + months, day: 1 }));
    const last = fromUtc(utc({ ...first, month: first.month + 1, day: 0 })).day;
    return { ...first, day: Math.min(at.day, last) };
  };

  const show = (day: Day, focus: boolean): void => {
    at = day;
    const first = utc({ ...at, day: 1 });
    const start = plusDays(fromUtc(first), -first.getUTCDay());
    const body = make('tbody');
    for (let week = 0; week < 6; week += 1) {
      const row = make('tr');
      for (let i = 0; i < 7; i += 1) row.append(make('td', {}, button(plusDays(start, week * 7 + i))));
      body.append(row);
    }
    const names = make('tr');
    for (const name of weekdays) names.append(make('th', { scope: 'col' }, name));
    box.replaceChildren(
      make(
        'div',
        { class: 'calendar-head' },
        turn('前の月', '＜', -1),
        make('span', { 'aria-live': 'polite' }, `${at.year}年${at.month}月`),
        turn('次の月', '＞', 1),
      ),
      make('table', {}, make('thead', {}, names), body),
    );
    if (focus) box.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };

  const steps: Record<string, () => Day> = {
    ArrowLeft: () => plusDays(at, -1),
    ArrowRight: () => plusDays(at, 1),
    ArrowUp: () => plusDays(at, -7),
    ArrowDown: () => plusDays(at, 7),
    PageUp: () => sameDayOf(-1),
    PageDown: () => sameDayOf(1),
  };
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    const step = (event.target as HTMLElement).dataset.day ? steps[event.key] : undefined;
    if (!step) return;
    event.preventDefault();
    show(step(), true);
  });
  // The field keeps the focus while the calendar is used by pointer, so that typing goes on working.
  box.addEventListener('pointerdown', (event) => event.preventDefault());
  box.addEventListener('mousedown', (event) => event.preventDefault());
  show(at, false);
  return box;
};
