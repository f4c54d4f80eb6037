-- What a venue enters into the ledger by hand, one by one: disposals with lot, reason and day, and counts (棚卸).
create table stock_records (
  id bigint generated always as identity primary key,
  venue_id bigint not null references venues,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  vaccine_id bigint not null references vaccines,
  kind text not null check (kind in ('disposal','count')),
  lot text,
  -- disposal: vials thrown away; count: vials counted
  vials integer not null check (vials >= 0),
  -- count only: what the ledger said before; null: it did not know
  expected integer,
  reason text not null default '',
  day date,
  at timestamptz not null,
  user_id bigint not null references users,
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored,
  check (kind = 'count' or (expected is null and vials > 0)),
  check (kind = 'disposal' or reason <> '')
);
create index stock_records_venue on stock_records (venue_id, vaccine_id, id desc);
create trigger stock_records_append_only before update or delete on stock_records for each row execute function history_is_append_only();
alter table stock_records enable row level security;
create policy stock_records_reach on stock_records to vsys_web using (reach && (select app_reach())) with check (array['v' || venue_id::text] && (select app_reach()));
create policy stock_records_all on stock_records to vsys_all using (true);
grant select, insert on stock_records to vsys_web, vsys_all;
