import { all, on } from './on.ts';

/** Turns the question that came open from the server into a modal one; 「キャンセル」 and Esc only close it. */
export const dialogs = (): void => {
  for (const dialog of all<HTMLDialogElement>('dialog[data-confirm]')) {
    dialog.removeAttribute('open');
    dialog.showModal();
    dialog.querySelector<HTMLElement>('h2')?.focus();
    dialog.addEventListener('close', () => {
      dialog.closest('form')?.querySelector<HTMLElement>('.form-actions .button-primary')?.focus();
    });
  }
  on('click', '[data-dialog-cancel]', (button, event) => {
    event.preventDefault();
    button.closest('dialog')?.close();
  });
  on('click', '[data-dialog-open]', (button) => {
    const dialog = document.getElementById(button.dataset.dialogOpen ?? '');
    if (dialog instanceof HTMLDialogElement) dialog.showModal();
  });
};
