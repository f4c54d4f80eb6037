import '../venues/index.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Giver } from './sheet.ts';

/** Organisation ids of the receivers of a giver: prefectures by code, municipalities by code, venues by themselves. */
export const loadReceiverOrgs = async (
  tx: Tx,
  { level, prefectureCode }: Giver,
  keys: readonly string[],
): Promise<Map<string, number>> => {
  if (keys.length === 0) return new Map();
  if (level === 'municipal') return new Map(keys.map((key) => [key, Number(key)]));
  const code = level === 'national' ? 'prefecture_code' : 'municipality_code';
  const rows = await tx
    .selectFrom('organisations')
    .select(['id', `${code} as code`])
    .where('kind', '=', level === 'national' ? 'prefecture' : 'municipality')
    .$if(level === 'prefectural', (query) => query.where('prefecture_code', '=', prefectureCode))
    .where(code, 'in', keys)
    .where('active', '=', true)
    .execute();
  return new Map(rows.map(({ id, code: key }) => [key ?? '', id]));
};

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
