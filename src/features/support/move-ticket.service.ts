import { conflict, notFound } from '../../kernel/problem.ts';
import { move } from '../../kernel/states.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { stateNames, ticketMoves } from './tickets.states.ts';
import { loadTicket, moveTicket } from './tickets.store.ts';
import type { Ticket } from './tickets.ts';

type MoveName = keyof typeof ticketMoves;

/** One move of a ticket by the table of states, against the version that the form was opened with. */
export const moveBy = async (ctx: Ctx, ticketId: number, name: MoveName, assigneeId?: number): Promise<Ticket> => {
  const ticket = await loadTicket(ctx.tx, ticketId);
  if (!ticket) throw notFound();
  const subject = `ticket:${ticketId}`;
  if (ctx.version !== null && ctx.version !== ticket.version) throw await staleBy(ctx.tx, subject);
  const state = move(ticketMoves, ticket.state, name);
  if (!state)
    throw conflict(
      `このお問い合わせは「${stateNames[ticket.state]}」のため、「${ticketMoves[name].label}」ことはできません。`,
    );
  if (!(await moveTicket(ctx.tx, ticket, { state, at: ctx.now, ...(assigneeId !== undefined && { assigneeId }) })))
    throw await staleBy(ctx.tx, subject);
  ctx.note(subject, { from: ticket.state, to: state }, ticket.orgId ?? undefined);
  return ticket;
};
