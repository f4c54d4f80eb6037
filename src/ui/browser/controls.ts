import type { Control } from './on.ts';

/** The inputs of a form or a part of it that a person fills in. */
export const controlsIn = (part: ParentNode): Control[] =>
  [...part.querySelectorAll<Control>('input, select, textarea')].filter(
    (control) => control.type !== 'hidden' || 'lookupId' in control.dataset,
  );

const defaultOption = (select: HTMLSelectElement): HTMLOptionElement | undefined =>
  [...select.options].find((option) => option.defaultSelected) ?? select.options[0];

/** Differs from what the page came with. */
export const isChanged = (control: Control): boolean => {
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0] !== defaultOption(control);
  if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type))
    return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
};

/** Back to what the page came with. */
export const takeBack = (control: Control): void => {
  if (control instanceof HTMLSelectElement) control.value = defaultOption(control)?.value ?? '';
  else if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type))
    control.checked = control.defaultChecked;
  else control.value = control.defaultValue;
};
