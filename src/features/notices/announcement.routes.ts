import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import { action, page, type Route } from '../../platform/http/index.ts';
import { announcementForm, publishForm, withdrawForm } from './announcement.form.ts';
import { announcementDone, announcementPage } from './announcement.page.tsx';
import { announcementEditPage } from './announcement-edit.page.tsx';
import { announcementListPage } from './announcement-list.page.tsx';
import { countAudience, countReaders, loadAnnouncementsOf, loadHistory } from './announcements.store.ts';
import { publishAnnouncement, withdrawAnnouncement } from './publish-announcement.service.ts';
import { changeAnnouncement, createAnnouncement, ownAnnouncement } from './save-announcement.service.ts';

const permission = 'announcement.write';
const pageSize = 50;
const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const params = z.object({ id });
const dones = Object.keys(announcementDone) as (keyof typeof announcementDone)[];

const fresh = page({
  path: '/announcements/new',
  permission,
  load: async () => null,
  view: announcementEditPage,
});
const one = page({
  path: '/announcements/:id',
  permission,
  params,
  query: z.object({ done: z.enum(dones).nullable().catch(null) }),
  load: async (ctx, { params, query }) => {
    const it = await ownAnnouncement(ctx, params.id);
    return {
      it,
      history: await loadHistory(ctx.tx, it.id),
      organisations: await countAudience(ctx.tx, it),
      readers: await countReaders(ctx.tx, it),
      done: query.done,
    };
  },
  view: announcementPage,
});
const edit = page({
  path: '/announcements/:id/edit',
  permission,
  params,
  load: async (ctx, { params }) => {
    const it = await ownAnnouncement(ctx, params.id);
    if (it.state === 'withdrawn') throw notFound();
    return it;
  },
  view: announcementEditPage,
});

/** 「お知らせの作成」: what an organisation writes for those it may reach. */
export const announcementRoutes: readonly Route[] = [
  page({
    path: '/announcements',
    permission,
    query: z.object({ before: id.optional().catch(undefined) }),
    load: async ({ tx, actor }, { query }) => {
      const rows = await loadAnnouncementsOf(tx, actor.org.id, pageSize + 1, query.before);
      return { announcements: rows.slice(0, pageSize), more: rows.length > pageSize };
    },
    view: announcementListPage,
  }),
  fresh,
  action({
    path: '/announcements/new',
    permission,
    audit: 'announcement.create',
    form: announcementForm,
    page: fresh,
    run: (ctx, { input }) => createAnnouncement(ctx, input),
  }),
  one,
  edit,
  action({
    path: '/announcements/:id/edit',
    permission,
    params,
    audit: 'announcement.change',
    form: announcementForm,
    page: edit,
    run: (ctx, { params, input }) => changeAnnouncement(ctx, params.id, input),
  }),
  action({
    path: '/announcements/:id/publish',
    permission,
    params,
    audit: 'announcement.publish',
    form: publishForm,
    page: one,
    run: (ctx, { params }) => publishAnnouncement(ctx, params.id),
  }),
  action({
    path: '/announcements/:id/withdraw',
    permission,
    params,
    audit: 'announcement.withdraw',
    form: withdrawForm,
    page: one,
    run: (ctx, { params }) => withdrawAnnouncement(ctx, params.id),
  }),
];
