import { sql } from 'kysely';
import type { Tx } from './types.ts';

/**
 * For the rest of the transaction: a comparison reads every entry, so it may take longer than a page; what it uses of
 * the server's memory at a time is bounded, the rest of its sorts goes through files.
 */
export const allowComparison = async (tx: Tx): Promise<void> => {
  await sql`select set_config('statement_timeout', '0', true), set_config('work_mem', '16MB', true),
    set_config('hash_mem_multiplier', '1', true)`.execute(tx);
};
