import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import { action, done, page, type Route } from '../../platform/http/index.ts';
import { tryOwnPassword } from './check-own-password.service.ts';
import { confirmTotpCode } from './confirm-totp.service.ts';
import { loadApp } from './load-app.service.ts';
import { loadSecurity } from './load-security.service.ts';
import { deletePasskey } from './passkeys.store.ts';
import { checkRegistration, registerPasskey } from './register-passkey.service.ts';
import { numbered } from './route-queries.ts';
import { deleteTotp } from './second-factors.store.ts';
import { appPage, securityPage } from './security.page.tsx';
import { setUpTotp } from './set-up-totp.service.ts';
import { addPasskeyForm, confirmAppForm, removeAppForm, removePasskeyForm, setUpAppForm } from './settings.form.ts';

const permission = 'account.own';

const security = page({
  path: '/settings/security',
  permission,
  query: z.object({ done: z.enum(['app', 'passkey', 'removed']).nullable().catch(null) }),
  load: (ctx, { query }) => loadSecurity(ctx, query),
  view: securityPage,
});
const app = page({ path: '/settings/security/app', permission, load: loadApp, view: appPage });
/** 「パスキーと認証アプリ」: what may stand in for mailed codes. */
export const securityRoutes: readonly Route[] = [
  security,
  action({
    path: '/settings/security/app/begin',
    permission,
    audit: 'app.set-up',
    form: setUpAppForm,
    page: security,
    prepare: ({ current }, tools) => tryOwnPassword(tools, current),
    run: (ctx, { prepared }) => setUpTotp(ctx, prepared),
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
      own: await tryOwnPassword(tools, passkeyCurrent),
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
];
