import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { TicketState } from './tickets.states.ts';
import type { Ticket, TicketEntry } from './tickets.ts';

const tickets = (tx: Tx) =>
  tx
    .selectFrom('tickets as t')
    .leftJoin('users as u', 'u.id', 't.user_id')
    .leftJoin('users as a', 'a.id', 't.assignee_id')
    .leftJoin('organisations as o', 'o.id', 't.org_id')
    .select(['t.id', 't.channel', 't.state', 't.category', 't.detail', 't.request', 't.user_id as userId'])
    .select(['t.org_id as orgId', 'o.name as orgName', 'o.kind as orgKind', 't.phone', 't.email', 't.body'])
    .select([
      't.person_name as personName',
      't.person_email as personEmail',
      't.user_name as userName',
      't.institution_code as institutionCode',
    ])
    .select(['t.institution_name as institutionName', 't.users_now as usersNow', 't.assignee_id as assigneeId'])
    .select(['t.created_at as createdAt', 't.closed_at as closedAt', 't.version'])
    .select(sql<string | null>`u.family_name || '　' || u.given_name`.as('askedBy'))
    .select(sql<string | null>`a.family_name || '　' || a.given_name`.as('assignee'));

export type NewTicket = Omit<
  Ticket,
  'id' | 'state' | 'orgName' | 'orgKind' | 'askedBy' | 'assigneeId' | 'assignee' | 'closedAt' | 'version'
> & { readonly enteredBy: number | null };

export const insertTicket = async (tx: Tx, ticket: NewTicket): Promise<number> => {
  const { id } = await tx
    .insertInto('tickets')
    .values({
      channel: ticket.channel,
      state: 'new',
      category: ticket.category,
      detail: ticket.detail,
      request: ticket.request,
      user_id: ticket.userId,
      org_id: ticket.orgId,
      entered_by: ticket.enteredBy,
      phone: ticket.phone,
      email: ticket.email,
      person_name: ticket.personName,
      person_email: ticket.personEmail,
      user_name: ticket.userName,
      institution_code: ticket.institutionCode,
      institution_name: ticket.institutionName,
      users_now: ticket.usersNow,
      body: ticket.body,
      created_at: ticket.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const loadTicket = async (tx: Tx, id: number): Promise<Ticket | null> =>
  (await tickets(tx).where('t.id', '=', id).executeTakeFirst()) ?? null;

/** The user's own inquiries, the newest first. */
export const listOwnTickets = (tx: Tx, userId: number, limit: number): Promise<Ticket[]> =>
  tickets(tx).where('t.user_id', '=', userId).orderBy('t.id', 'desc').limit(limit).execute();

export const ticketFilters = ['open', 'new', 'working', 'answered', 'closed'] as const;
export type TicketFilter = (typeof ticketFilters)[number];
export type TicketSearch = {
  readonly filter: TicketFilter;
  readonly assigneeId: number | null;
  readonly q: string;
  readonly afterId: number | null;
  readonly limit: number;
};
const like = (typed: string): string => `%${typed.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** The desk's queue: those that wait longest first. */
export const listTickets = (tx: Tx, { filter, assigneeId, q, afterId, limit }: TicketSearch): Promise<Ticket[]> =>
  tickets(tx)
    .$if(filter === 'open', (query) => query.where('t.state', '<>', 'closed'))
    .$if(filter !== 'open', (query) => query.where('t.state', '=', filter as TicketState))
    .$if(assigneeId !== null, (query) => query.where('t.assignee_id', '=', assigneeId))
    .$if(q !== '', (query) =>
      query.where(({ eb, or }) =>
        or([
          eb(sql`t.person_name || ' ' || t.user_name || ' ' || t.email`, 'ilike', like(q)),
          eb(sql`coalesce(o.name, t.institution_name) || ' ' || t.institution_code`, 'ilike', like(q)),
          eb(sql`to_char(t.created_at at time zone 'Asia/Tokyo', 'YYMMDD') || '-' || lpad(t.id::text, 4, '0')`, '=', q),
        ]),
      ),
    )
    .$if(afterId !== null, (query) => query.where('t.id', '>', afterId ?? 0))
    .orderBy('t.id')
    .limit(limit)
    .execute();

/** How many are not closed, by state. */
export const countOpenTickets = async (tx: Tx): Promise<Readonly<Record<Exclude<TicketState, 'closed'>, number>>> =>
  tx
    .selectFrom('tickets')
    .select(sql<number>`(count(*) filter (where state = 'new'))::int`.as('new'))
    .select(sql<number>`(count(*) filter (where state = 'working'))::int`.as('working'))
    .select(sql<number>`(count(*) filter (where state = 'answered'))::int`.as('answered'))
    .where('state', '<>', 'closed')
    .executeTakeFirstOrThrow();

/** Writes the new state unless somebody else wrote meanwhile; false when it did. */
export const moveTicket = async (
  tx: Tx,
  { id, version }: Pick<Ticket, 'id' | 'version'>,
  to: { readonly state: TicketState; readonly assigneeId?: number; readonly at: Date },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('tickets')
    .set({
      state: to.state,
      closed_at: to.state === 'closed' ? to.at : null,
      version: sql`version + 1`,
      ...(to.assigneeId !== undefined && { assignee_id: to.assigneeId }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const insertEntry = async (
  tx: Tx,
  ticketId: number,
  entry: {
    readonly userId: number;
    readonly at: Date;
    readonly kind: TicketEntry['kind'];
    readonly text: string;
    readonly byPhone?: boolean;
  },
): Promise<number> => {
  const { id } = await tx
    .insertInto('ticket_entries')
    .values({
      ticket_id: ticketId,
      user_id: entry.userId,
      at: entry.at,
      kind: entry.kind,
      text: entry.text,
      by_phone: entry.byPhone ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** What was said and done, the oldest first; `forAsker` leaves out what stays inside the desk. */
export const listEntries = (tx: Tx, ticketId: number, forAsker: boolean): Promise<TicketEntry[]> =>
  tx
    .selectFrom('ticket_entries as e')
    .innerJoin('users as u', 'u.id', 'e.user_id')
    .select(['e.id', 'e.at', 'e.kind', 'e.by_phone as byPhone', 'e.text'])
    .select(sql<string>`u.family_name || '　' || u.given_name`.as('by'))
    .where('e.ticket_id', '=', ticketId)
    .$if(forAsker, (query) => query.where('e.kind', 'in', ['answer', 'message']))
    .orderBy('e.id')
    .execute();
