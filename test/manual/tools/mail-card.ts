/** A mail as the picture of a mail program shows it, with its URL or its code to be ringed. */
import type { Locator, Page } from '@playwright/test';
import type { Mail } from '../../support/journey.ts';
import type { MailStep } from '../model.ts';
import { inHtml } from './html.ts';

const style = `body { margin: 24px; background: #f2f2f2; color: #333; font: 16px/1.8 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif; }
  article { padding: 16px 24px; border: 1px solid #949494; border-radius: 8px; background: #fff; }
  dl { display: grid; grid-template-columns: 5em 1fr; margin: 0; padding-bottom: 12px; border-bottom: 1px solid #949494; }
  dt { font-weight: 700; } dd { margin: 0; } pre { margin: 16px 0 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }`;

/** The mail's words; addresses of the walk become those a reader knows, long tokens are cut. */
const words = (text: string): string =>
  text
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'https://v-sys.example.jp')
    .replace(/([?&]\w+=[\w-]{12})[\w-]+/g, '$1…');

const marked = (text: string, mark: MailStep['mark']): string => {
  const found = mark === 'url' ? /https?:\/\/[^\s]+/.exec(text) : /\b\d{6}\b/.exec(text);
  if (!found || mark === 'subject') return inHtml(text);
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  return `${inHtml(before)}<mark id="mark">${inHtml(found[0])}</mark>${inHtml(after)}`;
};

export const showMail = async (page: Page, mail: Mail, mark: MailStep['mark']): Promise<Locator> => {
  const body = marked(words(mail.text), mark);
  await page.setContent(`<!doctype html><html lang="ja"><style>${style} mark { background: none; color: inherit; }</style>
    <body><article class="mail"><dl><dt>送信元</dt><dd>${inHtml(mail.from)}</dd><dt>宛先</dt><dd>${inHtml(mail.to)}</dd>
    <dt>件名</dt><dd><span id="subject">${inHtml(mail.subject)}</span></dd></dl><pre>${body}</pre></article></body></html>`);
  return mark === 'subject' ? page.locator('#subject') : page.locator('#mark');
};
