import type { InputOf } from '../../kernel/form.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { queueMail } from '../../platform/mail/index.ts';
import type { inquiryForm } from './inquiry.form.ts';
import { inquiryFaults, requestOf } from './inquiry-faults.ts';
import { receivedMail } from './ticket.mail.ts';
import { loadAsker } from './ticket-people.store.ts';
import { insertTicket, loadTicket, type NewTicket } from './tickets.store.ts';
import type { Ticket } from './tickets.ts';

const noFacts = {
  personName: '',
  personEmail: '',
  userName: '',
  institutionCode: '',
  institutionName: '',
  usersNow: null,
} as const;

/** Keeps a ticket and mails that it was received, once. */
export const receiveTicket = async (ctx: Ctx, ticket: NewTicket): Promise<Ticket> => {
  const id = await insertTicket(ctx.tx, ticket);
  const kept = await loadTicket(ctx.tx, id);
  if (!kept) throw notFound();
  await queueMail(ctx.tx, {
    dedupeKey: `ticket-received:${id}`,
    to: kept.email,
    fromName: 'V-SYSサービスデスク',
    ...receivedMail(kept, ctx.publicUrl),
    ...(kept.userId !== null && { userId: kept.userId }),
    ...(kept.orgId !== null && { orgId: kept.orgId }),
    at: ctx.now,
  });
  ctx.note(`ticket:${id}`, { request: kept.request }, kept.orgId ?? undefined);
  return kept;
};

/** 「送信」 of 「お問い合わせ作成」 (MC-2, MC-7): the institution's own code and name are the registered ones. */
export const sendInquiry = async (ctx: Ctx, input: InputOf<typeof inquiryForm>): Promise<Outcome> => {
  const { actor, tx, now } = ctx;
  const asker = await loadAsker(tx, actor.userId);
  const own = { institutionCode: asker.institutionCode, institutionName: asker.institutionName };
  const faults = inquiryFaults({ ...input, ...own }, actor.org.kind === 'venue');
  if (Object.keys(faults).length > 0) throw invalid(faults);
  const request = requestOf(input);
  const { personName, personEmail, userName, usersNow } = input;
  const ticket = await receiveTicket(ctx, {
    channel: 'form',
    category: input.category,
    detail: input.detail,
    request,
    userId: actor.userId,
    orgId: actor.org.id,
    enteredBy: null,
    phone: input.phone,
    email: asker.email,
    ...(request ? { personName, personEmail, userName, usersNow, ...own } : noFacts),
    body: input.body,
    createdAt: now,
  });
  return done(`/support/inquiries/${ticket.id}/done`);
};
