import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import { page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { maintenanceRoutes } from './maintenance.routes.ts';
import { noticePage, noticesPage } from './notices.page.tsx';
import { loadNotice, loadNotices, markRead } from './notices.store.ts';
import { sendNews } from './send-news.service.ts';
import { isReadOnly } from './standing.store.ts';

const pageSize = 50;

export const noticesRoom: Room = {
  name: 'notices',
  on: { 'news.told': sendNews },
  routes: [
    page({
      path: '/notices',
      permission: 'notices.read',
      query: z.object({ before: z.coerce.number().int().positive().optional() }),
      load: async ({ tx, actor }, { query }) => {
        const notices = await loadNotices(tx, actor.org.id, actor.userId, pageSize + 1, query.before);
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
    ...maintenanceRoutes,
  ],
};
