-- S14: totals per municipality, kept beside the entries by triggers, so that no use case can forget them and a page of
-- the whole country costs the same whatever the number of entries. There is no national row: it would be one lock for all.

-- 0 where no クール is known: entries of the ledger that belong to none.
create table area_totals (
  vaccine_id bigint not null,
  -- of reports: total_doses, doses (by category and number), venues_reported (in the クール), venues_first (ever);
  -- of the ledger, in vials: received, discarded
  measure text not null,
  cycle_id bigint not null,
  municipality_code char(6) not null,
  category text not null default '',
  dose_number integer not null default 0,
  prefecture_code char(2) not null,
  amount bigint not null,
  -- when the last entry of it came
  changed_at timestamptz not null,
  reach text[] not null generated always as (array['m' || municipality_code::text, 'p' || prefecture_code::text]) stored,
  primary key (vaccine_id, measure, cycle_id, municipality_code, category, dose_number)
) with (fillfactor = 70);
create index area_totals_municipality on area_totals (municipality_code, vaccine_id);

-- The same by the day in Japan on which the entries came.
create table area_day_totals (
  vaccine_id bigint not null,
  measure text not null,
  cycle_id bigint not null,
  day date not null,
  municipality_code char(6) not null,
  category text not null default '',
  dose_number integer not null default 0,
  prefecture_code char(2) not null,
  amount bigint not null,
  reach text[] not null generated always as (array['m' || municipality_code::text, 'p' || prefecture_code::text]) stored,
  primary key (vaccine_id, measure, cycle_id, day, municipality_code, category, dose_number)
) with (fillfactor = 70);
create index area_day_totals_municipality on area_day_totals (municipality_code, vaccine_id, measure, day);

do $$
declare t text;
begin
  foreach t in array array['area_totals','area_day_totals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to vsys_web using (reach && (select app_reach()))', t || '_reach', t);
    execute format('create policy %I on %I to vsys_all using (true)', t || '_all', t);
    execute format('grant select on %I to vsys_web, vsys_all', t);
  end loop;
end $$;

-- The day in Japan, which keeps UTC+9 all year.
create function jst_day(at timestamptz) returns date language sql immutable parallel safe as
  $$ select (at at time zone interval '9 hours')::date $$;

create type area_delta as (
  vaccine_id bigint, measure text, cycle_id bigint, day date, municipality_code text, category text, dose_number integer,
  prefecture_code text, amount bigint, at timestamptz
);

-- Both tables are written in the order of their keys: two reports at once wait for each other instead of locking up.
create function add_area_totals(deltas area_delta[]) returns void language plpgsql as $$
begin
  insert into area_totals (vaccine_id, measure, cycle_id, municipality_code, category, dose_number, prefecture_code, amount, changed_at)
  select vaccine_id, measure, cycle_id, municipality_code, category, dose_number, min(prefecture_code), sum(amount), max(at)
  from unnest(deltas) group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
  on conflict (vaccine_id, measure, cycle_id, municipality_code, category, dose_number)
  do update set amount = area_totals.amount + excluded.amount, changed_at = greatest(area_totals.changed_at, excluded.changed_at);

  insert into area_day_totals (vaccine_id, measure, cycle_id, day, municipality_code, category, dose_number, prefecture_code, amount)
  select vaccine_id, measure, cycle_id, day, municipality_code, category, dose_number, min(prefecture_code), sum(amount)
  from unnest(deltas) group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
  on conflict (vaccine_id, measure, cycle_id, day, municipality_code, category, dose_number)
  do update set amount = area_day_totals.amount + excluded.amount;
end $$;

-- What each entry adds. One place for the triggers and for the proof that the totals are right.
create view report_deltas with (security_invoker = true) as
  select n.id, n.vaccine_id, m.measure, coalesce(n.cycle_id, 0) as cycle_id, jst_day(n.registered_at) as day,
    n.municipality_code, '' as category, 0 as dose_number, n.prefecture_code, m.amount::bigint as amount, n.registered_at as at
  from report_versions n
  left join report_versions f on f.venue_id = n.venue_id and f.vaccine_id = n.vaccine_id and f.version = n.version - 1
  cross join lateral (values
    ('total_doses', n.doses - coalesce(f.doses, 0)),
    ('venues_first', case when n.version = 1 then 1 else 0 end),
    ('venues_reported', case when exists (
      select from report_versions e where e.venue_id = n.venue_id and e.vaccine_id = n.vaccine_id and e.version < n.version
        and e.cycle_id is not distinct from n.cycle_id) then 0 else 1 end)
  ) m (measure, amount);

create view count_deltas with (security_invoker = true) as
  select c.report_id as id, n.vaccine_id, 'doses' as measure, coalesce(n.cycle_id, 0) as cycle_id, jst_day(n.registered_at) as day,
    c.municipality_code, c.category, c.dose_number, c.prefecture_code, (c.doses - coalesce(o.doses, 0))::bigint as amount, n.registered_at as at
  from report_counts c
  join report_versions n on n.id = c.report_id
  left join report_versions f on f.venue_id = n.venue_id and f.vaccine_id = n.vaccine_id and f.version = n.version - 1
  left join report_counts o on o.report_id = f.id and o.category = c.category and o.dose_number = c.dose_number;

create view ledger_deltas with (security_invoker = true) as
  select e.id, e.vaccine_id, case e.kind when 'receipt' then 'received' else 'discarded' end as measure,
    coalesce(d.cycle_id, r.cycle_id, 0) as cycle_id, jst_day(e.at) as day, e.municipality_code, '' as category, 0 as dose_number,
    e.prefecture_code, (case e.kind when 'receipt' then e.vials else -e.vials end)::bigint as amount, e.at
  from ledger_entries e
  left join delivery_lots l on e.source = 'delivery_lot' and l.id = e.source_id
  left join distributions d on d.id = l.distribution_id
  left join report_versions r on e.source = 'report_disposal' and r.id = e.source_id
  where e.kind in ('receipt', 'disposal');

-- As the owner: who reports may not write totals in any other way. An import brings the totals along.
create function total_new_reports() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform add_area_totals(array(
    select row(d.vaccine_id, d.measure, d.cycle_id, d.day, d.municipality_code, d.category, d.dose_number, d.prefecture_code, d.amount, d.at)::area_delta
    from added a join report_deltas d on d.id = a.id
    where d.amount <> 0 or d.measure = 'total_doses'));
  return null;
end $$;
create function total_new_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform add_area_totals(array(
    select row(d.vaccine_id, d.measure, d.cycle_id, d.day, d.municipality_code, d.category, d.dose_number, d.prefecture_code, d.amount, d.at)::area_delta
    from added a join count_deltas d on d.id = a.report_id and d.category = a.category and d.dose_number = a.dose_number
    where d.amount <> 0));
  return null;
end $$;
create function total_new_entries() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform add_area_totals(array(
    select row(d.vaccine_id, d.measure, d.cycle_id, d.day, d.municipality_code, d.category, d.dose_number, d.prefecture_code, d.amount, d.at)::area_delta
    from added a join ledger_deltas d on d.id = a.id
    where d.amount <> 0));
  return null;
end $$;

create trigger report_totals after insert on report_versions
  referencing new table as added for each statement execute function total_new_reports();
create trigger count_totals after insert on report_counts
  referencing new table as added for each statement execute function total_new_counts();
create trigger entry_totals after insert on ledger_entries
  referencing new table as added for each statement execute function total_new_entries();

-- What the totals must be, by their entries.
create view area_totals_of_entries with (security_invoker = true) as
  select vaccine_id, measure, cycle_id, day, municipality_code, category, dose_number, sum(amount)::bigint as amount
  from (
    select vaccine_id, measure, cycle_id, day, municipality_code, category, dose_number, amount from report_deltas
    union all select vaccine_id, measure, cycle_id, day, municipality_code, category, dose_number, amount from count_deltas
    union all select vaccine_id, measure, cycle_id, day, municipality_code, category, dose_number, amount from ledger_deltas
  ) d group by 1, 2, 3, 4, 5, 6, 7;
grant select on report_deltas, count_deltas, ledger_deltas, area_totals_of_entries to vsys_all;

-- Entries that were there before.
do $$
begin
  perform add_area_totals(array(
    select row(d.vaccine_id, d.measure, d.cycle_id, d.day, d.municipality_code, d.category, d.dose_number, d.prefecture_code, d.amount, d.at)::area_delta
    from (select * from report_deltas union all select * from count_deltas union all select * from ledger_deltas) d
    where d.amount <> 0 or d.measure = 'total_doses'));
end $$;

-- S13: who reported nothing in a クール was reminded, and then the municipalities were told.
alter table cycles
  add column report_reminded_at timestamptz,
  add column report_escalated_at timestamptz;
