import { z } from 'zod';
import { invalid } from '../../kernel/problem.ts';
import { openAction, openPage } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { beginSignIn } from './begin-sign-in.service.ts';
import { firstCodeForm, resendCodeForm, resendFirstCodeForm, signInCodeForm } from './code.form.ts';
import { consentForm } from './consent.form.ts';
import { consentPage } from './consent.page.tsx';
import { firstLoginPage } from './first-login.page.tsx';
import { firstPasswordPage } from './first-password.page.tsx';
import { forgetOld } from './forget-old.job.ts';
import { forgottenPasswordPage } from './forgotten-password.page.tsx';
import { giveConsent } from './give-consent.service.ts';
import { hashAnswer, hashPassword, verifyPassword } from './hasher.ts';
import { localPath } from './local-path.ts';
import { loginForm, logoutForm } from './login.form.ts';
import { loginPage } from './login.page.tsx';
import { openInvitation } from './open-invitation.service.ts';
import { firstPasswordForm } from './password.form.ts';
import { foldPassword } from './password-rules.ts';
import { resendFirstCode } from './resend-first-code.service.ts';
import { resendSignInCode } from './resend-sign-in-code.service.ts';
import { setFirstPassword } from './set-first-password.service.ts';
import { signInCodePage } from './sign-in-code.page.tsx';
import { signOut } from './sign-out.service.ts';
import { findCredentials, loadDeskContact } from './users.store.ts';
import { verifyFirstCode } from './verify-first-code.service.ts';
import { verifySignInCode } from './verify-sign-in-code.service.ts';

/** A mark in the query, e.g. `?sent=1`; anything odd in an address is as if it were not there. */
const mark = z
  .literal('1')
  .optional()
  .catch(undefined)
  .transform((value) => value === '1');
const optionalText = z.string().catch('');

const login = openPage({
  path: '/login',
  plain: true,
  query: z.object({ to: optionalText, expired: mark }),
  load: async (_ctx, { query }) => ({ to: localPath(query.to) ?? '', expired: query.expired }),
  view: loginPage,
});
const signInCode = openPage({
  path: '/login/code',
  plain: true,
  query: z.object({ sent: mark }),
  load: async (_ctx, { query }) => query,
  view: signInCodePage,
});
const forgottenPassword = openPage({
  path: '/forgotten-password',
  plain: true,
  load: ({ tx }) => loadDeskContact(tx),
  view: forgottenPasswordPage,
});
const firstLogin = openPage({
  path: '/first-login',
  plain: true,
  query: z.object({ token: optionalText, sent: mark, again: mark }),
  load: async (ctx, { query: { token, sent, again } }) => ({
    opened: await openInvitation(ctx, { token, again: sent || again }),
    token,
    sent,
    contact: await loadDeskContact(ctx.tx),
  }),
  view: firstLoginPage,
});
const firstPassword = openPage({
  path: '/first-login/password',
  plain: true,
  load: async () => undefined,
  view: firstPasswordPage,
});
const consent = openPage({
  path: '/first-login/consent',
  plain: true,
  load: async () => undefined,
  view: consentPage,
});

export const accountsRoom: Room = {
  name: 'accounts',
  routes: [
    login,
    openAction({
      path: '/login',
      audit: 'session.begin',
      form: loginForm,
      page: login,
      prepare: async ({ userName, password }, { read }) => {
        const credentials = await read(({ tx }) => findCredentials(tx, userName));
        return { credentials, matches: await verifyPassword(credentials?.passwordHash ?? null, password) };
      },
      run: (ctx, { input, prepared, wire }) => beginSignIn(ctx, { verdict: prepared, to: input.to, wire }),
    }),
    signInCode,
    openAction({
      path: '/login/code',
      audit: 'session.verify-code',
      form: signInCodeForm,
      page: signInCode,
      run: (ctx, { input, wire }) => verifySignInCode(ctx, { code: input.code, wire }),
    }),
    openAction({
      path: '/login/code/resend',
      audit: 'session.resend-code',
      form: resendCodeForm,
      page: signInCode,
      run: (ctx, { wire }) => resendSignInCode(ctx, { wire }),
    }),
    openAction({
      path: '/logout',
      audit: 'session.end',
      form: logoutForm,
      page: login,
      run: (ctx, { wire }) => signOut(ctx, { wire }),
    }),
    forgottenPassword,
    firstLogin,
    openAction({
      path: '/first-login',
      audit: 'invitation.verify-code',
      form: firstCodeForm,
      page: firstLogin,
      run: (ctx, { input, wire }) => verifyFirstCode(ctx, { ...input, wire }),
    }),
    openAction({
      path: '/first-login/resend',
      audit: 'invitation.resend-code',
      form: resendFirstCodeForm,
      page: firstLogin,
      run: (ctx, { input }) => resendFirstCode(ctx, input),
    }),
    firstPassword,
    openAction({
      path: '/first-login/password',
      audit: 'password.set-first',
      form: firstPasswordForm,
      page: firstPassword,
      prepare: async ({ password, passwordAgain, question, answer }) => {
        if (foldPassword(password) !== foldPassword(passwordAgain))
          throw invalid({ passwordAgain: '「新しいパスワード」と一致していません。同じものを入力してください。' });
        return { passwordHash: await hashPassword(password), question, answerHash: await hashAnswer(answer) };
      },
      run: (ctx, { input, prepared, wire }) =>
        setFirstPassword(ctx, { password: input.password, hashed: prepared, wire }),
    }),
    consent,
    openAction({
      path: '/first-login/consent',
      audit: 'consent.give',
      form: consentForm,
      page: consent,
      run: (ctx, { wire }) => giveConsent(ctx, { wire }),
    }),
  ],
  due: forgetOld,
};
