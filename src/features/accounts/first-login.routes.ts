import { z } from 'zod';
import { openAction, openPage, type Route } from '../../platform/http/index.ts';
import { firstCodeForm, resendFirstCodeForm } from './code.form.ts';
import { consentForm } from './consent.form.ts';
import { consentPage } from './consent.page.tsx';
import { firstLoginPage } from './first-login.page.tsx';
import { firstPasswordPage } from './first-password.page.tsx';
import { giveConsent } from './give-consent.service.ts';
import { hashAnswer } from './hasher.ts';
import { openInvitation } from './open-invitation.service.ts';
import { firstPasswordForm } from './password.form.ts';
import { preparePassword } from './prepare-password.service.ts';
import { resendFirstCode } from './resend-first-code.service.ts';
import { mark, optionalText } from './route-queries.ts';
import { setPassword } from './set-password.service.ts';
import { loadDeskContact } from './users.store.ts';
import { verifyFirstCode } from './verify-first-code.service.ts';

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

/** From the invitation to the consent (chapter 1.2). */
export const firstLoginRoutes: readonly Route[] = [
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
];
