-- S27: what is known nationally of a lot. Public to everybody who is logged in; changed by 国 only.
create table vaccine_lots (
  vaccine_id bigint not null references vaccines,
  lot text not null check (lot <> ''),
  -- the latest expiry with which it was delivered
  announced_expiry date,
  -- what 国 made of it; null: as announced
  expiry date,
  -- 使用見合わせ
  stopped_at timestamptz,
  stop_reason text not null default '',
  first_seen_at timestamptz not null,
  version integer not null default 1,
  primary key (vaccine_id, lot),
  check ((stopped_at is null) = (stop_reason = ''))
);

create table lot_changes (
  id bigint generated always as identity primary key,
  vaccine_id bigint not null,
  lot text not null,
  kind text not null check (kind in ('extended','stopped','resumed')),
  expiry_from date,
  expiry_to date,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  user_id bigint not null references users,
  foreign key (vaccine_id, lot) references vaccine_lots
);
create index lot_changes_lot on lot_changes (vaccine_id, lot, id desc);
create trigger lot_changes_append_only before update or delete on lot_changes for each row execute function history_is_append_only();

-- A lot is known once a delivery of it was received somewhere.
create function lots_become_known() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  insert into vaccine_lots as l (vaccine_id, lot, announced_expiry, first_seen_at)
  select vaccine_id, lot, max(expiry), min(at) from fresh where kind = 'receipt' and lot is not null
  group by vaccine_id, lot order by vaccine_id, lot
  on conflict (vaccine_id, lot) do update set announced_expiry = excluded.announced_expiry
  where l.announced_expiry is null or l.announced_expiry < excluded.announced_expiry;
  return null;
end $$;
create trigger lots_become_known after insert on ledger_entries
  referencing new table as fresh for each statement execute function lots_become_known();
insert into vaccine_lots (vaccine_id, lot, announced_expiry, first_seen_at)
select vaccine_id, lot, max(expiry), min(at) from ledger_entries where kind = 'receipt' and lot is not null group by 1, 2 order by 1, 2;

create index stock_lot_balances_expiry on stock_lot_balances (expiry);

grant select on vaccine_lots, lot_changes to vsys_web, vsys_all;
grant insert, update on vaccine_lots to vsys_all;
grant insert on lot_changes to vsys_all;
