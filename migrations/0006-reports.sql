-- 接種実績等の報告 (chapter 5.1): running totals of doses by category and dose number, and of vials thrown away unused.

-- Rows and columns of the report, with the days on which they are asked for.
create table report_categories (
  code text primary key,
  label text not null,
  position integer not null,
  from_day date not null,
  to_day date check (to_day >= from_day)
);
create table report_dose_numbers (
  number integer primary key check (number between 1 and 9),
  from_day date not null,
  to_day date check (to_day >= from_day)
);
insert into report_categories (code, label, position, from_day) values
  ('health_worker', '医療従事者', 1, '2021-02-14'),
  ('care_worker', '高齢者施設従事者', 2, '2021-02-14'),
  ('elderly', '高齢者', 3, '2021-02-14'),
  ('underlying', '基礎疾患保有者', 4, '2021-02-14'),
  ('other', 'その他', 5, '2021-02-14');
insert into report_dose_numbers (number, from_day) values (1, '2021-02-14'), (2, '2021-02-14');

-- Each registration is a version; the latest one of a venue and vaccine holds. Append-only.
create table report_versions (
  id bigint generated always as identity primary key,
  venue_id bigint not null references venues,
  vaccine_id bigint not null references vaccines,
  -- the クール it was reported in; null where the vaccine has none yet
  cycle_id bigint references cycles,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  version integer not null check (version > 0),
  -- 延べ回数, the sum of its counts
  doses integer not null check (doses >= 0),
  -- 未使用のまま廃棄したバイアル本数（累計）
  discarded_vials integer not null check (discarded_vials >= 0),
  registered_at timestamptz not null,
  registered_by bigint not null references users,
  -- the office that typed it for the venue; null: the venue itself
  proxy_org_id bigint references organisations,
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored,
  unique (venue_id, vaccine_id, version)
);
create index report_versions_cycle on report_versions (cycle_id, venue_id, version desc);
create index report_versions_area on report_versions (vaccine_id, municipality_code, venue_id, version desc);

create table report_counts (
  report_id bigint not null references report_versions,
  category text not null references report_categories,
  dose_number integer not null references report_dose_numbers,
  doses integer not null check (doses >= 0),
  venue_id bigint not null,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored,
  primary key (report_id, category, dose_number)
);

-- What a municipality confirmed, each time (S4); demand_confirmations holds the latest.
create table demand_confirmation_history (
  cycle_id bigint not null references cycles,
  municipality_code char(6) not null references municipalities,
  prefecture_code char(2) not null references prefectures,
  boxes integer not null check (boxes >= 0),
  venues_entered integer not null,
  venues_missing integer not null,
  confirmed_at timestamptz not null,
  confirmed_by bigint not null references users,
  version integer not null,
  primary key (cycle_id, municipality_code, version),
  reach text[] not null generated always as (array['m' || municipality_code::text, 'p' || prefecture_code::text]) stored
);

create function history_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;

do $$
declare t text;
begin
  foreach t in array array['report_versions','report_counts','demand_confirmation_history'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function history_is_append_only()', t || '_append_only', t);
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to vsys_web using (reach && (select app_reach()))', t || '_reach', t);
    execute format('create policy %I on %I to vsys_all using (true)', t || '_all', t);
    execute format('grant select, insert on %I to vsys_web, vsys_all', t);
  end loop;
end $$;
grant select on report_categories, report_dose_numbers to vsys_web, vsys_all;
