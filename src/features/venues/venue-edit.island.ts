/** 「住所自動入力」 and 「住所確定」 without leaving the page: the server answers the page, only this part is taken over. */
const partId = 'delivery-address';

const press = async (button: HTMLButtonElement, form: HTMLFormElement): Promise<void> => {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  body.append(button.name, button.value);
  const answer = await fetch(button.formAction, { method: 'POST', body, headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [fresh, old] = [page.getElementById(partId), document.getElementById(partId)];
  if (!answer.ok || !fresh || !old) throw new Error(String(answer.status));
  old.replaceWith(document.adoptNode(fresh));
  form.dataset.guard = 'unsaved';
  const wrong = fresh.querySelector<HTMLElement>('[aria-invalid="true"]');
  const next = fresh.querySelector<HTMLElement>(
    button.value === 'confirm' ? '#venue-deliveryAddress' : 'select, #venue-deliveryStreetInput',
  );
  (wrong ?? next)?.focus();
};

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-address]') : null;
  const form = button?.form;
  if (!button || !form) return;
  event.preventDefault();
  // Where the answer does not come, the whole page is sent as without script.
  press(button, form).catch(() => form.requestSubmit(button));
});
