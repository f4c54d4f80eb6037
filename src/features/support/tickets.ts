import { dayOf } from '../../kernel/calendar.ts';
import type { Request } from './inquiry-kinds.ts';
import type { TicketState } from './tickets.states.ts';

export type { Request } from './inquiry-kinds.ts';

const channels = ['form', 'mail', 'phone'] as const;
export type Channel = (typeof channels)[number];
export const channelNames: Readonly<Record<Channel, string>> = {
  form: '問い合わせフォーム',
  mail: 'メール',
  phone: '電話',
};
export type EntryKind = 'answer' | 'message' | 'note' | 'action' | 'move';

/** What the requests of MC-3 to MC-6 say of the person and the institution; '' and null = not said. */
export type RequestFacts = {
  readonly personName: string;
  readonly personEmail: string;
  readonly userName: string;
  readonly institutionCode: string;
  readonly institutionName: string;
  readonly usersNow: number | null;
};

export type Ticket = RequestFacts & {
  readonly id: number;
  readonly channel: Channel;
  readonly state: TicketState;
  readonly category: string;
  readonly detail: string;
  readonly request: Request | null;
  readonly userId: number | null;
  readonly orgId: number | null;
  /** The asker's organisation as it is registered; null when nobody knows it. */
  readonly orgName: string | null;
  readonly orgKind: string | null;
  /** Who asks, where it is a user. */
  readonly askedBy: string | null;
  readonly phone: string;
  readonly email: string;
  readonly body: string;
  readonly assigneeId: number | null;
  readonly assignee: string | null;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly version: number;
};

export type TicketEntry = {
  readonly id: number;
  readonly at: Date;
  readonly by: string;
  readonly kind: EntryKind;
  readonly byPhone: boolean;
  readonly text: string;
};

/** 「210426-0012」: the day it came in, and its number. */
export const receiptNumber = ({ id, createdAt }: Pick<Ticket, 'id' | 'createdAt'>): string =>
  `${dayOf(createdAt).slice(2).replaceAll('-', '')}-${String(id).padStart(4, '0')}`;

type CodeFacts = Pick<Ticket, 'request' | 'institutionCode' | 'orgKind'>;
/** A venue's request without its code cannot be carried out (MC-7); an organisation that is no venue has none. */
export const lacksCode = ({ request, institutionCode, orgKind }: CodeFacts): boolean =>
  request !== null && institutionCode === '' && (orgKind === null || orgKind === 'venue');
