import { toHtml } from './markdown.ts';

/** Shows what readers will see while an article is being written. */
const source = document.querySelector<HTMLTextAreaElement>('textarea[data-markdown]');
const target = document.querySelector('[data-markdown-preview] .prose');

const show = (): void => {
  if (source && target) target.innerHTML = toHtml(source.value);
};

source?.addEventListener('input', show);
// Back and forward bring typed text back without an event.
window.addEventListener('pageshow', show);
