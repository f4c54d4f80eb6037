import type { InputOf } from '../../kernel/form.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { moveBy } from './move-ticket.service.ts';
import type { messageForm } from './ticket.form.ts';
import { insertEntry, loadTicket } from './tickets.store.ts';
import type { Ticket } from './tickets.ts';

/** The user's own inquiry; nobody else's is there for them. */
export const ownTicket = async ({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>, id: number): Promise<Ticket> => {
  const ticket = await loadTicket(tx, id);
  if (ticket?.userId !== actor.userId) throw notFound();
  return ticket;
};

/** 「追加で送信」: the ticket is back in the desk's hands, even a closed one. */
export const addMessage = async (ctx: Ctx, id: number, { text }: InputOf<typeof messageForm>): Promise<Outcome> => {
  await ownTicket(ctx, id);
  await moveBy(ctx, id, 'reply');
  await insertEntry(ctx.tx, id, { userId: ctx.actor.userId, at: ctx.now, kind: 'message', text });
  return done(`/support/inquiries/${id}?done=added`);
};
