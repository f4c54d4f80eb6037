import { z } from 'zod';
import { openAction, openPage } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { beginSignIn } from './begin-sign-in.service.ts';
import { checkLogin } from './check-login.service.ts';
import { checkPasskey } from './check-passkey.service.ts';
import { mailChangeCodeForm, resendCodeForm, secondCodeForm, signInCodeForm } from './code.form.ts';
import { signInCodePage, verifyIdPage } from './code.page.tsx';
import { deviceRoutes } from './devices.routes.ts';
import { finishPhonePage } from './finish-phone-page.service.ts';
import { firstLoginRoutes } from './first-login.routes.ts';
import { forgetOld } from './forget-old.job.ts';
import { loadLogin } from './load-login.service.ts';
import { loadSecond } from './load-second.service.ts';
import { loginForm, logoutForm, passkeyForm } from './login.form.ts';
import { loginPage } from './login.page.tsx';
import { expiredPasswordPage } from './new-password.page.tsx';
import { newPasswordForm } from './password.form.ts';
import { personChangePage } from './person-change.page.tsx';
import { phonePage } from './phone.page.tsx';
import { preparePassword } from './prepare-password.service.ts';
import { resendCode } from './resend-code.service.ts';
import { resetRoutes } from './reset.routes.ts';
import { mark, optionalText } from './route-queries.ts';
import { secondPage } from './second.page.tsx';
import { securityRoutes } from './security.routes.ts';
import { sessionRoutes } from './session.routes.ts';
import { setPassword } from './set-password.service.ts';
import { phonePageForm } from './settings.form.ts';
import { settingsRoutes } from './settings.routes.ts';
import { signInByPasskey } from './sign-in-by-passkey.service.ts';
import { signOut } from './sign-out.service.ts';
import { verifyMailChange } from './verify-mail-change.service.ts';
import { verifySecondCode } from './verify-second-code.service.ts';
import { verifySignInCode } from './verify-sign-in-code.service.ts';

const login = openPage({
  path: '/login',
  plain: true,
  query: z.object({ to: optionalText, expired: mark, mail: optionalText }),
  load: (ctx, { query }) => loadLogin(ctx, query),
  view: loginPage,
});
const second = openPage({ path: '/login/second', plain: true, load: loadSecond, view: secondPage });
const verifyId = openPage({
  path: '/login/verify-id',
  plain: true,
  query: z.object({ sent: mark }),
  load: async (_ctx, { query }) => query,
  view: verifyIdPage,
});
const expiredPassword = openPage({
  path: '/login/password',
  plain: true,
  load: async () => undefined,
  view: expiredPasswordPage,
});
const phone = openPage({ path: '/login/phone', plain: true, load: async () => undefined, view: phonePage });
const signInCode = openPage({
  path: '/login/code',
  plain: true,
  query: z.object({ sent: mark }),
  load: async (_ctx, { query }) => query,
  view: signInCodePage,
});

export const accountsRoom: Room = {
  name: 'accounts',
  routes: [
    login,
    openAction({
      path: '/login',
      whileReadOnly: true,
      audit: 'session.begin',
      form: loginForm,
      page: login,
      prepare: (input, tools) => checkLogin(tools, input),
      run: (ctx, { input, prepared, wire }) =>
        beginSignIn(ctx, { verdict: prepared, to: input.to, mailToken: input.mail, wire }),
    }),
    openAction({
      path: '/login/passkey',
      whileReadOnly: true,
      audit: 'session.passkey',
      form: passkeyForm,
      page: login,
      prepare: ({ assertion }, tools) => checkPasskey(tools, assertion),
      run: (ctx, { input, prepared, wire }) => signInByPasskey(ctx, { proved: prepared, to: input.to, wire }),
    }),
    second,
    openAction({
      path: '/login/second',
      whileReadOnly: true,
      audit: 'session.second-code',
      form: secondCodeForm,
      page: second,
      run: (ctx, { input, wire }) => verifySecondCode(ctx, { code: input.code, wire }),
    }),
    openAction({
      path: '/login/second/mail',
      whileReadOnly: true,
      audit: 'session.resend-code',
      form: resendCodeForm,
      page: second,
      run: (ctx, { wire }) => resendCode(ctx, { stage: 'code', back: '/login/code', wire, wait: false }),
    }),
    signInCode,
    openAction({
      path: '/login/code',
      whileReadOnly: true,
      audit: 'session.verify-code',
      form: signInCodeForm,
      page: signInCode,
      run: (ctx, { input, wire }) => verifySignInCode(ctx, { code: input.code, wire }),
    }),
    openAction({
      path: '/login/code/resend',
      whileReadOnly: true,
      audit: 'session.resend-code',
      form: resendCodeForm,
      page: signInCode,
      run: (ctx, { wire }) => resendCode(ctx, { stage: 'code', back: '/login/code?sent=1', wire }),
    }),
    verifyId,
    openAction({
      path: '/login/verify-id',
      audit: 'mail-change.verify',
      form: mailChangeCodeForm,
      page: verifyId,
      run: (ctx, { input, wire }) => verifyMailChange(ctx, { code: input.code, wire }),
    }),
    openAction({
      path: '/login/verify-id/resend',
      audit: 'session.resend-code',
      form: resendCodeForm,
      page: verifyId,
      run: (ctx, { wire }) => resendCode(ctx, { stage: 'mail', back: '/login/verify-id?sent=1', wire }),
    }),
    expiredPassword,
    openAction({
      path: '/login/password',
      whileReadOnly: true,
      audit: 'password.renew',
      form: newPasswordForm,
      page: expiredPassword,
      prepare: (input, tools) => preparePassword(tools, 'expired', input),
      run: (ctx, { prepared, wire }) =>
        setPassword(ctx, { stage: 'expired', hashed: { passwordHash: prepared }, wire }),
    }),
    phone,
    openAction({
      path: '/login/phone',
      whileReadOnly: true,
      audit: 'phone.skip',
      form: phonePageForm,
      page: phone,
      run: (ctx, { wire }) => finishPhonePage(ctx, { wire }),
    }),
    openAction({
      path: '/logout',
      whileReadOnly: true,
      audit: 'session.end',
      form: logoutForm,
      page: login,
      run: (ctx, { wire }) => signOut(ctx, { wire }),
    }),
    ...resetRoutes,
    openPage({ path: '/help/person-change', plain: true, load: async () => undefined, view: personChangePage }),
    ...firstLoginRoutes,
    ...settingsRoutes,
    ...deviceRoutes,
    ...securityRoutes,
    ...sessionRoutes,
  ],
  due: forgetOld,
};
