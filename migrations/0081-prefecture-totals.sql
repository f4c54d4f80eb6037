-- The page of the whole country costs the same whatever the number of entries, venues and municipalities: what it shows is
-- kept by 都道府県 too. (There is still no national row: it would be one lock for all.) Written by the triggers only.

create table prefecture_totals (
  vaccine_id bigint not null,
  -- those of area_totals, and: demanded (最小包装単位), demand_venues (in the クール), demand_first (ever), distributed
  -- (vials); without クール: stock (vials, of the venues whose stock is known), stock_venues
  measure text not null,
  cycle_id bigint not null,
  prefecture_code char(2) not null,
  category text not null default '',
  dose_number integer not null default 0,
  amount bigint not null,
  changed_at timestamptz not null,
  reach text[] not null generated always as (array['p' || prefecture_code::text]) stored,
  primary key (vaccine_id, measure, cycle_id, prefecture_code, category, dose_number)
) with (fillfactor = 50);

-- 延べ回数 by the day in Japan on which the reports came.
create table prefecture_day_totals (
  vaccine_id bigint not null,
  measure text not null,
  cycle_id bigint not null,
  day date not null,
  prefecture_code char(2) not null,
  amount bigint not null,
  reach text[] not null generated always as (array['p' || prefecture_code::text]) stored,
  primary key (vaccine_id, measure, cycle_id, day, prefecture_code)
) with (fillfactor = 50);

-- Who ever asked for a vaccine: of two who ask for two クール at the same moment one is the first.
create table demanding_venues (
  vaccine_id bigint not null,
  venue_id bigint not null,
  primary key (vaccine_id, venue_id)
);

-- Who owes a report is counted from the venues themselves, without reading all that is known of each.
create index venue_directory_area on venue_directory (venue_id) include (prefecture_code, municipality_code) where approved;

do $$
declare t text;
begin
  foreach t in array array['prefecture_totals','prefecture_day_totals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to vsys_web using (reach && (select app_reach()))', t || '_reach', t);
    execute format('create policy %I on %I to vsys_all using (true)', t || '_all', t);
    execute format('grant select on %I to vsys_web, vsys_all', t);
  end loop;
end $$;
grant select on demanding_venues to vsys_all;

-- In the order of the keys, like the rows of the municipalities.
create function add_prefecture_totals(deltas area_delta[]) returns void language plpgsql as $$
begin
  if coalesce(cardinality(deltas), 0) = 0 then return; end if;
  insert into prefecture_totals (vaccine_id, measure, cycle_id, prefecture_code, category, dose_number, amount, changed_at)
  select vaccine_id, measure, cycle_id, prefecture_code, category, dose_number, sum(amount), max(at)
  from unnest(deltas) group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
  on conflict (vaccine_id, measure, cycle_id, prefecture_code, category, dose_number)
  do update set amount = prefecture_totals.amount + excluded.amount, changed_at = greatest(prefecture_totals.changed_at, excluded.changed_at);

  insert into prefecture_day_totals (vaccine_id, measure, cycle_id, day, prefecture_code, amount)
  select vaccine_id, measure, cycle_id, day, prefecture_code, sum(amount)
  from unnest(deltas) where measure = 'total_doses' group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (vaccine_id, measure, cycle_id, day, prefecture_code)
  do update set amount = prefecture_day_totals.amount + excluded.amount;
end $$;

-- Whatever is added to a municipality is added to its 都道府県; first the municipality, of which there are many.
alter function add_area_totals(area_delta[]) rename to add_municipality_totals;
create function add_area_totals(deltas area_delta[]) returns void language plpgsql as $$
begin
  perform add_municipality_totals(deltas);
  perform add_prefecture_totals(deltas);
end $$;

-- What a record counts for; differences of it before and after are added.
create function stock_of(b stock_balances) returns bigint language sql immutable as $$
  select case when b.inflows > 0 then b.received + b.transferred_in - b.transferred_out - b.disposed + b.corrected
    - greatest(0, (b.used_parts + 232792559) / 232792560) end $$;
create function vials_of(d distributions) returns integer language sql immutable as $$
  select case when d.item = 'vaccine' and d.cancelled_at is null then d.pieces else 0 end $$;

create function total_new_demands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare firsts area_delta[];
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform add_prefecture_totals(array(
    select row(c.vaccine_id, m.measure, n.cycle_id, null, null, '', 0, n.prefecture_code, m.amount, n.registered_at)::area_delta
    from fresh n join cycles c on c.id = n.cycle_id,
    lateral (values ('demanded', coalesce(n.corrected, n.requested)), ('demand_venues', 1)) m (measure, amount)));
  with first_time as (
    insert into demanding_venues (vaccine_id, venue_id)
    select distinct c.vaccine_id, n.venue_id from fresh n join cycles c on c.id = n.cycle_id order by 1, 2
    on conflict do nothing returning vaccine_id, venue_id
  )
  select array(
    select distinct on (f.vaccine_id, f.venue_id)
      row(f.vaccine_id, 'demand_first', 0, null, null, '', 0, n.prefecture_code, 1, n.registered_at)::area_delta
    from first_time f join fresh n on n.venue_id = f.venue_id order by f.vaccine_id, f.venue_id, n.id) into firsts;
  perform add_prefecture_totals(firsts);
  return null;
end $$;
create trigger demands_total_new after insert on demands
  referencing new table as fresh for each statement execute function total_new_demands();

create function total_changed_demands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform add_prefecture_totals(array(
    select row(c.vaccine_id, 'demanded', n.cycle_id, null, null, '', 0, n.prefecture_code,
      coalesce(n.corrected, n.requested) - coalesce(o.corrected, o.requested), n.registered_at)::area_delta
    from fresh n join former o on o.id = n.id join cycles c on c.id = n.cycle_id
    where coalesce(n.corrected, n.requested) <> coalesce(o.corrected, o.requested)));
  return null;
end $$;
create trigger demands_total_changed after update on demands
  referencing new table as fresh old table as former for each statement execute function total_changed_demands();

create function total_new_distributions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform add_prefecture_totals(array(
    select row(c.vaccine_id, 'distributed', n.cycle_id, null, null, '', 0, n.prefecture_code, vials_of(n), n.fixed_at)::area_delta
    from fresh n join cycles c on c.id = n.cycle_id where vials_of(n) <> 0));
  return null;
end $$;
create trigger distributions_total_new after insert on distributions
  referencing new table as fresh for each statement execute function total_new_distributions();

create function total_changed_distributions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform add_prefecture_totals(array(
    select row(c.vaccine_id, 'distributed', n.cycle_id, null, null, '', 0, n.prefecture_code, vials_of(n) - vials_of(o), n.fixed_at)::area_delta
    from fresh n join former o on o.id = n.id join cycles c on c.id = n.cycle_id where vials_of(n) <> vials_of(o)));
  return null;
end $$;
create trigger distributions_total_changed after update on distributions
  referencing new table as fresh old table as former for each statement execute function total_changed_distributions();

create function total_new_stock() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform add_prefecture_totals(array(
    select row(n.vaccine_id, m.measure, 0, null, null, '', 0, n.prefecture_code, m.amount, n.as_of)::area_delta
    from fresh n, lateral (values ('stock', stock_of(n)), ('stock_venues', 1)) m (measure, amount) where n.inflows > 0));
  return null;
end $$;
create trigger stock_total_new after insert on stock_balances
  referencing new table as fresh for each statement execute function total_new_stock();

create function total_changed_stock() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform add_prefecture_totals(array(
    select row(n.vaccine_id, m.measure, 0, null, null, '', 0, n.prefecture_code, m.amount, n.as_of)::area_delta
    from fresh n join former o on o.venue_id = n.venue_id and o.vaccine_id = n.vaccine_id,
    lateral (values ('stock', coalesce(stock_of(n), 0) - coalesce(stock_of(o), 0)),
      ('stock_venues', (n.inflows > 0)::integer - (o.inflows > 0)::integer)) m (measure, amount)
    where m.amount <> 0));
  return null;
end $$;
create trigger stock_total_changed after update on stock_balances
  referencing new table as fresh old table as former for each statement execute function total_changed_stock();

-- A plan that was made for one row goes on to serve thousands: rows before and after are matched by hash, never each by each.
-- What is switched off raises the cost that a plan shows, so compiling it must not be thought worth while.
do $$
declare f text;
begin
  foreach f in array array['reports_enter_ledger','total_new_counts','total_new_demands','total_changed_demands',
                           'total_changed_distributions','total_changed_stock'] loop
    execute format('alter function %I() set enable_nestloop = off', f);
    execute format('alter function %I() set jit = off', f);
  end loop;
  foreach f in array array['total_new_reports','total_new_entries','stock_balances_follow'] loop
    execute format('alter function %I() set jit = off', f);
  end loop;
end $$;

-- A transfer and a report of one request both touch the stock first: all requests take these rows in one order.
alter trigger entry_totals on ledger_entries rename to totals_of_entries;

-- The proof reads all reports at once: who reports in a クール for the first time is numbered, not looked up.
create or replace view report_deltas with (security_invoker = true) as
  select n.id, n.vaccine_id, m.measure, coalesce(n.cycle_id, 0) as cycle_id, jst_day(n.registered_at) as day,
    n.municipality_code, '' as category, 0 as dose_number, n.prefecture_code, m.amount::bigint as amount, n.registered_at as at
  from (
    select *, row_number() over (partition by venue_id, vaccine_id, cycle_id order by version) as in_cycle from report_versions
  ) n
  left join report_versions f on f.venue_id = n.venue_id and f.vaccine_id = n.vaccine_id and f.version = n.version - 1
  cross join lateral (values
    ('total_doses', n.doses - coalesce(f.doses, 0)),
    ('venues_first', case when n.version = 1 then 1 else 0 end),
    ('venues_reported', case when n.in_cycle = 1 then 1 else 0 end)
  ) m (measure, amount);

-- What they must be: of the municipalities' totals, and of the demands, distributions and balances themselves.
create view prefecture_totals_of_entries with (security_invoker = true) as
  select vaccine_id, measure, cycle_id, prefecture_code, category, dose_number, sum(amount)::bigint as amount
  from area_totals group by 1, 2, 3, 4, 5, 6
  union all
  select c.vaccine_id, m.measure, d.cycle_id, d.prefecture_code, '', 0, sum(m.amount)::bigint
  from demands d join cycles c on c.id = d.cycle_id,
  lateral (values ('demanded', coalesce(d.corrected, d.requested)), ('demand_venues', 1)) m (measure, amount) group by 1, 2, 3, 4
  union all
  select vaccine_id, 'demand_first', 0, prefecture_code, '', 0, count(*)
  from (select distinct on (c.vaccine_id, d.venue_id) c.vaccine_id, d.prefecture_code
    from demands d join cycles c on c.id = d.cycle_id order by c.vaccine_id, d.venue_id, d.id) f group by 1, 4
  union all
  select c.vaccine_id, 'distributed', d.cycle_id, d.prefecture_code, '', 0, sum(d.pieces)
  from distributions d join cycles c on c.id = d.cycle_id where d.item = 'vaccine' and d.cancelled_at is null group by 1, 3, 4
  union all
  select b.vaccine_id, m.measure, 0, b.prefecture_code, '', 0, sum(m.amount)::bigint
  from stock_balances b, lateral (values ('stock', stock_of(b)), ('stock_venues', 1)) m (measure, amount)
  where b.inflows > 0 group by 1, 2, 4;
create view prefecture_day_totals_of_entries with (security_invoker = true) as
  select vaccine_id, measure, cycle_id, day, prefecture_code, sum(amount)::bigint as amount
  from area_day_totals where measure = 'total_doses' group by 1, 2, 3, 4, 5;
grant select on prefecture_totals_of_entries, prefecture_day_totals_of_entries to vsys_all;

insert into prefecture_totals (vaccine_id, measure, cycle_id, prefecture_code, category, dose_number, amount, changed_at)
select e.vaccine_id, e.measure, e.cycle_id, e.prefecture_code, e.category, e.dose_number, e.amount, coalesce((
  select max(t.changed_at) from area_totals t where t.vaccine_id = e.vaccine_id and t.measure = e.measure
    and t.cycle_id = e.cycle_id and t.prefecture_code = e.prefecture_code), now())
from prefecture_totals_of_entries e;
insert into prefecture_day_totals (vaccine_id, measure, cycle_id, day, prefecture_code, amount)
select vaccine_id, measure, cycle_id, day, prefecture_code, amount from prefecture_day_totals_of_entries;
insert into demanding_venues (vaccine_id, venue_id)
select distinct c.vaccine_id, d.venue_id from demands d join cycles c on c.id = d.cycle_id;
