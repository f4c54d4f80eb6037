import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A whole page as text, ready to be sent. */
export const renderPage = (page: VNode): string => `<!doctype html>\n${renderToString(page)}`;
