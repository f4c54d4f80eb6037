import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { DataKind, RetentionRule } from './retention.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    retention_rules: { kind: DataKind; position: number; days: number; swept_at: Date | null; deleted: number };
  }
}

export const loadRules = async (tx: Tx): Promise<RetentionRule[]> =>
  tx
    .selectFrom('retention_rules')
    .select(['kind', 'days', 'swept_at as sweptAt', 'deleted'])
    .orderBy('position')
    .execute();

/** Table, and the column that says how old a row is; only what is done with is ever over its time. */
const places: Readonly<Record<DataKind, { readonly table: string; readonly at: string; readonly only: string }>> = {
  audit: { table: 'audit_log', at: 'at', only: 'true' },
  notice: { table: 'notices', at: 'at', only: 'true' },
  mail: { table: 'mails', at: 'sent_at', only: `state = 'sent'` },
  error_report: { table: 'navi_error_reports', at: 'handled_at', only: 'handled_at is not null' },
  ticket: { table: 'tickets', at: 'closed_at', only: `state = 'closed'` },
  chat_question: { table: 'chat_questions', at: 'asked_at', only: 'true' },
  receipt: { table: 'form_receipts', at: 'created_at', only: 'true' },
};

/** Deletes up to `limit` rows that are older, the oldest first; gives how many there were. */
export const deleteOlder = async (tx: Tx, kind: DataKind, before: Date, limit: number): Promise<number> => {
  const { table, at, only } = places[kind];
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where ctid = any (array(
      select ctid from ${sql.table(table)} where ${sql.raw(only)} and ${sql.ref(at)} < ${before}
      order by ${sql.ref(at)} limit ${limit}))`.execute(tx);
  return Number(numAffectedRows ?? 0);
};

/** Adds up what was deleted; `sweptAt` when nothing over its time is left. */
export const saveSweep = async (tx: Tx, kind: DataKind, deleted: number, sweptAt: Date | null): Promise<void> => {
  await tx
    .updateTable('retention_rules')
    .set((eb) => ({ deleted: eb('deleted', '+', deleted), ...(sweptAt && { swept_at: sweptAt }) }))
    .where('kind', '=', kind)
    .execute();
};
