-- クール, 納入希望量, allocation down the levels, distribution rows, ledger, notices.
-- reach holds who may see a row: v venue, m municipality, p prefecture, k maker, w wholesaler (policy.ts, second wall).

create table campaigns (
  id bigint generated always as identity primary key,
  name text not null unique
);

create table cycles (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns,
  vaccine_id bigint not null references vaccines,
  number integer not null check (number > 0),
  -- 第10-2クール: branch 2
  branch integer check (branch > 0),
  registration_from timestamptz not null,
  registration_to timestamptz not null,
  delivery_from date not null,
  delivery_to date not null,
  vaccination_from date not null,
  vaccination_to date not null,
  -- frozen at definition by the first day of the delivery period; copied to the rows at 確定
  doses_per_vial integer not null check (doses_per_vial > 0),
  state text not null check (state in ('draft','planned','closed')),
  -- boxes that 国 has to give
  supply integer check (supply >= 0),
  deadline_alert_done_at timestamptz,
  deadline_escalated_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (registration_to > registration_from),
  check (delivery_to >= delivery_from),
  check (vaccination_to >= vaccination_from)
);
create unique index cycles_key on cycles (campaign_id, vaccine_id, number, coalesce(branch, 0));

create table demands (
  id bigint generated always as identity primary key,
  cycle_id bigint not null references cycles,
  venue_id bigint not null references venues,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  -- 納入希望量 in 最小包装単位, as the venue registered it
  requested integer not null check (requested >= 0),
  -- what the municipality made of it (S4); null: as requested
  corrected integer check (corrected >= 0),
  correction_reason text,
  storage text check (storage in ('freezer','dry_ice')),
  registered_at timestamptz not null,
  registered_by bigint not null references users,
  -- the office that typed it for the venue (代行入力), null: the venue itself
  proxy_org_id bigint references organisations,
  version integer not null default 1,
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored,
  unique (cycle_id, venue_id),
  check ((corrected is null) = (correction_reason is null))
);
create index demands_municipality on demands (cycle_id, municipality_code, venue_id);

create table demand_history (
  id bigint generated always as identity primary key,
  demand_id bigint not null references demands,
  venue_id bigint not null,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  at timestamptz not null,
  user_id bigint not null references users,
  org_id bigint not null references organisations,
  requested integer not null,
  corrected integer,
  storage text,
  reason text not null default '',
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored
);
create index demand_history_demand on demand_history (demand_id, id);

-- S4: the municipality confirms its demand of a クール; the sum at that moment is kept.
create table demand_confirmations (
  cycle_id bigint not null references cycles,
  municipality_code char(6) not null references municipalities,
  prefecture_code char(2) not null references prefectures,
  boxes integer not null check (boxes >= 0),
  venues_entered integer not null,
  venues_missing integer not null,
  confirmed_at timestamptz not null,
  confirmed_by bigint not null references users,
  version integer not null default 1,
  primary key (cycle_id, municipality_code),
  reach text[] not null generated always as (array['m' || municipality_code::text, 'p' || prefecture_code::text]) stored
);

-- One level's sheet of a クール: 国 → prefectures, 都道府県 → municipalities, 市町村 → venues (S5–S7, S16).
-- A correction after 確定 is a new version with a reason; the former stays as 'superseded'.
create table allocation_sheets (
  id bigint generated always as identity primary key,
  cycle_id bigint not null references cycles,
  level text not null check (level in ('national','prefectural','municipal')),
  -- who gives: null for 国
  prefecture_code char(2) references prefectures,
  municipality_code char(6) references municipalities,
  revision integer not null default 1 check (revision > 0),
  state text not null check (state in ('draft','fixed','superseded')),
  reason text not null default '',
  saved_at timestamptz not null,
  saved_by bigint references users,
  fixed_at timestamptz,
  fixed_by bigint references users,
  version integer not null default 1,
  check ((level = 'national') = (prefecture_code is null)),
  check ((level = 'municipal') = (municipality_code is not null)),
  check (revision = 1 or reason <> ''),
  -- the level below may see that a sheet exists: 'd13' the municipalities of 13, '*' every office
  reach text[] not null generated always as (array['m' || coalesce(municipality_code::text, '-'), 'p' || coalesce(prefecture_code::text, '-'),
    case level when 'national' then '*' when 'prefectural' then 'd' || prefecture_code::text else '-' end]) stored
);
create unique index allocation_sheets_revision on allocation_sheets (cycle_id, level, coalesce(prefecture_code, ''), coalesce(municipality_code, ''), revision);
-- at most one draft and one fixed sheet of a giver at a time
create unique index allocation_sheets_state on allocation_sheets (cycle_id, level, coalesce(prefecture_code, ''), coalesce(municipality_code, ''), state) where state <> 'superseded';

create table allocation_lines (
  sheet_id bigint not null references allocation_sheets on delete cascade,
  -- receiver: '13' prefecture, '131032' municipality, or the venue's organisation id
  receiver text not null,
  -- 基本計画枠 / 調整枠; the municipal sheet knows only 'plan'
  frame text not null check (frame in ('plan','adjustment')),
  -- null: not entered
  units integer check (units >= 0),
  -- smaller lots handed on by vials (municipal sheet only)
  vials integer check (vials >= 0),
  prefecture_code char(2),
  municipality_code char(6),
  venue_id bigint references venues,
  reach text[] not null generated always as (array['v' || coalesce(venue_id::text, '-'), 'm' || coalesce(municipality_code::text, '-'), 'p' || coalesce(prefecture_code::text, '-')]) stored,
  primary key (sheet_id, receiver, frame)
);

-- What a venue gets: one row an item, made by the municipality's 確定 (S7), the list of chapter 3.
create table distributions (
  id bigint generated always as identity primary key,
  cycle_id bigint not null references cycles,
  sheet_id bigint not null references allocation_sheets,
  venue_id bigint not null references venues,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  item text not null check (item in ('vaccine','needle','syringe','diluent_syringe')),
  -- 【分配量（最小包装単位）】; null where handed on by vials
  units integer check (units >= 0),
  -- 分配量（バイアル数・本数）
  pieces integer not null check (pieces >= 0),
  -- 分配量（接種回数）; vaccine only
  doses integer check (doses >= 0),
  -- frozen at 確定
  doses_per_vial integer not null check (doses_per_vial > 0),
  storage text check (storage in ('freezer','dry_ice')),
  maker_id bigint references organisations,
  wholesaler_id bigint references organisations,
  -- taken back by a later revision of the sheet
  cancelled_at timestamptz,
  fixed_at timestamptz not null,
  ship_day date,
  lot text,
  expiry date,
  next_exchange_day date,
  after_next_exchange_day date,
  delivery_day date,
  delivered_at timestamptz,
  delivered_by bigint references users,
  received_at timestamptz,
  received_by bigint references users,
  version integer not null default 1,
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text,
    'k' || coalesce(maker_id::text, '-'), 'w' || coalesce(wholesaler_id::text, '-')]) stored
);
create unique index distributions_item on distributions (cycle_id, venue_id, item) where cancelled_at is null;
create index distributions_venue on distributions (venue_id, cycle_id);
create index distributions_municipality on distributions (municipality_code, cycle_id, venue_id);
create index distributions_maker on distributions (maker_id, cycle_id, venue_id) where maker_id is not null;
create index distributions_wholesaler on distributions (wholesaler_id, cycle_id, venue_id) where wholesaler_id is not null;

-- A delivery of vaccine may hold several lots (S11).
create table delivery_lots (
  id bigint generated always as identity primary key,
  distribution_id bigint not null references distributions on delete cascade,
  venue_id bigint not null,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  maker_id bigint,
  wholesaler_id bigint,
  lot text not null check (lot <> ''),
  expiry date,
  vials integer not null check (vials > 0),
  -- what the venue counted on receipt; null until 受領確認
  received_vials integer check (received_vials >= 0),
  unique (distribution_id, lot),
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text,
    'k' || coalesce(maker_id::text, '-'), 'w' || coalesce(wholesaler_id::text, '-')]) stored
);
create index delivery_lots_distribution on delivery_lots (distribution_id);

-- S26: append-only; balances are derived.
create table ledger_entries (
  id bigint generated always as identity primary key,
  venue_id bigint not null references venues,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  vaccine_id bigint not null references vaccines,
  kind text not null check (kind in ('receipt')),
  lot text,
  expiry date,
  vials integer not null,
  doses_per_vial integer not null check (doses_per_vial > 0),
  -- what it comes from; the same source enters once
  source text not null,
  source_id bigint not null,
  at timestamptz not null,
  user_id bigint references users,
  unique (source, source_id),
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored
);
create index ledger_entries_venue on ledger_entries (venue_id, vaccine_id, at, id);

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the stock ledger is append-only';
end $$;
create trigger ledger_append_only before update or delete on ledger_entries for each row execute function ledger_is_append_only();

-- お知らせ (S28): what was also mailed, per organisation; read marks per user.
create table notices (
  id bigint generated always as identity primary key,
  org_id bigint not null references organisations,
  kind text not null,
  title text not null,
  body text not null,
  link text,
  at timestamptz not null,
  -- one notice per event and organisation
  dedupe_key text not null unique
);
create index notices_org on notices (org_id, at desc, id desc);
create table notice_reads (
  notice_id bigint not null references notices on delete cascade,
  user_id bigint not null references users on delete cascade,
  read_at timestamptz not null,
  primary key (notice_id, user_id)
);

do $$
declare t text;
begin
  foreach t in array array['demands','demand_history','demand_confirmations','allocation_sheets','allocation_lines',
                           'distributions','delivery_lots','ledger_entries'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to vsys_web using (reach && (select app_reach()))', t || '_reach', t);
    execute format('create policy %I on %I to vsys_all using (true)', t || '_all', t);
    execute format('grant select, insert on %I to vsys_web, vsys_all', t);
  end loop;
end $$;

grant update on demands, demand_confirmations, allocation_sheets, distributions, delivery_lots to vsys_web, vsys_all;
grant update, delete on allocation_lines to vsys_web, vsys_all;
grant delete on allocation_sheets, delivery_lots, demand_confirmations to vsys_web, vsys_all;
grant select, insert, update on campaigns, cycles to vsys_web, vsys_all;
grant select, insert on notices, notice_reads to vsys_web, vsys_all;
grant update on notices to vsys_all;
