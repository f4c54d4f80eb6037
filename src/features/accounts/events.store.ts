import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { accountActions } from './event-words.ts';

/** One line of the audit log about an account. */
export type AccountEvent = {
  readonly id: number;
  readonly at: Date;
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  readonly address: string;
  /** Who did it, when that was somebody else. */
  readonly by: string | null;
};

/** What happened to a user's account, newest first: done by the user, or to the user. */
export const listAccountEvents = async (tx: Tx, userId: number, limit: number): Promise<AccountEvent[]> => {
  const { rows } = await sql<AccountEvent>`
    select a.id, a.at, a.action, a.outcome, a.address,
      case when a.user_id is not null and a.user_id <> ${userId} then o.name end as by
    from (
      select * from audit_log where subject = ${`user:${userId}`} and action = any(${accountActions})
      union
      select * from audit_log where user_id = ${userId} and action = any(${accountActions})
        and (subject = ${`user:${userId}`} or subject not like 'user:%')
    ) a left join organisations o on o.id = a.org_id
    order by a.id desc limit ${limit}`.execute(tx);
  return rows;
};
