-- S26: the whole ledger. Balances stand beside it, follow every entry by trigger and are written by nobody else.

alter table ledger_entries drop constraint ledger_entries_kind_check;
alter table ledger_entries drop constraint ledger_entries_source_source_id_key;
alter table ledger_entries
  -- takes back what an earlier entry of its kind said (a corrected or removed transfer, a lower disposal)
  add column reversal boolean not null default false,
  -- use only: the increase of the report in doses (negative when it was corrected down); its vials are 0
  add column doses integer,
  -- the day on which it happened, as far as it is known
  add column day date,
  -- the other venue of a transfer; null: not named
  add column partner_id bigint references venues,
  add column reason text not null default '',
  add column source_version integer not null default 1,
  add constraint ledger_entries_kind_check check (case
    when kind = 'receipt' then vials > 0 and not reversal
    when kind = 'transfer_in' then vials <> 0 and (vials > 0) <> reversal
    when kind in ('transfer_out','disposal') then vials <> 0 and (vials < 0) <> reversal
    -- a count corrects either way, and says why
    when kind = 'count' then vials <> 0 and reason <> ''
    when kind = 'use' then vials = 0
    else false end),
  -- 232792560 = lcm(1, …, 20): the sum of doses ÷ doses per vial is kept as a whole number of such parts, so it is exact
  add constraint ledger_entries_use_check check ((kind = 'use') = (doses is not null) and (kind <> 'use' or 232792560 % doses_per_vial = 0)),
  add constraint ledger_entries_source_key unique (source, source_id, source_version, reversal);
create index ledger_entries_lot on ledger_entries (vaccine_id, lot) where lot is not null;

-- What the entries of a venue and vaccine come to. All figures are sums; stock is computed from them (stock.ts).
create table stock_balances (
  venue_id bigint not null references venues,
  vaccine_id bigint not null references vaccines,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  received integer not null default 0,
  transferred_in integer not null default 0,
  transferred_out integer not null default 0,
  disposed integer not null default 0,
  -- sum of the signed corrections of counts (棚卸)
  corrected integer not null default 0,
  used_doses integer not null default 0,
  -- in 232,792,560ths of a vial
  used_parts bigint not null default 0,
  -- entries that say what came or what is there; 0: the stock is not known
  inflows integer not null default 0,
  -- disposals entered one by one (with lot, reason, day), apart from the reports' running total
  disposal_records integer not null default 0,
  -- when the last entry of a kind was made; null: never
  received_at timestamptz,
  reported_at timestamptz,
  counted_at timestamptz,
  as_of timestamptz not null,
  primary key (venue_id, vaccine_id),
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored
) with (fillfactor = 80);
create index stock_balances_area on stock_balances (vaccine_id, prefecture_code, municipality_code, venue_id);

-- The same by lot, without use: reports name no lot. lot '' is what named none.
create table stock_lot_balances (
  venue_id bigint not null references venues,
  vaccine_id bigint not null references vaccines,
  lot text not null,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  received integer not null default 0,
  transferred_in integer not null default 0,
  transferred_out integer not null default 0,
  disposed integer not null default 0,
  corrected integer not null default 0,
  -- as the latest entry that knows it says
  expiry date,
  doses_per_vial integer not null,
  as_of timestamptz not null,
  primary key (venue_id, vaccine_id, lot),
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored
) with (fillfactor = 80);
create index stock_lot_balances_lot on stock_lot_balances (vaccine_id, lot, venue_id);

create function stock_balances_follow() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  insert into stock_balances as b (venue_id, vaccine_id, prefecture_code, municipality_code, received, transferred_in,
    transferred_out, disposed, corrected, used_doses, used_parts, inflows, disposal_records, received_at, reported_at, counted_at, as_of)
  select venue_id, vaccine_id, max(prefecture_code), max(municipality_code),
    coalesce(sum(vials) filter (where kind = 'receipt'), 0),
    coalesce(sum(vials) filter (where kind = 'transfer_in'), 0),
    coalesce(-sum(vials) filter (where kind = 'transfer_out'), 0),
    coalesce(-sum(vials) filter (where kind = 'disposal'), 0),
    coalesce(sum(vials) filter (where kind = 'count'), 0),
    coalesce(sum(doses), 0),
    coalesce(sum(doses::bigint * (232792560 / doses_per_vial)) filter (where kind = 'use'), 0),
    coalesce(sum(case when reversal then -1 else 1 end) filter (where kind in ('receipt', 'transfer_in', 'count')), 0),
    count(*) filter (where kind = 'disposal' and source = 'disposal'),
    max(at) filter (where kind = 'receipt'), max(at) filter (where kind = 'use'), max(at) filter (where kind = 'count'), max(at)
  from fresh group by venue_id, vaccine_id order by venue_id, vaccine_id
  on conflict (venue_id, vaccine_id) do update set
    prefecture_code = excluded.prefecture_code, municipality_code = excluded.municipality_code,
    received = b.received + excluded.received,
    transferred_in = b.transferred_in + excluded.transferred_in,
    transferred_out = b.transferred_out + excluded.transferred_out,
    disposed = b.disposed + excluded.disposed,
    corrected = b.corrected + excluded.corrected,
    used_doses = b.used_doses + excluded.used_doses,
    used_parts = b.used_parts + excluded.used_parts,
    inflows = b.inflows + excluded.inflows,
    disposal_records = b.disposal_records + excluded.disposal_records,
    received_at = greatest(b.received_at, excluded.received_at),
    reported_at = greatest(b.reported_at, excluded.reported_at),
    counted_at = greatest(b.counted_at, excluded.counted_at),
    as_of = greatest(b.as_of, excluded.as_of);
  insert into stock_lot_balances as b (venue_id, vaccine_id, lot, prefecture_code, municipality_code, received, transferred_in,
    transferred_out, disposed, corrected, expiry, doses_per_vial, as_of)
  select venue_id, vaccine_id, coalesce(lot, ''), max(prefecture_code), max(municipality_code),
    coalesce(sum(vials) filter (where kind = 'receipt'), 0),
    coalesce(sum(vials) filter (where kind = 'transfer_in'), 0),
    coalesce(-sum(vials) filter (where kind = 'transfer_out'), 0),
    coalesce(-sum(vials) filter (where kind = 'disposal'), 0),
    coalesce(sum(vials) filter (where kind = 'count'), 0),
    (array_agg(expiry order by at desc, id desc) filter (where expiry is not null))[1],
    (array_agg(doses_per_vial order by kind = 'receipt' desc, at desc, id desc))[1], max(at)
  from fresh where kind <> 'use' group by venue_id, vaccine_id, coalesce(lot, '') order by 1, 2, 3
  on conflict (venue_id, vaccine_id, lot) do update set
    prefecture_code = excluded.prefecture_code, municipality_code = excluded.municipality_code,
    received = b.received + excluded.received,
    transferred_in = b.transferred_in + excluded.transferred_in,
    transferred_out = b.transferred_out + excluded.transferred_out,
    disposed = b.disposed + excluded.disposed,
    corrected = b.corrected + excluded.corrected,
    expiry = coalesce(excluded.expiry, b.expiry),
    doses_per_vial = case when excluded.received > 0 then excluded.doses_per_vial else b.doses_per_vial end,
    as_of = greatest(b.as_of, excluded.as_of);
  return null;
end $$;

-- A report enters the ledger however it came (screen, CSV, API): its increase in doses, and what its running total of
-- disposal differs from the disposals entered so far.
alter table report_versions
  -- disposals entered one by one that the writer had seen; another count now makes the writer start again. null: not asked
  add column disposals_seen integer;
create function report_enters_ledger() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  former integer := 0;
  known integer := 0;
  records integer := 0;
  per_vial integer;
  on_day date := (new.registered_at at time zone 'Asia/Tokyo')::date;
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  select disposed, disposal_records into known, records from stock_balances
    where venue_id = new.venue_id and vaccine_id = new.vaccine_id for update;
  if new.disposals_seen is not null and new.disposals_seen <> coalesce(records, 0) then
    raise exception 'disposals of venue % were entered meanwhile', new.venue_id using errcode = '40001';
  end if;
  if new.version > 1 then
    select doses into former from report_versions
      where venue_id = new.venue_id and vaccine_id = new.vaccine_id and version = new.version - 1;
  end if;
  select doses into per_vial from vaccine_doses_per_vial where vaccine_id = new.vaccine_id
    order by from_day <= on_day desc, case when from_day <= on_day then on_day - from_day else from_day - on_day end limit 1;
  insert into ledger_entries (venue_id, prefecture_code, municipality_code, vaccine_id, kind, vials, doses, doses_per_vial,
    reversal, day, source, source_id, at, user_id)
  select new.venue_id, new.prefecture_code, new.municipality_code, new.vaccine_id, e.kind, e.vials, e.doses, per_vial,
    e.vials > 0, on_day, e.source, new.id, new.registered_at, new.registered_by
  from (values ('use', 0, new.doses - coalesce(former, 0), 'report'),
    ('disposal', coalesce(known, 0) - new.discarded_vials, null, 'report_disposal')) e (kind, vials, doses, source)
  where e.kind = 'use' or e.vials <> 0;
  return null;
end $$;

-- What stood in the ledger and in the reports before: the same rules, once.
create temporary table former_entries on commit drop as table ledger_entries;
alter table ledger_entries disable trigger ledger_append_only;
delete from ledger_entries;
alter table ledger_entries enable trigger ledger_append_only;
create trigger stock_balances_follow after insert on ledger_entries
  referencing new table as fresh for each statement execute function stock_balances_follow();
insert into ledger_entries (id, venue_id, prefecture_code, municipality_code, vaccine_id, kind, lot, expiry, vials,
  doses_per_vial, day, source, source_id, at, user_id)
overriding system value
select id, venue_id, prefecture_code, municipality_code, vaccine_id, kind, lot, expiry, vials, doses_per_vial,
  (at at time zone 'Asia/Tokyo')::date, source, source_id, at, user_id
from former_entries order by id;
insert into ledger_entries (venue_id, prefecture_code, municipality_code, vaccine_id, kind, vials, doses, doses_per_vial,
  reversal, day, source, source_id, at, user_id)
select r.venue_id, r.prefecture_code, r.municipality_code, r.vaccine_id, e.kind, e.vials, e.doses,
  (select doses from vaccine_doses_per_vial p where p.vaccine_id = r.vaccine_id
    order by from_day <= r.day desc, abs(r.day - from_day) limit 1),
  e.vials > 0, r.day, e.source, r.id, r.registered_at, r.registered_by
from (select *, (registered_at at time zone 'Asia/Tokyo')::date as day,
    doses - lag(doses, 1, 0) over versions as more_doses,
    discarded_vials - lag(discarded_vials, 1, 0) over versions as more_discarded
  from report_versions window versions as (partition by venue_id, vaccine_id order by version)) r,
  lateral (values ('use', 0, r.more_doses, 'report'), ('disposal', -r.more_discarded, null, 'report_disposal')) e (kind, vials, doses, source)
where e.kind = 'use' or e.vials <> 0
order by r.id;
create trigger report_enters_ledger after insert on report_versions for each row execute function report_enters_ledger();

do $$
declare t text;
begin
  foreach t in array array['stock_balances','stock_lot_balances'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to vsys_web using (reach && (select app_reach()))', t || '_reach', t);
    execute format('create policy %I on %I to vsys_all using (true)', t || '_all', t);
    execute format('grant select on %I to vsys_web, vsys_all', t);
  end loop;
end $$;
