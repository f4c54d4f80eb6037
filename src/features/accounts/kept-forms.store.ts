import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import './accounts.tables.ts';
import { type KeptForm, keptAtMost, keptHours } from './kept-forms.ts';

/** Puts a form aside for a user; the oldest make room. */
export const insertKeptForm = async (tx: Tx, userId: number, form: KeptForm, at: Date): Promise<void> => {
  await tx
    .insertInto('kept_forms')
    .values({
      user_id: userId,
      action: form.action,
      fields: JSON.stringify(form.fields),
      preview: JSON.stringify(form.preview),
      kept_at: at,
    })
    .execute();
  await sql`delete from kept_forms where user_id = ${userId} and id not in (
    select id from kept_forms where user_id = ${userId} order by id desc limit ${keptAtMost})`.execute(tx);
};

export const hasKeptForms = async (tx: Tx, userId: number): Promise<boolean> =>
  (await tx
    .selectFrom('kept_forms')
    .select('id')
    .where('user_id', '=', userId)
    .where('offered_at', 'is', null)
    .executeTakeFirst()) !== undefined;

export type OfferedForm = KeptForm & { readonly id: number; readonly keptAt: Date };

/** The forms put aside for a user, newest first; from now on they count as offered. */
export const offerKeptForms = async (tx: Tx, userId: number, at: Date): Promise<OfferedForm[]> => {
  const rows = await tx
    .selectFrom('kept_forms')
    .select(['id', 'action', 'fields', 'preview', 'kept_at as keptAt'])
    .where('user_id', '=', userId)
    .where('kept_at', '>', new Date(at.getTime() - keptHours * 3_600_000))
    .orderBy('id', 'desc')
    .execute();
  await tx
    .updateTable('kept_forms')
    .set({ offered_at: at })
    .where('user_id', '=', userId)
    .where('offered_at', 'is', null)
    .execute();
  return rows.map((row) => ({ ...row, fields: parsed(row.fields), preview: parsed(row.preview) }));
};

const parsed = <T>(json: unknown): T => (typeof json === 'string' ? JSON.parse(json) : json) as T;

/** Throws away one of a user's forms, or all. */
export const deleteKeptForms = async (tx: Tx, userId: number, id?: number): Promise<void> => {
  await tx
    .deleteFrom('kept_forms')
    .where('user_id', '=', userId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? 0))
    .execute();
};

/** Forgets what was kept a day ago, and what was offered an hour ago. */
export const deleteOldKeptForms = async (tx: Tx, now: Date): Promise<void> => {
  await sql`delete from kept_forms where kept_at < ${now}::timestamptz - ${keptHours} * interval '1 hour'
    or offered_at < ${now}::timestamptz - interval '1 hour'`.execute(tx);
};
