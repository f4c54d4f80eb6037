import { controlsIn, isChanged, takeBack } from './controls.ts';
import { all, on } from './on.ts';

const edit = (field: HTMLElement): void => {
  toggle(field, true);
  const first = controlsIn(field).find((control) => control.type !== 'hidden');
  first?.focus();
  if (first instanceof HTMLInputElement && first.type === 'text') first.select();
};

const toggle = (field: HTMLElement, editing: boolean): void => {
  for (const view of all('[data-inline-view]', field)) view.hidden = editing;
  for (const editor of all('[data-inline-editor]', field)) editor.hidden = !editing;
  const form = field.closest('form');
  const open = form ? all('[data-inline-editor]:not([hidden])', form).length > 0 : false;
  if (form) for (const bar of all('.form-actions', form)) bar.hidden = !open;
};

const undo = (field: HTMLElement): void => {
  for (const control of controlsIn(field)) takeBack(control);
  toggle(field, false);
  field.querySelector<HTMLElement>('[data-inline-edit]')?.focus();
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

/** Edits a record in place: double click or the pencil opens a field, 「戻るマーク」 takes its value back. */
export const inline = (): void => {
  for (const field of all('[data-inline]')) toggle(field, field.querySelector('[aria-invalid]') !== null);
  on('dblclick', '[data-inline-view]', (view) => {
    const field = view.closest<HTMLElement>('[data-inline]');
    if (field) edit(field);
  });
  on('click', '[data-inline-edit]', (button) => {
    const field = button.closest<HTMLElement>('[data-inline]');
    if (field) edit(field);
  });
  on('click', '[data-inline-undo]', (button) => {
    const field = button.closest<HTMLElement>('[data-inline]');
    if (field) undo(field);
  });
  on('keydown', '[data-inline-editor]', (editor, event) => {
    const field = editor.closest<HTMLElement>('[data-inline]');
    if (event.key === 'Escape' && field && !controlsIn(field).some(isChanged)) undo(field);
  });
};
