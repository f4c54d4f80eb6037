/** Chapter 1.5 ④: お知らせ, and the mail that says the same. */
import type { News } from './notices.ts';

declare module '../../kernel/event.ts' {
  interface Events {
    /** Something that an organisation must know, or many at once: kept under 「お知らせ」 and mailed, once an event. */
    'news.told': News | readonly News[];
  }
}

export { NewsPanel } from './notices.page.tsx';
export { loadNotices } from './notices.store.ts';
export { type News, type Notice, noticeHref } from './notices.ts';
export { noticesRoom } from './routes.ts';
export { isReadOnly } from './standing.store.ts';
export { waitWhileReadOnly } from './wait-while-read-only.service.ts';
export { watchStanding } from './watch-standing.service.ts';
