/** 「お問い合わせ作成」: shows the details of the chosen 分類 and the fields of the chosen 依頼事項 (MC-7). */
const category = document.querySelector<HTMLSelectElement>('select[data-category]');
const detail = document.querySelector<HTMLSelectElement>('select[data-detail]');
const request = document.querySelector<HTMLSelectElement>('select[data-request]');
const part = document.querySelector<HTMLElement>('[data-request-part]');
const needs = [...document.querySelectorAll<HTMLElement>('[data-needed-for]')];
const details = [...(detail?.options ?? [])];

/** Only options that belong to the category stay; Safari keeps hidden ones, so the others are taken out. */
const narrow = (): void => {
  if (!category || !detail) return;
  const chosen = detail.value;
  const fitting = details.filter(
    ({ value }) => value === '' || category.value === '' || value.startsWith(`${category.value}.`),
  );
  detail.replaceChildren(...fitting);
  detail.value = fitting.some(({ value }) => value === chosen) ? chosen : '';
};

const showNeeded = (): void => {
  const applies = detail?.value === detail?.dataset.detail;
  if (part) part.hidden = !applies;
  for (const need of needs) need.hidden = !need.dataset.neededFor?.split(' ').includes(request?.value ?? '');
};

const update = (): void => {
  narrow();
  showNeeded();
};
for (const select of [category, detail, request]) select?.addEventListener('change', update);
// Back and forward bring choices back without an event.
window.addEventListener('pageshow', update);
update();
