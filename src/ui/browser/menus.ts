import { all, make } from './on.ts';

/** Menus close when something else is pressed, and by Esc. */
export const menus = (): void => {
  document.addEventListener('click', (event) => {
    for (const menu of all<HTMLDetailsElement>('details[data-menu][open]'))
      if (!menu.contains(event.target as Node)) menu.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of all<HTMLDetailsElement>('details[data-menu][open]')) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
};

/** Moves the tabs that do not fit behind ▼. */
export const tabs = (): void => {
  for (const nav of all('[data-tabs]')) overflow(nav);
};

const overflow = (nav: HTMLElement): void => {
  const list = nav.querySelector<HTMLElement>('ul');
  if (!list) return;
  const items = all(':scope > li', list);
  const summary = make(
    'summary',
    { class: 'tab', 'aria-label': '▼ その他のタブ' },
    make('span', { 'aria-hidden': 'true' }, '▼'),
  );
  const menu = make('ul', { class: 'menu' });
  const more = make('details', { class: 'tabs-more', 'data-menu': '' }, summary, menu);
  nav.classList.add('tabs-fit');
  nav.append(more);

  const refit = (): void => {
    list.append(...items);
    for (const item of items) item.firstElementChild?.setAttribute('class', 'tab');
    more.hidden = true;
    if (list.scrollWidth <= list.clientWidth + 1) return;
    more.hidden = false;
    const width = list.clientWidth;
    const moved = items.filter((item) => item.offsetLeft - list.offsetLeft + item.offsetWidth > width);
    for (const item of moved) item.firstElementChild?.setAttribute('class', 'menu-item');
    menu.replaceChildren(...moved);
    summary.classList.toggle(
      'has-current',
      moved.some((item) => item.querySelector('[aria-current]')),
    );
  };
  refit();
  new ResizeObserver(refit).observe(nav);
};
