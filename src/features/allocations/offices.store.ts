import '../venues/index.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Giver } from './sheet.ts';

export type Wholesaler = { readonly id: number; readonly name: string };

/** Who brings a vaccine to a municipality on a day (S34): its own row beats that of the whole prefecture; null: nobody is named. */
export const loadWholesaler = async (tx: Tx, vaccineId: number, giver: Giver, day: Day): Promise<Wholesaler | null> =>
  (await tx
    .selectFrom('wholesaler_areas as a')
    .innerJoin('organisations as o', 'o.id', 'a.wholesaler_id')
    .select(['o.id', 'o.name'])
    .where('a.vaccine_id', '=', vaccineId)
    .where('a.prefecture_code', '=', giver.prefectureCode)
    .where((e) => e.or([e('a.municipality_code', 'is', null), e('a.municipality_code', '=', giver.municipalityCode)]))
    .where('a.from_day', '<=', day)
    .where((e) => e.or([e('a.to_day', 'is', null), e('a.to_day', '>=', day)]))
    .orderBy(sql`a.municipality_code is null`)
    .orderBy('a.from_day', 'desc')
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null;
