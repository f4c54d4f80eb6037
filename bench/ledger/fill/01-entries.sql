-- The reports and the ledger of 140 days: `bench.reports` reports and `bench.moves` other entries of every venue. Without
-- triggers: balances and totals are made from the entries afterwards, and checked by `reconcile`.

set session_replication_role = replica;
set max_parallel_workers_per_gather = 0;
set work_mem = '256MB';
set maintenance_work_mem = '512MB';
truncate ledger_entries, report_counts, report_versions, stock_balances, stock_lot_balances, area_totals, area_day_totals,
  prefecture_totals, prefecture_day_totals;

-- Indexes that the rows would meet in no order are made once, at the end.
create temp table bench_index as
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
from pg_index i where not i.indisunique
  and i.indrelid in ('ledger_entries'::regclass, 'report_versions'::regclass, 'stock_lot_balances'::regclass);
do $$
declare i record;
begin
  for i in select * from bench_index loop execute 'drop index ' || i.name; end loop;
end $$;

create temp table bench_holder as
select row_number() over (order by d.venue_id) as n, d.venue_id, h.vaccine_id, d.prefecture_code, d.municipality_code,
  (array[5, 8, 6])[1 + d.venue_id % 3] as more, d.venue_id % 97 / 97.0 as part, u.id as user_id
from venue_directory d join venue_vaccines h on h.venue_id = d.venue_id
cross join (select min(id) as id from users) u;
analyze bench_holder;

-- Each report adds `more` to every number, and every fifth one vial thrown away; a venue reports at its own hour.
do $$
declare
  reports integer := current_setting('bench.reports')::integer;
  moves integer := current_setting('bench.moves')::integer;
  start timestamptz := date_trunc('day', now()) - interval '141 days';
begin
  for k in 1..reports loop
    insert into report_versions (id, venue_id, vaccine_id, cycle_id, prefecture_code, municipality_code, version, doses,
      discarded_vials, registered_at, registered_by)
    overriding system value
    select k * 1000000 + n, venue_id, vaccine_id, least(10, 1 + day / 14), prefecture_code, municipality_code, k,
      k * more * 10, k / 5, start + make_interval(days => day, mins => (n % 480)::integer), user_id
    from (select *, floor((k - 1 + part) * 140 / reports)::integer as day from bench_holder) h order by n;
    insert into ledger_entries (venue_id, prefecture_code, municipality_code, vaccine_id, kind, vials, doses, doses_per_vial,
      day, source, source_id, at, user_id)
    select venue_id, prefecture_code, municipality_code, vaccine_id, e.kind, e.vials, e.doses, 6, jst_day(registered_at),
      e.source, r.id, registered_at, registered_by
    from report_versions r, lateral (values ('use', 0, doses / version, 'report'),
      ('disposal', -1, null, 'report_disposal')) e (kind, vials, doses, source)
    where r.id between k * 1000000 and k * 1000000 + 999999 and (e.kind = 'use' or k % 5 = 0) order by r.id;
  end loop;
  for m in 1..moves loop
    insert into ledger_entries (venue_id, prefecture_code, municipality_code, vaccine_id, kind, lot, expiry, vials,
      doses_per_vial, day, partner_id, reason, source, source_id, at, user_id)
    select venue_id, prefecture_code, municipality_code, vaccine_id, e.kind,
      case when e.kind <> 'count' then 'VS' || 2000 + m / 13 end, case when e.kind = 'receipt' then current_date + 100 end,
      e.vials, 6, jst_day(start) + m * 140 / moves, case when e.kind like 'transfer%' then venue_id - 1 + 2 * (n % 2) end,
      case when e.kind = 'count' then '棚卸' else '' end, e.source, 100000000 + m * 1000000 + n,
      start + make_interval(days => m * 140 / moves, mins => (n % 600)::integer), user_id
    from bench_holder h
    join (values (0, 'receipt', 30, 'delivery_lot'), (1, 'transfer_in', 5, 'transfer'), (2, 'transfer_out', -5, 'transfer'),
      (3, 'disposal', -1, 'disposal'), (4, 'count', 1, 'count')) e (at, kind, vials, source) on e.at = (n + m) % 5
    order by n;
  end loop;
end $$;

insert into report_counts (report_id, category, dose_number, doses, venue_id, prefecture_code, municipality_code)
select r.id, c.code, d.number, r.version * h.more, r.venue_id, r.prefecture_code, r.municipality_code
from report_versions r join bench_holder h on h.venue_id = r.venue_id, report_categories c, report_dose_numbers d
where d.number <= 2 and c.code in ('health_worker', 'care_worker', 'elderly', 'underlying', 'other');

-- What was delivered in the ten クール.
insert into ledger_entries (venue_id, prefecture_code, municipality_code, vaccine_id, kind, lot, expiry, vials, doses_per_vial,
  source, source_id, at, user_id)
select l.venue_id, l.prefecture_code, l.municipality_code, h.vaccine_id, 'receipt', l.lot, l.expiry, l.received_vials, 6,
  'delivery_lot', l.id, d.received_at, d.received_by
from delivery_lots l join distributions d on d.id = l.distribution_id join bench_holder h on h.venue_id = l.venue_id
where d.cycle_id <= 10 order by l.id;
