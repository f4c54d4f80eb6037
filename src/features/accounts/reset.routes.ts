import { z } from 'zod';
import { openAction, openPage, type Route } from '../../platform/http/index.ts';
import { answerQuestion } from './answer-question.service.ts';
import { checkAnswer } from './check-answer.service.ts';
import { resendCodeForm, resetCodeForm } from './code.form.ts';
import { resetCodePage } from './code.page.tsx';
import { answerPage, forgottenPasswordPage, resetHelpPage, resetSentPage } from './forgotten-password.page.tsx';
import { forgottenForm } from './login.form.ts';
import { resetPasswordPage } from './new-password.page.tsx';
import { answerForm, newPasswordForm } from './password.form.ts';
import { findReset } from './password-resets.store.ts';
import { preparePassword } from './prepare-password.service.ts';
import { requestReset } from './request-reset.service.ts';
import { resendCode } from './resend-code.service.ts';
import { mark, optionalText } from './route-queries.ts';
import { setPassword } from './set-password.service.ts';
import { loadDeskContact } from './users.store.ts';
import { verifyResetCode } from './verify-reset-code.service.ts';

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
const forgottenPassword = openPage({
  path: '/forgotten-password',
  plain: true,
  load: async () => undefined,
  view: forgottenPasswordPage,
});

/** 「パスワードをお忘れですか？」 from the user name to the new password (MH-2). */
export const resetRoutes: readonly Route[] = [
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
];
