-- What the 基本型 have reported so far, and where the program goes on counting.

insert into report_versions (id, venue_id, vaccine_id, cycle_id, prefecture_code, municipality_code, version, doses,
  discarded_vials, registered_at, registered_by)
overriding system value
select v.id, v.id, x.id, 10, v.prefecture_code, v.municipality_code, 1,
  (select 100 * count(*) from report_categories, report_dose_numbers), 1, now() - interval '7 days', v.id
from bench_venue v, vaccines x where x.code = 'pfizer' and v.role = 'basic' order by v.n;
insert into report_counts (report_id, category, dose_number, doses, venue_id, prefecture_code, municipality_code)
select v.id, c.code, d.number, 100, v.id, v.prefecture_code, v.municipality_code
from bench_venue v, report_categories c, report_dose_numbers d where v.role = 'basic' order by v.n, c.code, d.number;

do $$
declare t record;
begin
  for t in select format('%I', table_name) as name, format('%I', column_name) as col
           from information_schema.columns where table_schema = 'public' and is_identity = 'YES' loop
    execute format('select setval(pg_get_serial_sequence(%L, %L), max(%s)) from %s having max(%s) is not null',
      t.name, t.col, t.col, t.name, t.col);
  end loop;
end $$;
