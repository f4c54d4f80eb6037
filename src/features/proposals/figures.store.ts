import '../allocations/index.ts';
import '../demands/index.ts';
import '../reports/index.ts';
import '../venues/index.ts';
import { sql } from 'kysely';
import { addDays, type Day, instantAt } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Cycle } from '../cycles/index.ts';
import type { VenueFigures } from './needs.ts';

type Where = {
  readonly cycle: Pick<Cycle, 'id' | 'vaccineId'>;
  /** The area of the giver; null: the whole country. */
  readonly prefectureCode: string | null;
  readonly municipalityCode: string | null;
  readonly today: Day;
  readonly lookBackDays: number;
};

/**
 * What proposals weigh: every approved 基本型 venue of an area with its demand and the doses it reported as used, now and
 * before the look-back began. One statement, since a country has 10,000 of them.
 */
export const loadFigures = async (tx: Tx, where: Where): Promise<Omit<VenueFigures, 'stock'>[]> => {
  const { cycle, prefectureCode, municipalityCode, today, lookBackDays } = where;
  const before = instantAt(addDays(today, -lookBackDays), '00:00');
  const inArea = municipalityCode
    ? sql`p.municipality_code = ${municipalityCode}`
    : prefectureCode
      ? sql`p.prefecture_code = ${prefectureCode}`
      : sql`true`;
  const { rows } = await sql<Omit<VenueFigures, 'stock'>>`
    with basics as materialized (
      select p.venue_id, p.prefecture_code, p.municipality_code
      from venue_vaccines h join venue_directory p on p.venue_id = h.venue_id
      where h.vaccine_id = ${cycle.vaccineId} and h.role = 'basic' and p.approved and ${inArea}
    ),
    used as (
      select distinct on (r.venue_id) r.venue_id, r.doses
      from report_versions r join basics b using (venue_id)
      where r.vaccine_id = ${cycle.vaccineId}
      order by r.venue_id, r.version desc
    ),
    used_before as (
      select distinct on (r.venue_id) r.venue_id, r.doses
      from report_versions r join basics b using (venue_id)
      where r.vaccine_id = ${cycle.vaccineId} and r.registered_at < ${before}
      order by r.venue_id, r.version desc
    )
    select b.venue_id::text as key, b.prefecture_code as "prefectureCode", b.municipality_code as "municipalityCode",
      coalesce(d.corrected, d.requested) as demand, u.doses as used, ub.doses as "usedBefore",
      exists (select from doctors x where x.venue_id = b.venue_id) as "hasDoctor"
    from basics b
    left join demands d on d.cycle_id = ${cycle.id} and d.venue_id = b.venue_id
    left join used u on u.venue_id = b.venue_id
    left join used_before ub on ub.venue_id = b.venue_id
    order by b.venue_id`.execute(tx);
  return rows;
};
