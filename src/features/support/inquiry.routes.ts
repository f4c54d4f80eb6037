import { z } from 'zod';
import { action, page, type Route } from '../../platform/http/index.ts';
import { accountLimits } from '../accounts/index.ts';
import { addMessage, ownTicket } from './add-message.service.ts';
import { inquiryForm } from './inquiry.form.ts';
import { inquiryDonePage, inquiryPage } from './inquiry.page.tsx';
import { ownTicketPage, ownTicketsPage } from './own-tickets.page.tsx';
import { sendInquiry } from './send-inquiry.service.ts';
import { messageForm } from './ticket.form.ts';
import { loadAsker } from './ticket-people.store.ts';
import { listEntries, listOwnTickets } from './tickets.store.ts';

const permission = 'support.inquire';
const params = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
const shown = 200;

const create = page({
  path: '/support/inquiries/new',
  permission,
  load: async ({ tx, actor }) => ({ asker: await loadAsker(tx, actor.userId), limit: accountLimits.usersPerVenue }),
  view: inquiryPage,
});
const one = page({
  path: '/support/inquiries/:id',
  permission,
  params,
  query: z.object({ done: z.literal('added').nullable().catch(null) }),
  load: async (ctx, { params, query }) => {
    const ticket = await ownTicket(ctx, params.id);
    return { ticket, entries: await listEntries(ctx.tx, ticket.id, true), added: query.done === 'added' };
  },
  view: ownTicketPage,
});

/** 問い合わせフォーム and the state of the own inquiries (MC-2, MC-7). */
export const inquiryRoutes: readonly Route[] = [
  page({
    path: '/support/inquiries',
    permission,
    load: async ({ tx, actor }) => ({ tickets: await listOwnTickets(tx, actor.userId, shown) }),
    view: ownTicketsPage,
  }),
  create,
  action({
    path: '/support/inquiries/new',
    permission,
    audit: 'ticket.create',
    form: inquiryForm,
    page: create,
    run: (ctx, { input }) => sendInquiry(ctx, input),
  }),
  one,
  page({
    path: '/support/inquiries/:id/done',
    permission,
    params,
    load: (ctx, { params }) => ownTicket(ctx, params.id),
    view: inquiryDonePage,
  }),
  action({
    path: '/support/inquiries/:id/messages',
    permission,
    audit: 'ticket.message',
    params,
    form: messageForm,
    page: one,
    run: (ctx, { params, input }) => addMessage(ctx, params.id, input),
  }),
];
