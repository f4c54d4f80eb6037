-- What the triggers would have kept beside the entries, set by set.

insert into vaccine_lots (vaccine_id, lot, announced_expiry, first_seen_at)
select vaccine_id, lot, max(expiry), min(at) from ledger_entries where kind = 'receipt' and lot is not null group by 1, 2
on conflict do nothing;

insert into stock_balances (venue_id, vaccine_id, prefecture_code, municipality_code, received, transferred_in,
  transferred_out, disposed, corrected, used_doses, used_parts, inflows, disposal_records, received_at, reported_at, counted_at, as_of)
select venue_id, vaccine_id, max(prefecture_code), max(municipality_code),
  coalesce(sum(vials) filter (where kind = 'receipt'), 0), coalesce(sum(vials) filter (where kind = 'transfer_in'), 0),
  coalesce(-sum(vials) filter (where kind = 'transfer_out'), 0), coalesce(-sum(vials) filter (where kind = 'disposal'), 0),
  coalesce(sum(vials) filter (where kind = 'count'), 0), coalesce(sum(doses), 0),
  coalesce(sum(doses::bigint * (232792560 / doses_per_vial)), 0),
  count(*) filter (where kind in ('receipt', 'transfer_in', 'count')), count(*) filter (where source = 'disposal'),
  max(at) filter (where kind = 'receipt'), max(at) filter (where kind = 'use'), max(at) filter (where kind = 'count'), max(at)
from ledger_entries group by 1, 2 order by 1, 2;

insert into stock_lot_balances (venue_id, vaccine_id, lot, prefecture_code, municipality_code, received, transferred_in,
  transferred_out, disposed, corrected, expiry, doses_per_vial, as_of)
select venue_id, vaccine_id, coalesce(lot, ''), max(prefecture_code), max(municipality_code),
  coalesce(sum(vials) filter (where kind = 'receipt'), 0), coalesce(sum(vials) filter (where kind = 'transfer_in'), 0),
  coalesce(-sum(vials) filter (where kind = 'transfer_out'), 0), coalesce(-sum(vials) filter (where kind = 'disposal'), 0),
  coalesce(sum(vials) filter (where kind = 'count'), 0), max(expiry), 6, max(at)
from ledger_entries where kind <> 'use' group by 1, 2, 3 order by 1, 2, 3;

insert into area_day_totals (vaccine_id, measure, cycle_id, day, municipality_code, category, dose_number, prefecture_code, amount)
select e.vaccine_id, measure, cycle_id, day, e.municipality_code, category, dose_number, m.prefecture_code, amount
from area_totals_of_entries e join municipalities m on m.code = e.municipality_code
where amount <> 0 or measure = 'total_doses' order by 1, 2, 3, 4, 5, 6, 7;
insert into area_totals (vaccine_id, measure, cycle_id, municipality_code, category, dose_number, prefecture_code, amount, changed_at)
select vaccine_id, measure, cycle_id, municipality_code, category, dose_number, min(prefecture_code), sum(amount), max(day + time '09:00')
from area_day_totals group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6;

insert into prefecture_totals (vaccine_id, measure, cycle_id, prefecture_code, category, dose_number, amount, changed_at)
select vaccine_id, measure, cycle_id, prefecture_code, category, dose_number, amount, now() from prefecture_totals_of_entries;
insert into prefecture_day_totals (vaccine_id, measure, cycle_id, day, prefecture_code, amount)
select vaccine_id, measure, cycle_id, day, prefecture_code, amount from prefecture_day_totals_of_entries;

do $$
declare i record;
begin
  for i in select * from bench_index loop execute i.definition; end loop;
  for i in select format('%I', table_name) as name, format('%I', column_name) as col
           from information_schema.columns where table_schema = 'public' and is_identity = 'YES' loop
    execute format('select setval(pg_get_serial_sequence(%L, %L), max(%s)) from %s having max(%s) is not null',
      i.name, i.col, i.col, i.name, i.col);
  end loop;
end $$;
reset session_replication_role;
reset max_parallel_workers_per_gather;
reset work_mem;
reset maintenance_work_mem;

-- The nightly run was there today.
insert into app_state (key, value)
select key, to_jsonb(jst_day(now())::text) from unnest(array['stock.reconciled', 'totals.reconciled']) key
on conflict (key) do update set value = excluded.value;
