import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import { page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { announcementRoutes } from './announcement.routes.ts';
import { loadAnnouncement, markAnnouncementRead } from './announcements.store.ts';
import { concerns, isShownNow } from './announcements.ts';
import { mailAnnouncements } from './mail-announcements.service.ts';
import { maintenanceRoutes } from './maintenance.routes.ts';
import { noticePage, noticesPage, writtenNoticePage } from './notices.page.tsx';
import { loadNotice, loadNotices, markRead } from './notices.store.ts';
import { readPlace } from './notices.ts';
import { sendNews } from './send-news.service.ts';
import { isReadOnly } from './standing.store.ts';

const pageSize = 50;

export const noticesRoom: Room = {
  name: 'notices',
  on: { 'news.told': sendNews },
  due: mailAnnouncements,
  routes: [
    page({
      path: '/notices',
      permission: 'notices.read',
      query: z.object({ before: z.string().catch('').transform(readPlace) }),
      load: async ({ tx, actor, now }, { query }) => {
        const notices = await loadNotices(tx, actor, now, pageSize + 1, query.before);
        return { notices: notices.slice(0, pageSize), more: notices.length > pageSize };
      },
      view: noticesPage,
    }),
    page({
      path: '/notices/:id',
      permission: 'notices.read',
      params: z.object({ id: z.coerce.number().int().positive() }),
      load: async ({ tx, actor, now }, { params }) => {
        const notice = await loadNotice(tx, actor.org.id, params.id);
        if (!notice) throw notFound();
        if (!(await isReadOnly(tx))) await markRead(tx, notice.id, actor.userId, now);
        return notice;
      },
      view: noticePage,
    }),
    page({
      path: '/notices/written/:id',
      permission: 'notices.read',
      params: z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
      load: async ({ tx, actor, now }, { params }) => {
        const written = await loadAnnouncement(tx, params.id);
        if (!written || !isShownNow(written, now) || !concerns(written, actor)) throw notFound();
        if (!(await isReadOnly(tx))) await markAnnouncementRead(tx, written, actor.userId, now);
        return written;
      },
      view: writtenNoticePage,
    }),
    ...announcementRoutes,
    ...maintenanceRoutes,
  ],
};
