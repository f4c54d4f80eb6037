import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import { action, done, page, type Route } from '../../platform/http/index.ts';
import { devicesPage } from './devices.page.tsx';
import { ownAccount } from './own-account.service.ts';
import { forgetBrowsers, listBrowsers } from './remembered-browsers.store.ts';
import { mayRemember } from './remembered-browsers.ts';
import { mark, numbered } from './route-queries.ts';
import { endOtherSessions, endSessionById, listSessions } from './sessions.store.ts';
import { endSessionForm } from './settings.form.ts';

const permission = 'account.own';

const devices = page({
  path: '/settings/devices',
  permission,
  query: z.object({ ended: mark }),
  load: async (ctx, { query, wire }) => ({
    sessions: await listSessions(ctx.tx, ctx.actor.userId, wire.cookies.sid, ctx.now),
    browsers: await listBrowsers(ctx.tx, ctx.actor.userId, ctx.now),
    mayRemember: mayRemember(await ownAccount(ctx)),
    ended: query.ended,
  }),
  view: devicesPage,
});
/** 「ログイン中の端末」: sessions and remembered browsers, and the end of one or all. */
export const deviceRoutes: readonly Route[] = [
  devices,
  action({
    path: '/settings/devices/:id/end',
    permission,
    audit: 'session.end-other',
    params: z.object({ id: z.string().regex(/^[0-9a-f]{1,64}$/) }),
    form: endSessionForm,
    page: devices,
    run: async (ctx, { params }) => {
      ctx.note(`user:${ctx.actor.userId}`);
      if (!(await endSessionById(ctx.tx, ctx.actor.userId, params.id, ctx.now))) throw notFound();
      return done('/settings/devices?ended=1');
    },
  }),
  action({
    path: '/settings/devices/end-others',
    permission,
    audit: 'session.end-other',
    form: endSessionForm,
    page: devices,
    run: async (ctx, { wire }) => {
      ctx.note(`user:${ctx.actor.userId}`);
      await endOtherSessions(ctx.tx, ctx.actor.userId, wire.cookies.sid, ctx.now);
      return done('/settings/devices?ended=1');
    },
  }),
  action({
    path: '/settings/devices/browsers/:id/forget',
    permission,
    audit: 'browser.forget',
    params: numbered,
    form: endSessionForm,
    page: devices,
    run: async (ctx, { params }) => {
      ctx.note(`user:${ctx.actor.userId}`);
      if ((await forgetBrowsers(ctx.tx, ctx.actor.userId, params.id)) === 0) throw notFound();
      return done('/settings/devices?ended=1');
    },
  }),
  action({
    path: '/settings/devices/forget-browsers',
    permission,
    audit: 'browser.forget',
    form: endSessionForm,
    page: devices,
    run: async (ctx) => {
      ctx.note(`user:${ctx.actor.userId}`);
      await forgetBrowsers(ctx.tx, ctx.actor.userId);
      return done('/settings/devices?ended=1');
    },
  }),
];
