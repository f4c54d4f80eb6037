-- コロナワクチンナビ: which municipality's pages are old, reminders of old booking marks, reports of errors.

-- The version of a municipality's public pages is the transaction that last changed something on them. Triggers write it,
-- so that no use case can forget it; servers ask for what changed since the snapshot they saw last.
create table navi_municipalities (
  municipality_code char(6) primary key references municipalities,
  version bigint not null
);
create index navi_municipalities_version on navi_municipalities (version);

create function navi_directory_changed() returns trigger language plpgsql as $$
begin
  insert into navi_municipalities (municipality_code, version)
  select distinct municipality_code, pg_current_xact_id()::text::bigint from changed order by 1
  on conflict (municipality_code) do update set version = excluded.version
  where navi_municipalities.version <> excluded.version;
  return null;
end $$;

create function navi_vaccines_changed() returns trigger language plpgsql as $$
begin
  insert into navi_municipalities (municipality_code, version)
  select distinct d.municipality_code, pg_current_xact_id()::text::bigint
  from changed c join venue_directory d on d.venue_id = c.venue_id order by 1
  on conflict (municipality_code) do update set version = excluded.version
  where navi_municipalities.version <> excluded.version;
  return null;
end $$;

create function navi_vaccine_renamed() returns trigger language plpgsql as $$
begin
  insert into navi_municipalities (municipality_code, version)
  select distinct d.municipality_code, pg_current_xact_id()::text::bigint
  from venue_vaccines h join venue_directory d on d.venue_id = h.venue_id
  where h.vaccine_id = new.id order by 1
  on conflict (municipality_code) do update set version = excluded.version
  where navi_municipalities.version <> excluded.version;
  return null;
end $$;

create trigger navi_insert after insert on venue_directory
  referencing new table as changed for each statement execute function navi_directory_changed();
-- Both sides of an update: a venue can move to another municipality.
create trigger navi_update_from after update on venue_directory
  referencing old table as changed for each statement execute function navi_directory_changed();
create trigger navi_update_to after update on venue_directory
  referencing new table as changed for each statement execute function navi_directory_changed();
create trigger navi_delete after delete on venue_directory
  referencing old table as changed for each statement execute function navi_directory_changed();

create trigger navi_insert after insert on venue_vaccines
  referencing new table as changed for each statement execute function navi_vaccines_changed();
create trigger navi_update after update on venue_vaccines
  referencing new table as changed for each statement execute function navi_vaccines_changed();
create trigger navi_delete after delete on venue_vaccines
  referencing old table as changed for each statement execute function navi_vaccines_changed();

create trigger navi_renamed after update on vaccines for each row
  when (old.name is distinct from new.name or old.short_name is distinct from new.short_name)
  execute function navi_vaccine_renamed();

-- S25: when a venue was last reminded that its booking mark is old.
create table navi_reminders (
  venue_id bigint primary key references venues,
  reminded_at timestamptz not null
);

-- S25: 「情報の誤りを知らせる」. Nothing is kept of who reports.
create table navi_error_reports (
  id bigint generated always as identity primary key,
  venue_id bigint not null references venues,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  fault text not null check (fault in ('phone','booking','hours','address','closed','other')),
  note text not null default '' check (char_length(note) <= 200),
  language text not null check (language in ('ja','easy','en')),
  at timestamptz not null,
  handled_at timestamptz,
  handled_by bigint references users,
  version integer not null default 1,
  reach text[] not null generated always as (array['m' || municipality_code::text, 'p' || prefecture_code::text]) stored
);
create index navi_error_reports_area on navi_error_reports (municipality_code, id desc);
create index navi_error_reports_open on navi_error_reports (municipality_code, id desc) where handled_at is null;

alter table navi_error_reports enable row level security;
-- Anyone may report; only the offices of the area read.
create policy navi_error_reports_new on navi_error_reports for insert to vsys_web with check (true);
create policy navi_error_reports_read on navi_error_reports for select to vsys_web using (reach && (select app_reach()));
create policy navi_error_reports_handle on navi_error_reports for update to vsys_web using (reach && (select app_reach()));
create policy navi_error_reports_all on navi_error_reports to vsys_all using (true);

-- Opens the public lists by postal code and the open data by key.
create index venue_directory_postal_code on venue_directory (postal_code) where postal_code <> '';

grant select, insert, update on navi_municipalities, navi_reminders, navi_error_reports to vsys_web, vsys_all;
