import { z } from 'zod';
import { action, done, page, type Route } from '../../platform/http/index.ts';
import { changePassword, checkOwnPassword } from './change-password.service.ts';
import { listAccountEvents } from './events.store.ts';
import { mailChangedPage } from './mail-changed.page.tsx';
import { loadOpenMailChange, voidMailChanges } from './mail-changes.store.ts';
import { ownAccount } from './own-account.service.ts';
import { ownPasswordPage } from './own-password.page.tsx';
import { ownPasswordForm } from './password.form.ts';
import { mark } from './route-queries.ts';
import { savePersonal } from './save-personal.service.ts';
import { personalForm, takeBackChangeForm } from './settings.form.ts';
import { eventsPage, personalMenuPage, personalPage, settingsPage } from './settings.page.tsx';

const permission = 'account.own';
const eventsShown = 100;

const settings = page({
  path: '/settings',
  permission,
  query: z.object({ changed: z.string().optional().catch(undefined) }),
  load: async (ctx, { query }) => ({ account: await ownAccount(ctx), changed: query.changed === 'password' }),
  view: settingsPage,
});
const personal = page({
  path: '/settings/personal/information',
  permission,
  query: z.object({ saved: mark, back: mark }),
  load: async (ctx, { query }) => ({
    account: await ownAccount(ctx),
    change: await loadOpenMailChange(ctx.tx, ctx.actor.userId, ctx.now),
    saved: query.saved,
    takenBack: query.back,
  }),
  view: personalPage,
});
const ownPassword = page({
  path: '/settings/password',
  permission,
  load: async () => undefined,
  view: ownPasswordPage,
});
/** 「私の設定」: the person's own data, password, and what happened to the account. */
export const settingsRoutes: readonly Route[] = [
  settings,
  page({ path: '/settings/personal', permission, load: async () => undefined, view: personalMenuPage }),
  personal,
  action({
    path: '/settings/personal/information',
    permission,
    audit: 'personal.save',
    form: personalForm,
    page: personal,
    run: (ctx, { input }) => savePersonal(ctx, input),
  }),
  action({
    path: '/settings/personal/information/take-back',
    permission,
    audit: 'mail-change.take-back',
    form: takeBackChangeForm,
    page: personal,
    run: async (ctx) => {
      ctx.note(`user:${ctx.actor.userId}`);
      await voidMailChanges(ctx.tx, ctx.actor.userId, ctx.now);
      return done('/settings/personal/information?back=1');
    },
  }),
  page({
    path: '/mail-changed',
    permission,
    plain: true,
    load: async (ctx) => ({ email: (await ownAccount(ctx)).email }),
    view: mailChangedPage,
  }),
  ownPassword,
  action({
    path: '/settings/password',
    permission,
    audit: 'password.change',
    form: ownPasswordForm,
    page: ownPassword,
    prepare: (input, tools) => checkOwnPassword(tools, input),
    run: (ctx, { prepared, wire }) => changePassword(ctx, { checked: prepared, wire }),
  }),
  page({
    path: '/settings/events',
    permission,
    load: async ({ tx, actor }) => ({ events: await listAccountEvents(tx, actor.userId, eventsShown) }),
    view: eventsPage,
  }),
];
