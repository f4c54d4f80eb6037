import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../db/index.ts';

/** The last day for which the work of this name, which is done once a day, was done; null: never. */
export const loadDoneDay = async (tx: Tx, work: string): Promise<Day | null> => {
  const { rows } = await sql<{ day: Day }>`select value #>> '{}' as day from app_state where key = ${work}`.execute(tx);
  return rows[0]?.day ?? null;
};

export const saveDoneDay = async (tx: Tx, work: string, day: Day): Promise<void> => {
  await sql`insert into app_state (key, value) values (${work}, to_jsonb(${day}::text))
    on conflict (key) do update set value = excluded.value, updated_at = now()`.execute(tx);
};
