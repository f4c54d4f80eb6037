import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import { action, json, page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { accountLimits, listAccountEvents } from '../accounts/index.ts';
import { loadTicket } from '../support/index.ts';
import { addUserPage } from './add-user.page.tsx';
import { addUser } from './add-user.service.ts';
import {
  addUserForm,
  reinviteForm,
  removeUserForm,
  resendMailForm,
  resetForm,
  suspendMailForm,
  unlockUserForm,
} from './desk.form.ts';
import { countOpenMails, listDeskMails } from './desk-mails.store.ts';
import { mailFilters } from './desk-mails.ts';
import { loadDeskOrganisation, loadDeskUser, searchOrganisations, searchUsers } from './desk-users.store.ts';
import { userStates } from './desk-users.ts';
import { mailListPage } from './mail-list.page.tsx';
import { moveDeskMail } from './move-desk-mail.service.ts';
import { removeDeskUser } from './remove-desk-user.service.ts';
import { reinviteDeskUser, resetDeskUser } from './reset-desk-user.service.ts';
import { tellUndeliverable } from './tell-undeliverable.service.ts';
import { unlockDeskUser } from './unlock-desk-user.service.ts';
import { doneWords, userPage } from './user.page.tsx';
import { userListPage } from './user-list.page.tsx';

const permission = 'account.support';
const pageSize = 50;
const found = 20;
const eventsShown = 50;
const id = z.coerce.number().int().positive();
const params = z.object({ id });
const search = z
  .string()
  .max(200)
  .catch('')
  .transform((q) => q.normalize('NFKC').trim());
const before = id.nullable().catch(null);

const userList = page({
  path: '/desk/users',
  permission,
  query: z.object({ q: search, state: z.enum(userStates).nullable().catch(null), before }),
  load: async ({ tx, now }, { query: { q, state, before } }) => {
    const users = await searchUsers(tx, { q, state, beforeId: before, limit: pageSize + 1, now });
    return { users: users.slice(0, pageSize), more: users.length > pageSize, q, state, now };
  },
  view: userListPage,
});
const newUser = page({
  path: '/desk/users/new',
  permission,
  query: z.object({ org: id.nullable().catch(null), ticket: id.nullable().catch(null) }),
  load: async ({ tx }, { query: { org, ticket } }) => ({
    org: org === null ? null : await loadDeskOrganisation(tx, org),
    limit: accountLimits.usersPerVenue,
    wanted: ticket === null ? null : await loadTicket(tx, ticket),
  }),
  view: addUserPage,
});
const user = page({
  path: '/desk/users/:id',
  permission,
  params,
  query: z.object({
    ticket: id.nullable().catch(null),
    done: z
      .enum(Object.keys(doneWords) as (keyof typeof doneWords)[])
      .nullable()
      .catch(null),
  }),
  load: async ({ tx }, { params, query }) => {
    const found = await loadDeskUser(tx, params.id);
    if (!found) throw notFound();
    const events = await listAccountEvents(tx, found.id, eventsShown);
    return { user: found, events, done: query.done, ticket: query.ticket };
  },
  view: userPage,
});
const mailList = page({
  path: '/desk/mails',
  permission,
  query: z.object({
    q: search,
    filter: z.enum(mailFilters).catch('open'),
    before,
    done: z.enum(['resent', 'held']).nullable().catch(null),
  }),
  load: async ({ tx }, { query: { q, filter, before, done } }) => {
    const mails = await listDeskMails(tx, { q, filter, beforeId: before, limit: pageSize + 1 });
    const counts = await countOpenMails(tx);
    return { mails: mails.slice(0, pageSize), more: mails.length > pageSize, q, filter, counts, done };
  },
  view: mailListPage,
});

export const serviceDeskRoom: Room = {
  name: 'service-desk',
  due: tellUndeliverable,
  routes: [
    userList,
    newUser,
    action({
      path: '/desk/users/new',
      permission,
      audit: 'account.invite',
      form: addUserForm,
      page: newUser,
      run: (ctx, { input }) => addUser(ctx, input),
    }),
    user,
    action({
      path: '/desk/users/:id/unlock',
      permission,
      audit: 'account.unlock',
      params,
      form: unlockUserForm,
      page: user,
      run: (ctx, { params, input }) => unlockDeskUser(ctx, { userId: params.id, ...input }),
    }),
    action({
      path: '/desk/users/:id/reinvite',
      permission,
      audit: 'account.reset',
      params,
      form: reinviteForm,
      page: user,
      run: (ctx, { params, input }) => reinviteDeskUser(ctx, { userId: params.id, ...input }),
    }),
    action({
      path: '/desk/users/:id/reset',
      permission,
      audit: 'account.reset',
      params,
      form: resetForm,
      page: user,
      run: (ctx, { params, input }) => resetDeskUser(ctx, { userId: params.id, ...input }),
    }),
    action({
      path: '/desk/users/:id/remove',
      permission,
      audit: 'account.remove',
      params,
      form: removeUserForm,
      page: user,
      run: (ctx, { params, input }) => removeDeskUser(ctx, { userId: params.id, ...input }),
    }),
    mailList,
    action({
      path: '/desk/mails/:id/resend',
      permission,
      audit: 'mail.resend',
      params,
      form: resendMailForm,
      page: mailList,
      run: (ctx, { params }) => moveDeskMail(ctx, { mailId: params.id, hold: false }),
    }),
    action({
      path: '/desk/mails/:id/suspend',
      permission,
      audit: 'mail.suspend',
      params,
      form: suspendMailForm,
      page: mailList,
      run: (ctx, { params }) => moveDeskMail(ctx, { mailId: params.id, hold: true }),
    }),
    json({
      path: '/desk/lookup/organisations',
      permission,
      query: z.object({ q: search }),
      load: async ({ tx }, { query: { q } }) => {
        const hits = q === '' ? [] : await searchOrganisations(tx, q, found + 1);
        return {
          results: hits.slice(0, found).map(({ id, name, code, users }) => ({
            id,
            name,
            detail: `${code ? `${code}　` : ''}ユーザ ${users}人`,
          })),
          more: hits.length > found,
        };
      },
    }),
  ],
};
