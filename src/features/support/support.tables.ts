import type { Generated } from 'kysely';
import type { Audience, Topic } from '../knowledge/index.ts';
import type { TicketState } from './tickets.states.ts';
import type { Channel, EntryKind, Request } from './tickets.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    chat_questions: {
      id: Generated<number>;
      user_id: number;
      asked_at: Date;
      question: string;
      audience: Audience | null;
      topic: Topic | null;
      offered: number[];
      chosen_id: number | null;
      none_at: Date | null;
      helpful: boolean | null;
      comment: Generated<string>;
      handled_at: Date | null;
      handled_by: number | null;
    };
    chat_wordings: {
      id: Generated<number>;
      article_id: number;
      text: string;
      question_id: number | null;
      added_by: number;
      added_at: Date;
    };
    tickets: {
      id: Generated<number>;
      channel: Channel;
      state: TicketState;
      category: string;
      detail: string;
      request: Request | null;
      user_id: number | null;
      org_id: number | null;
      entered_by: number | null;
      phone: string;
      email: string;
      person_name: string;
      person_email: string;
      user_name: string;
      institution_code: string;
      institution_name: string;
      users_now: number | null;
      body: string;
      assignee_id: number | null;
      created_at: Date;
      closed_at: Date | null;
      version: Generated<number>;
    };
    ticket_entries: {
      id: Generated<number>;
      ticket_id: number;
      at: Date;
      user_id: number;
      kind: EntryKind;
      by_phone: Generated<boolean>;
      text: string;
    };
    canned_answers: {
      id: Generated<number>;
      title: string;
      body: string;
      removed_at: Date | null;
      version: Generated<number>;
    };
  }
}
