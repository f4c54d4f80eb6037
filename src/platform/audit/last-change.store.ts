import { sql } from 'kysely';
import { formatInstant } from '../../kernel/calendar.ts';
import { type Problem, stale } from '../../kernel/problem.ts';
import type { Tx } from '../db/index.ts';

/** The refusal of a form whose record somebody saved meanwhile: who and when, by the last audit line of the record. */
export const staleBy = async (tx: Tx, subject: string): Promise<Problem> => {
  const { rows } = await sql<{ at: Date; orgName: string; familyName: string; givenName: string }>`
    select a.at, o.name as "orgName", u.family_name as "familyName", u.given_name as "givenName"
    from audit_log a join users u on u.id = a.user_id join organisations o on o.id = u.org_id
    where a.subject = ${subject} and a.outcome = 'done' order by a.id desc limit 1`.execute(tx);
  const last = rows[0];
  return last
    ? stale(`${last.orgName}の${last.familyName} ${last.givenName}さん`, formatInstant(last.at))
    : stale('ほかの人', 'この画面を開いた後');
};
