-- What follows reports and entries costs the same for each, whether one comes or thousands in one statement. Every lookup
-- here is by its key: a plan that a connection made while a table was small must not read it whole when it has grown, so
-- lookups are subqueries (which are never turned into joins of whole tables), and whole tables are not read at all.

drop trigger report_enters_ledger on report_versions;
drop function report_enters_ledger();

-- A report enters the ledger however it came: its increase in doses, and what its running total of disposal differs from
-- the disposals entered so far. Several versions of one venue in one statement follow each other.
create function reports_enter_ledger() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r record;
  venue bigint;
  vaccine bigint;
  former integer;
  known integer;
  records integer;
  ids bigint[] := '{}';
  more_doses integer[] := '{}';
  fewer_vials integer[] := '{}';
  per_vial integer[] := '{}';
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  for r in select * from fresh order by venue_id, vaccine_id, version loop
    if venue is distinct from r.venue_id or vaccine is distinct from r.vaccine_id then
      venue := r.venue_id;
      vaccine := r.vaccine_id;
      select disposed, disposal_records into known, records from stock_balances
        where venue_id = venue and vaccine_id = vaccine for update;
      former := 0;
      if r.version > 1 then
        select doses into former from report_versions where venue_id = venue and vaccine_id = vaccine and version = r.version - 1;
      end if;
    end if;
    if r.disposals_seen is not null and r.disposals_seen <> coalesce(records, 0) then
      raise exception 'disposals of venue % were entered meanwhile', venue using errcode = '40001';
    end if;
    ids := ids || r.id;
    more_doses := more_doses || r.doses - coalesce(former, 0);
    fewer_vials := fewer_vials || coalesce(known, 0) - r.discarded_vials;
    per_vial := per_vial || (select p.doses from vaccine_doses_per_vial p where p.vaccine_id = vaccine
      order by p.from_day <= jst_day(r.registered_at) desc, abs(jst_day(r.registered_at) - p.from_day) limit 1);
    former := r.doses;
    known := r.discarded_vials;
  end loop;
  insert into ledger_entries (venue_id, prefecture_code, municipality_code, vaccine_id, kind, vials, doses, doses_per_vial,
    reversal, day, source, source_id, at, user_id)
  select n.venue_id, n.prefecture_code, n.municipality_code, n.vaccine_id, e.kind, e.vials, e.doses, a.per_vial,
    e.vials > 0, jst_day(n.registered_at), e.source, n.id, n.registered_at, n.registered_by
  from fresh n
  join unnest(ids, more_doses, fewer_vials, per_vial) a (id, doses, vials, per_vial) on a.id = n.id,
  lateral (values ('use', 0, a.doses, 'report'), ('disposal', a.vials, null, 'report_disposal')) e (kind, vials, doses, source)
  where e.kind = 'use' or e.vials <> 0 order by n.id, e.kind desc;
  return null;
end $$;
create trigger report_enters_ledger after insert on report_versions
  referencing new table as fresh for each statement execute function reports_enter_ledger();

create or replace function add_area_totals(deltas area_delta[]) returns void language plpgsql as $$
begin
  if coalesce(cardinality(deltas), 0) = 0 then return; end if;
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

create or replace function total_new_reports() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform add_area_totals(array(
    select row(n.vaccine_id, m.measure, coalesce(n.cycle_id, 0), jst_day(n.registered_at), n.municipality_code, '', 0,
      n.prefecture_code, m.amount, n.registered_at)::area_delta
    from added n, lateral (values
      ('total_doses', n.doses - coalesce((select f.doses from report_versions f
        where f.venue_id = n.venue_id and f.vaccine_id = n.vaccine_id and f.version = n.version - 1), 0)),
      ('venues_first', case when n.version = 1 then 1 else 0 end),
      -- the クール changes with a few reports only: the one before mostly answers
      ('venues_reported', case when exists (select from report_versions f where f.venue_id = n.venue_id
          and f.vaccine_id = n.vaccine_id and f.version < n.version and f.cycle_id is not distinct from n.cycle_id) then 0 else 1 end)
    ) m (measure, amount)
    where m.amount <> 0 or m.measure = 'total_doses'));
  return null;
end $$;

create or replace function total_new_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform add_area_totals(array(
    select row(d.vaccine_id, 'doses', coalesce(d.cycle_id, 0), jst_day(d.registered_at), d.municipality_code, d.category,
      d.dose_number, d.prefecture_code, d.amount, d.registered_at)::area_delta
    from (
      select c.category, c.dose_number, c.municipality_code, c.prefecture_code, n.vaccine_id, n.cycle_id, n.registered_at,
        c.doses - coalesce((select o.doses from report_counts o
          where o.report_id = n.former_id and o.category = c.category and o.dose_number = c.dose_number), 0) as amount
      from (select distinct report_id from added) r
      cross join lateral (
        select v.id, v.vaccine_id, v.cycle_id, v.registered_at, (select f.id from report_versions f
          where f.venue_id = v.venue_id and f.vaccine_id = v.vaccine_id and f.version = v.version - 1) as former_id
        from report_versions v where v.id = r.report_id limit 1) n
      join added c on c.report_id = n.id) d
    where d.amount <> 0));
  return null;
end $$;

create or replace function total_new_entries() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform add_area_totals(array(
    select row(e.vaccine_id, case e.kind when 'receipt' then 'received' else 'discarded' end, coalesce(case e.source
        when 'delivery_lot' then (select d.cycle_id from distributions d
          where d.id = (select l.distribution_id from delivery_lots l where l.id = e.source_id))
        when 'report_disposal' then (select r.cycle_id from report_versions r where r.id = e.source_id) end, 0),
      jst_day(e.at), e.municipality_code, '', 0, e.prefecture_code,
      case e.kind when 'receipt' then e.vials else -e.vials end, e.at)::area_delta
    from added e where e.kind in ('receipt', 'disposal')));
  return null;
end $$;

do $$
declare f text;
begin
  foreach f in array array['reports_enter_ledger','total_new_reports','total_new_counts','total_new_entries','stock_balances_follow'] loop
    execute format('alter function %I() set enable_seqscan = off', f);
  end loop;
end $$;
