import './totals.tables.ts';
import '../reports/index.ts';
import '../vaccines/index.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Day, isDay } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';

/** Doses that were reported on a day in a 都道府県; below 0 where a correction took more back than was added. */
export type OpenDoses = {
  /** Names the row in the order in which rows come. */
  readonly key: string;
  readonly day: Day;
  readonly prefectureCode: string;
  readonly vaccineCode: string;
  readonly category: string;
  readonly categoryLabel: string;
  readonly doseNumber: number;
  readonly doses: number;
};

/** How a key looks. */
export const openDosesKey = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}_\d{2}_\d{1,9}_[a-z_]{1,40}_\d$/)
  .refine((key) => isDay(key.slice(0, 10)), 'no such day');

type Slice = { readonly after: string; readonly limit: number; readonly prefecture?: string };

/** The next rows after a key, by day, 都道府県, vaccine, category and number. */
export const loadOpenDoses = async (tx: Tx, { after, limit, prefecture }: Slice): Promise<OpenDoses[]> => {
  const [day, code, vaccineId, ...rest] = after.split('_');
  const number = rest.pop();
  const { rows } = await sql<OpenDoses>`
    select d.day || '_' || d.prefecture_code || '_' || d.vaccine_id || '_' || d.category || '_' || d.dose_number as key,
      d.day, d.prefecture_code as "prefectureCode", x.code as "vaccineCode", d.category, c.label as "categoryLabel",
      d.dose_number as "doseNumber", d.doses
    from (
      select * from open_doses
      where (${prefecture ?? null}::char(2) is null or prefecture_code = ${prefecture ?? null})
        and (${after} = '' or (day, prefecture_code, vaccine_id, category, dose_number) >
          (${day || null}::date, ${code ?? null}::char(2), ${vaccineId ?? null}::bigint, ${rest.join('_')}, ${number ?? null}::integer))
      order by day, prefecture_code, vaccine_id, category, dose_number limit ${limit}
    ) d
    join vaccines x on x.id = d.vaccine_id
    join report_categories c on c.code = d.category
    order by d.day, d.prefecture_code, d.vaccine_id, d.category, d.dose_number`.execute(tx);
  return rows;
};
