import { z } from 'zod';
import { openAction, openPage } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { answerQuestion } from './answer-question.service.ts';
import { beginSignIn } from './begin-sign-in.service.ts';
import { checkAnswer } from './check-answer.service.ts';
import { checkLogin } from './check-login.service.ts';
import { checkPasskey } from './check-passkey.service.ts';
import {
  firstCodeForm,
  mailChangeCodeForm,
  resendCodeForm,
  resendFirstCodeForm,
  resetCodeForm,
  secondCodeForm,
  signInCodeForm,
} from './code.form.ts';
import { resetCodePage, signInCodePage, verifyIdPage } from './code.page.tsx';
import { consentForm } from './consent.form.ts';
import { consentPage } from './consent.page.tsx';
import { finishPhonePage } from './finish-phone-page.service.ts';
import { firstLoginPage } from './first-login.page.tsx';
import { firstPasswordPage } from './first-password.page.tsx';
import { forgetOld } from './forget-old.job.ts';
import { answerPage, forgottenPasswordPage, resetHelpPage, resetSentPage } from './forgotten-password.page.tsx';
import { giveConsent } from './give-consent.service.ts';
import { hashAnswer } from './hasher.ts';
import { loadLogin } from './load-login.service.ts';
import { loadSecond } from './load-second.service.ts';
import { forgottenForm, loginForm, logoutForm, passkeyForm } from './login.form.ts';
import { loginPage } from './login.page.tsx';
import { expiredPasswordPage, resetPasswordPage } from './new-password.page.tsx';
import { openInvitation } from './open-invitation.service.ts';
import { answerForm, firstPasswordForm, newPasswordForm } from './password.form.ts';
import { findReset } from './password-resets.store.ts';
import { personChangePage } from './person-change.page.tsx';
import { phonePage } from './phone.page.tsx';
import { preparePassword } from './prepare-password.service.ts';
import { requestReset } from './request-reset.service.ts';
import { resendCode } from './resend-code.service.ts';
import { resendFirstCode } from './resend-first-code.service.ts';
import { secondPage } from './second.page.tsx';
import { setPassword } from './set-password.service.ts';
import { phonePageForm } from './settings.form.ts';
import { settingsRoutes } from './settings.routes.ts';
import { signInByPasskey } from './sign-in-by-passkey.service.ts';
import { signOut } from './sign-out.service.ts';
import { loadDeskContact } from './users.store.ts';
import { verifyFirstCode } from './verify-first-code.service.ts';
import { verifyMailChange } from './verify-mail-change.service.ts';
import { verifyResetCode } from './verify-reset-code.service.ts';
import { verifySecondCode } from './verify-second-code.service.ts';
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
const answer = openPage({
  path: '/reset-password',
  plain: true,
  query: z.object({ token: optionalText }),
  load: async ({ tx, now }, { query: { token } }) => ({
    token,
    question: (await findReset(tx, token, now))?.question ?? null,
    contact: await loadDeskContact(tx),
  }),
  view: answerPage,
});
const resetCode = openPage({
  path: '/reset-password/code',
  plain: true,
  query: z.object({ sent: mark }),
  load: async (_ctx, { query }) => query,
  view: resetCodePage,
});
const resetPassword = openPage({
  path: '/reset-password/new',
  plain: true,
  load: async () => undefined,
  view: resetPasswordPage,
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
  load: async () => undefined,
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
    forgottenPassword,
    openAction({
      path: '/forgotten-password',
      audit: 'password.ask',
      form: forgottenForm,
      page: forgottenPassword,
      run: (ctx, { input, wire }) => requestReset(ctx, { userName: input.userName, wire }),
    }),
    openPage({ path: '/forgotten-password/sent', plain: true, load: async () => undefined, view: resetSentPage }),
    openPage({
      path: '/forgotten-password/help',
      plain: true,
      load: async ({ tx }) => ({ contact: await loadDeskContact(tx) }),
      view: resetHelpPage,
    }),
    answer,
    openAction({
      path: '/reset-password',
      audit: 'password.answer',
      form: answerForm,
      page: answer,
      prepare: (input, tools) => checkAnswer(tools, input),
      run: (ctx, { input, prepared, wire }) => answerQuestion(ctx, { token: input.token, right: prepared, wire }),
    }),
    resetCode,
    openAction({
      path: '/reset-password/code',
      audit: 'password.verify-code',
      form: resetCodeForm,
      page: resetCode,
      run: (ctx, { input, wire }) => verifyResetCode(ctx, { code: input.code, wire }),
    }),
    openAction({
      path: '/reset-password/code/resend',
      audit: 'session.resend-code',
      form: resendCodeForm,
      page: resetCode,
      run: (ctx, { wire }) => resendCode(ctx, { stage: 'answered', back: '/reset-password/code?sent=1', wire }),
    }),
    resetPassword,
    openAction({
      path: '/reset-password/new',
      audit: 'password.reset',
      form: newPasswordForm,
      page: resetPassword,
      prepare: (input, tools) => preparePassword(tools, 'forgotten', input),
      run: (ctx, { prepared, wire }) =>
        setPassword(ctx, { stage: 'forgotten', hashed: { passwordHash: prepared }, wire }),
    }),
    openPage({ path: '/help/person-change', plain: true, load: async () => undefined, view: personChangePage }),
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
      prepare: async (input, tools) => ({
        passwordHash: await preparePassword(tools, 'password', input),
        security: { question: input.question, answerHash: await hashAnswer(input.answer) },
      }),
      run: (ctx, { prepared, wire }) => setPassword(ctx, { stage: 'password', hashed: prepared, wire }),
    }),
    consent,
    openAction({
      path: '/first-login/consent',
      audit: 'consent.give',
      form: consentForm,
      page: consent,
      run: (ctx, { wire }) => giveConsent(ctx, { wire }),
    }),
    ...settingsRoutes,
  ],
  due: forgetOld,
};
