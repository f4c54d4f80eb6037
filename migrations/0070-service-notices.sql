-- S36: read-only mode and maintenance notices. Rows are added, never changed: the last switch is how it stands.
create table read_only_switches (
  id bigint generated always as identity primary key,
  switched_on boolean not null,
  -- what every page says while it is on
  message text not null,
  expected_until timestamptz,
  at timestamptz not null,
  user_id bigint not null references users,
  check (switched_on or expected_until is null)
);

-- What every page says from shown_from until shown_to, ahead of time.
create table maintenance_notices (
  id bigint generated always as identity primary key,
  text text not null check (text <> ''),
  shown_from timestamptz not null,
  shown_to timestamptz not null check (shown_to > shown_from),
  created_at timestamptz not null,
  user_id bigint not null references users,
  withdrawn_at timestamptz
);
create index maintenance_notices_shown on maintenance_notices (shown_to) where withdrawn_at is null;

-- お知らせ (M1.5-1 ④) that an office or the service desk writes, by role and area.
create table announcements (
  id bigint generated always as identity primary key,
  org_id bigint not null references organisations,
  title text not null check (title <> ''),
  body text not null,
  importance text not null check (importance in ('normal','important')),
  -- columns of the permission table: ministry … basic, satellite … desk
  roles text[] not null check (cardinality(roles) > 0),
  -- '' everywhere, else a 都道府県 (2 digits) or a 市町村 (6 digits)
  area text not null check (area ~ '^(\d{2}|\d{6})?$'),
  shown_from timestamptz not null,
  shown_to timestamptz check (shown_to > shown_from),
  state text not null check (state in ('draft','published','withdrawn')),
  published_at timestamptz,
  version integer not null default 1,
  check ((state = 'draft') = (published_at is null))
);
create index announcements_org on announcements (org_id, id desc);
create index announcements_shown on announcements (shown_from desc, id desc) where state = 'published';

-- Read marks; a later version is unread again.
create table announcement_reads (
  announcement_id bigint not null references announcements on delete cascade,
  user_id bigint not null references users on delete cascade,
  version integer not null,
  read_at timestamptz not null,
  primary key (announcement_id, user_id)
);

create table announcement_history (
  id bigint generated always as identity primary key,
  announcement_id bigint not null references announcements on delete cascade,
  at timestamptz not null,
  user_id bigint not null references users,
  -- 'create', 'change', 'publish', 'withdraw'
  what text not null check (what in ('create','change','publish','withdraw')),
  -- [{label, from, to}] in the words of the screen
  changes jsonb not null
);
create index announcement_history_of on announcement_history (announcement_id, id);

grant select, insert on read_only_switches, maintenance_notices, announcement_history to vsys_web, vsys_all;
grant update (withdrawn_at) on maintenance_notices to vsys_web, vsys_all;
grant select, insert, update on announcements, announcement_reads to vsys_web, vsys_all;
