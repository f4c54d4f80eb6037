import { z } from 'zod';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { action, done, openAction, openJson, type PrepareTools, page, type Route } from '../../platform/http/index.ts';
import { changePassword, checkOwnPassword } from './change-password.service.ts';
import { confirmTotpCode } from './confirm-totp.service.ts';
import { devicesPage } from './devices.page.tsx';
import { listAccountEvents } from './events.store.ts';
import { verifyPassword } from './hasher.ts';
import { keptFormsPage } from './kept-forms.page.tsx';
import { deleteKeptForms, offerKeptForms } from './kept-forms.store.ts';
import { loadApp } from './load-app.service.ts';
import { loadSecurity } from './load-security.service.ts';
import { mailChangedPage } from './mail-changed.page.tsx';
import { loadOpenMailChange, voidMailChanges } from './mail-changes.store.ts';
import { ownPasswordPage } from './own-password.page.tsx';
import { deletePasskey } from './passkeys.store.ts';
import { ownPasswordForm } from './password.form.ts';
import { checkRegistration, registerPasskey } from './register-passkey.service.ts';
import { forgetBrowsers, listBrowsers } from './remembered-browsers.store.ts';
import { mayRemember } from './remembered-browsers.ts';
import { savePersonal } from './save-personal.service.ts';
import { deleteTotp } from './second-factors.store.ts';
import { appPage, securityPage } from './security.page.tsx';
import { endOtherSessions, endSessionById, listSessions, loadSessionTimes } from './sessions.store.ts';
import { secondsLeft } from './sessions.ts';
import { setUpTotp } from './set-up-totp.service.ts';
import {
  addPasskeyForm,
  confirmAppForm,
  discardKeptForm,
  endSessionForm,
  keepSessionForm,
  personalForm,
  removeAppForm,
  removePasskeyForm,
  setUpAppForm,
  takeBackChangeForm,
} from './settings.form.ts';
import { eventsPage, personalMenuPage, personalPage, settingsPage } from './settings.page.tsx';
import { findCredentialsById, loadAccount } from './users.store.ts';

const permission = 'account.own';
const eventsShown = 100;
const mark = z
  .literal('1')
  .optional()
  .catch(undefined)
  .transform((value) => value === '1');
const numbered = z.object({ id: z.coerce.number().int().positive() });

const ownAccount = async ({ tx, actor }: Ctx) => {
  const account = await loadAccount(tx, actor.userId);
  if (!account) throw new Problem('signedOut');
  return account;
};

/** Is this the password of whoever is logged in? Asked again before something that opens the account is set up. */
const isOwnPassword = async ({ actor, read }: PrepareTools, typed: string): Promise<boolean> => {
  const kept = await read(({ tx }) => findCredentialsById(tx, actor?.userId ?? 0));
  return verifyPassword(kept?.passwordHash ?? null, typed);
};

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
const security = page({
  path: '/settings/security',
  permission,
  query: z.object({ done: z.enum(['app', 'passkey', 'removed']).nullable().catch(null) }),
  load: (ctx, { query }) => loadSecurity(ctx, query),
  view: securityPage,
});
const app = page({ path: '/settings/security/app', permission, load: loadApp, view: appPage });
const keptForms = page({
  path: '/kept-forms',
  permission,
  load: async ({ tx, actor, now }) => ({ forms: await offerKeptForms(tx, actor.userId, now) }),
  view: keptFormsPage,
});

/** 「私の設定」 and what belongs to one's own session. */
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
  security,
  action({
    path: '/settings/security/app/begin',
    permission,
    audit: 'app.set-up',
    form: setUpAppForm,
    page: security,
    prepare: ({ current }, tools) => isOwnPassword(tools, current),
    run: (ctx, { prepared }) => setUpTotp(ctx, { right: prepared }),
  }),
  app,
  action({
    path: '/settings/security/app',
    permission,
    audit: 'app.confirm',
    form: confirmAppForm,
    page: app,
    run: (ctx, { input }) => confirmTotpCode(ctx, input),
  }),
  action({
    path: '/settings/security/app/remove',
    permission,
    audit: 'app.remove',
    form: removeAppForm,
    page: security,
    run: async (ctx) => {
      ctx.note(`user:${ctx.actor.userId}`);
      await deleteTotp(ctx.tx, ctx.actor.userId);
      return done('/settings/security?done=removed');
    },
  }),
  action({
    path: '/settings/security/passkeys',
    permission,
    audit: 'passkey.add',
    form: addPasskeyForm,
    page: security,
    prepare: async ({ passkeyCurrent, answer }, tools) => ({
      right: await isOwnPassword(tools, passkeyCurrent),
      made: await checkRegistration({ ...tools, userId: tools.actor?.userId ?? 0 }, answer),
    }),
    run: (ctx, { input, prepared }) => registerPasskey(ctx, { ...prepared, name: input.name }),
  }),
  action({
    path: '/settings/security/passkeys/:id/remove',
    permission,
    audit: 'passkey.remove',
    params: numbered,
    form: removePasskeyForm,
    page: security,
    run: async (ctx, { params }) => {
      ctx.note(`user:${ctx.actor.userId}`);
      if (!(await deletePasskey(ctx.tx, ctx.actor.userId, params.id))) throw notFound();
      return done('/settings/security?done=removed');
    },
  }),
  page({
    path: '/settings/events',
    permission,
    load: async ({ tx, actor }) => ({ events: await listAccountEvents(tx, actor.userId, eventsShown) }),
    view: eventsPage,
  }),
  keptForms,
  action({
    path: '/kept-forms/:id/discard',
    permission,
    audit: 'kept-form.discard',
    params: numbered,
    form: discardKeptForm,
    page: keptForms,
    run: async (ctx, { params }) => {
      ctx.note(`user:${ctx.actor.userId}`);
      await deleteKeptForms(ctx.tx, ctx.actor.userId, params.id);
      return done('/kept-forms');
    },
  }),
  openJson({
    path: '/session/left',
    quiet: true,
    load: async ({ tx, now }, { wire }) => {
      const times = await loadSessionTimes(tx, wire.cookies.sid, now);
      return times ? secondsLeft(times, now) : { left: 0, longest: 0 };
    },
  }),
  openAction({
    path: '/session/keep',
    audit: 'session.keep',
    form: keepSessionForm,
    page: settings,
    run: async (ctx) => {
      if (ctx.actor) ctx.note(`user:${ctx.actor.userId}`);
      return done('/session/left');
    },
  }),
];
