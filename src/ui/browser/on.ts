/** Listens once on the document for all elements that match, now and later. */
export const on = <K extends keyof DocumentEventMap>(
  type: K,
  selector: string,
  run: (element: HTMLElement, event: DocumentEventMap[K]) => void,
  options?: AddEventListenerOptions,
): void => {
  document.addEventListener(
    type,
    (event) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
      if (target) run(target, event);
    },
    options,
  );
};

export const all = <E extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): E[] => [
  ...within.querySelectorAll<E>(selector),
];

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The same as if a person had typed it. */
export const type = (input: Control, value: string): void => {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

type Content = string | Node;
/** A new element with attributes and content. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: Content[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
};
