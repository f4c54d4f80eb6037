import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { action, page, type Route } from '../../platform/http/index.ts';
import { listCanned, loadCanned } from './canned.store.ts';
import { type DeskTicketPage, deskTicketPage, doneWords } from './desk-ticket.page.tsx';
import { enterTicketPage } from './enter-ticket.page.tsx';
import { enterTicket } from './enter-ticket.service.ts';
import { answerTicket, assignTicket, closeOrReopen, noteOnTicket } from './handle-ticket.service.ts';
import { enterForm } from './inquiry.form.ts';
import { answerForm, assignForm, closeForm, noteForm, reopenForm } from './ticket.form.ts';
import { findAccount, listDeskPeople } from './ticket-people.store.ts';
import { queuePage } from './ticket-queue.page.tsx';
import { countOpenTickets, listEntries, listTickets, loadTicket, ticketFilters } from './tickets.store.ts';

const permission = 'ticket.handle';
const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const params = z.object({ id });
const pageSize = 50;

const queue = page({
  path: '/desk/tickets',
  permission,
  query: z.object({
    filter: z.enum(ticketFilters).catch('open'),
    assignee: id.nullable().catch(null),
    q: z
      .string()
      .max(200)
      .catch('')
      .transform((typed) => typed.normalize('NFKC').trim()),
    after: id.nullable().catch(null),
  }),
  load: async ({ tx }, { query: { filter, assignee, q, after } }) => {
    const tickets = await listTickets(tx, { filter, assigneeId: assignee, q, afterId: after, limit: pageSize + 1 });
    return {
      tickets: tickets.slice(0, pageSize),
      more: tickets.length > pageSize,
      counts: await countOpenTickets(tx),
      people: await listDeskPeople(tx),
      filter,
      assignee,
      q,
    };
  },
  view: queuePage,
});

type Query = { readonly canned: number | null; readonly done: DeskTicketPage['done'] };
const loadOne = async ({ tx }: Ctx, ticketId: number, { canned, done }: Query): Promise<DeskTicketPage> => {
  const ticket = await loadTicket(tx, ticketId);
  if (!ticket) throw notFound();
  return {
    ticket,
    entries: await listEntries(tx, ticketId, false),
    people: await listDeskPeople(tx),
    canned: await listCanned(tx),
    chosen: canned === null ? null : await loadCanned(tx, canned),
    account: ticket.userName === '' ? null : await findAccount(tx, ticket.userName.toLowerCase()),
    done,
  };
};
const one = page({
  path: '/desk/tickets/:id',
  permission,
  params,
  query: z.object({
    canned: id.nullable().catch(null),
    done: z
      .enum(Object.keys(doneWords) as (keyof typeof doneWords)[])
      .nullable()
      .catch(null),
  }),
  load: (ctx, { params, query }) => loadOne(ctx, params.id, query),
  view: deskTicketPage,
});
const enter = page({
  path: '/desk/tickets/new',
  permission,
  load: async () => undefined,
  view: enterTicketPage,
});

/** The desk's queue and its tickets (MC-2 to MC-7). */
export const deskRoutes: readonly Route[] = [
  queue,
  enter,
  action({
    path: '/desk/tickets/new',
    permission,
    audit: 'ticket.enter',
    form: enterForm,
    page: enter,
    run: (ctx, { input }) => enterTicket(ctx, input),
  }),
  one,
  action({
    path: '/desk/tickets/:id/answer',
    permission,
    audit: 'ticket.answer',
    params,
    form: answerForm,
    page: one,
    run: (ctx, { params, input }) => answerTicket(ctx, params.id, input),
  }),
  action({
    path: '/desk/tickets/:id/notes',
    permission,
    audit: 'ticket.note',
    params,
    form: noteForm,
    page: one,
    run: (ctx, { params, input }) => noteOnTicket(ctx, params.id, input),
  }),
  action({
    path: '/desk/tickets/:id/assign',
    permission,
    audit: 'ticket.assign',
    params,
    form: assignForm,
    page: one,
    run: (ctx, { params, input }) => assignTicket(ctx, params.id, input),
  }),
  action({
    path: '/desk/tickets/:id/close',
    permission,
    audit: 'ticket.close',
    params,
    form: closeForm,
    page: one,
    run: (ctx, { params }) => closeOrReopen(ctx, params.id, 'close'),
  }),
  action({
    path: '/desk/tickets/:id/reopen',
    permission,
    audit: 'ticket.reopen',
    params,
    form: reopenForm,
    page: one,
    run: (ctx, { params }) => closeOrReopen(ctx, params.id, 'reopen'),
  }),
];
