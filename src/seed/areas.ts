import { municipalities, prefectures } from '../features/areas/index.ts';
import type { Run } from './run.ts';

const rowsOf = (source: string, columns: string): string => `json_to_recordset($1::json) as ${source}(${columns})`;

/** Prefectures, municipalities, and the offices every installation has; what is there already keeps its id. */
export const seedAreas = async (run: Run, now: Date): Promise<void> => {
  await seedPlaces(run);
  await seedOffices(run, now);
};

const seedPlaces = async (run: Run): Promise<void> => {
  await run(
    `insert into prefectures (code, name, kana, population)
     select code, name, kana, population from ${rowsOf('p', 'code char(2), name text, kana text, population integer')}
     on conflict (code) do update set name = excluded.name, kana = excluded.kana, population = excluded.population`,
    [JSON.stringify(prefectures())],
  );
  await run(
    `insert into municipalities (code, prefecture_code, name, kana, towns)
     select code, "prefectureCode", name, kana, towns
     from ${rowsOf('m', 'code char(6), "prefectureCode" char(2), name text, kana text, towns integer')}
     on conflict (code) do update set name = excluded.name, kana = excluded.kana, towns = excluded.towns`,
    [JSON.stringify(municipalities())],
  );
};

// `where not exists` and not `on conflict`: a repeated start must not use up ids.
const seedOffices = async (run: Run, now: Date): Promise<void> => {
  const at = [now.toISOString()];
  await run(
    `insert into organisations (kind, name, created_at)
     select kind, name, $1::timestamptz from (values (1, 'ministry', '厚生労働省'), (2, 'desk', 'V-SYSサービスデスク')) o(n, kind, name)
     where not exists (select from organisations x where x.kind = o.kind) order by n`,
    at,
  );
  await run(
    `insert into organisations (kind, name, prefecture_code, created_at)
     select 'prefecture', name, code, $1::timestamptz from prefectures p
     where not exists (select from organisations x where x.kind = 'prefecture' and x.prefecture_code = p.code) order by code`,
    at,
  );
  await run(
    `insert into organisations (kind, name, prefecture_code, municipality_code, created_at)
     select 'municipality', name, prefecture_code, code, $1::timestamptz from municipalities m
     where not exists (select from organisations x where x.kind = 'municipality' and x.municipality_code = m.code) order by code`,
    at,
  );
};
