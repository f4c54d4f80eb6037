import type { InputOf } from '../../kernel/form.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { queueMail } from '../../platform/mail/index.ts';
import { moveBy } from './move-ticket.service.ts';
import type { answerForm, assignForm, noteForm } from './ticket.form.ts';
import { answerMail } from './ticket.mail.ts';
import { listDeskPeople } from './ticket-people.store.ts';
import { ticketMoves } from './tickets.states.ts';
import { insertEntry, loadTicket } from './tickets.store.ts';

const page = (ticketId: number, what: string): Outcome => done(`/desk/tickets/${ticketId}?done=${what}`);

/** 「回答する」: by mail, or noted after a call; the asker sees both. */
export const answerTicket = async (ctx: Ctx, id: number, input: InputOf<typeof answerForm>): Promise<Outcome> => {
  const known = await loadTicket(ctx.tx, id);
  const ticket = await moveBy(ctx, id, 'answer', known?.assigneeId ?? ctx.actor.userId);
  const byPhone = input.by === 'phone';
  const entryId = await insertEntry(ctx.tx, id, {
    userId: ctx.actor.userId,
    at: ctx.now,
    kind: 'answer',
    text: input.text,
    byPhone,
  });
  if (!byPhone)
    await queueMail(ctx.tx, {
      dedupeKey: `ticket-answer:${entryId}`,
      to: ticket.email,
      fromName: 'V-SYSサービスデスク',
      ...answerMail(ticket, input.text, ctx.publicUrl),
      ...(ticket.userId !== null && { userId: ticket.userId }),
      ...(ticket.orgId !== null && { orgId: ticket.orgId }),
      at: ctx.now,
    });
  return page(id, byPhone ? 'called' : 'answered');
};

/** 「メモを残す」: inside the desk only; moves nothing. */
export const noteOnTicket = async (ctx: Ctx, id: number, { text }: InputOf<typeof noteForm>): Promise<Outcome> => {
  if (!(await loadTicket(ctx.tx, id))) throw notFound();
  await insertEntry(ctx.tx, id, { userId: ctx.actor.userId, at: ctx.now, kind: 'note', text });
  ctx.note(`ticket:${id}`);
  return page(id, 'noted');
};

/** 「担当する」: oneself or another of the desk. */
export const assignTicket = async (
  ctx: Ctx,
  id: number,
  { assignee }: InputOf<typeof assignForm>,
): Promise<Outcome> => {
  const person = (await listDeskPeople(ctx.tx)).find((candidate) => candidate.id === assignee);
  if (!person) throw invalid({ assignee: '担当者を選択してください。' });
  await moveBy(ctx, id, 'take', assignee);
  await insertEntry(ctx.tx, id, {
    userId: ctx.actor.userId,
    at: ctx.now,
    kind: 'move',
    text: `担当者を${person.name}にしました。`,
  });
  return page(id, 'assigned');
};

/** 「完了にする」 and 「対応を再開する」. */
export const closeOrReopen = async (ctx: Ctx, id: number, name: 'close' | 'reopen'): Promise<Outcome> => {
  await moveBy(ctx, id, name);
  await insertEntry(ctx.tx, id, {
    userId: ctx.actor.userId,
    at: ctx.now,
    kind: 'move',
    text: `「${ticketMoves[name].label}」を押しました。`,
  });
  return page(id, name === 'close' ? 'closed' : 'reopened');
};

/** What the desk did to an account for a ticket (MC-3 to MC-6); null when there is no such open ticket. */
export const recordOnTicket = async (ctx: Ctx, ticketId: number | null, text: string): Promise<Outcome | null> => {
  const ticket = ticketId === null ? null : await loadTicket(ctx.tx, ticketId);
  if (!ticket) return null;
  await insertEntry(ctx.tx, ticket.id, { userId: ctx.actor.userId, at: ctx.now, kind: 'action', text });
  return page(ticket.id, 'acted');
};
