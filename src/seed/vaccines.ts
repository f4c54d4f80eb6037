import { readDataFile } from './data-file.ts';
import type { Run } from './run.ts';

const COLUMNS =
  'code, name, short_name, storage, unit_name, vials_per_unit, dilution, asks_storage, interval_days, route, announced_from, usable_from';

/** The vaccines of `data/vaccines.json` with their makers. Only what is missing is added: 国 may have changed the rest. */
export const seedVaccines = async (run: Run, now: Date): Promise<void> => {
  const json = readDataFile('vaccines.json').toString('utf8');
  await run(
    `insert into organisations (kind, name, created_at)
     select 'manufacturer', maker, $2::timestamptz
     from (select v->>'maker' as maker, min(n) as n from json_array_elements($1::json) with ordinality e(v, n) group by 1) m
     where not exists (select from organisations o where o.kind = 'manufacturer' and o.name = m.maker) order by n`,
    [json, now.toISOString()],
  );
  const added = await run(
    `insert into vaccines (${COLUMNS}, maker_id)
     select ${COLUMNS}, (select min(id) from organisations where kind = 'manufacturer' and name = v->>'maker')
     from json_array_elements($1::json) with ordinality e(v, n),
          json_populate_record(null::vaccines, (v::jsonb - 'doses_per_vial')::json)
     where not exists (select from vaccines x where x.code = v->>'code') order by n
     returning id`,
    [json],
  );
  await run(
    `insert into vaccine_doses_per_vial (vaccine_id, from_day, doses)
     select x.id, (d->>'from')::date, (d->>'doses')::integer
     from json_array_elements($1::json) v join vaccines x on x.code = v->>'code', json_array_elements(v->'doses_per_vial') d
     where x.id = any($2::bigint[])`,
    [json, added.map(({ id }) => Number(id))],
  );
};
