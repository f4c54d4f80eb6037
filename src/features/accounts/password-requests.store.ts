import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import './accounts.tables.ts';

type Asked = { readonly userName: string; readonly address: string; readonly at: Date };

/** Puts a forgotten password down as it was asked for, whether there is such a user or not. */
export const insertPasswordRequest = async (tx: Tx, { userName, address, at }: Asked): Promise<number> => {
  const { id } = await tx
    .insertInto('password_requests')
    .values({ user_name: userName, address, at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Takes it out again; null when it was worked off before. */
export const takePasswordRequest = async (tx: Tx, id: number): Promise<Asked | null> => {
  const { rows } = await sql<Asked>`
    delete from password_requests where id = ${id} returning user_name as "userName", address, at`.execute(tx);
  return rows[0] ?? null;
};
