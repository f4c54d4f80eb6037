-- Areas, organisations, users, sessions, audit. Roles vsys_web (row security applies) and vsys_all (jobs, reach all)
-- and the function app_reach() exist before the first migration (src/platform/db/bootstrap.ts).

create table prefectures (
  code char(2) primary key,
  name text not null,
  kana text not null,
  population integer not null check (population > 0)
);

create table municipalities (
  code char(6) primary key,
  prefecture_code char(2) not null references prefectures,
  name text not null,
  kana text not null,
  -- postal towns: the weight by which the demo spreads venues inside a prefecture
  towns integer not null check (towns >= 0)
);
create index municipalities_prefecture on municipalities (prefecture_code, code);

create table organisations (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('ministry','prefecture','municipality','manufacturer','wholesaler','venue','vendor','desk')),
  name text not null check (name <> ''),
  prefecture_code char(2) references prefectures,
  municipality_code char(6) references municipalities,
  phone text not null default '',
  email text not null default '',
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (kind <> 'municipality' or municipality_code is not null),
  check (kind <> 'prefecture' or (prefecture_code is not null and municipality_code is null)),
  check (municipality_code is null or prefecture_code is not null)
);
create unique index organisations_prefecture on organisations (prefecture_code) where kind = 'prefecture';
create unique index organisations_municipality on organisations (municipality_code) where kind = 'municipality';
create unique index organisations_ministry on organisations (kind) where kind = 'ministry';
create index organisations_kind on organisations (kind, name, id);

create table users (
  id bigint generated always as identity primary key,
  org_id bigint not null references organisations,
  user_name text not null unique check (user_name = lower(user_name)),
  family_name text not null,
  given_name text not null,
  email text not null,
  phone text not null default '',
  password_hash text,
  password_changed_at timestamptz,
  failed_count integer not null default 0,
  locked_until timestamptz,
  security_question text,
  security_answer_hash text,
  consent_version text,
  consent_at timestamptz,
  first_login_at timestamptz,
  phone_page_done_at timestamptz,
  disabled_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index users_org on users (org_id, id);

-- One-time secrets are kept as SHA-256 only.
create table sessions (
  id_hash bytea primary key,
  user_id bigint not null references users on delete cascade,
  -- 'code': password passed, the mailed code not yet; 'full': logged in
  stage text not null check (stage in ('code','full')),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  return_to text,
  device text not null default ''
);
create index sessions_user on sessions (user_id, created_at);

create table codes (
  id bigint generated always as identity primary key,
  user_id bigint not null references users on delete cascade,
  purpose text not null check (purpose in ('sign-in','first-sign-in','forgotten','mail-old','mail-confirm')),
  hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries_left integer not null,
  used_at timestamptz
);
create index codes_user on codes (user_id, purpose, created_at desc);

create table invitations (
  id bigint generated always as identity primary key,
  user_id bigint not null references users on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- A form sent twice counts once: same id and same body = the first answer again.
create table form_receipts (
  user_id bigint not null references users on delete cascade,
  request_id text not null,
  body_digest bytea not null,
  location text not null,
  created_at timestamptz not null,
  primary key (user_id, request_id)
);

create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  user_id bigint,
  org_id bigint,
  -- for whom, when an office enters for a venue (代行入力)
  for_org_id bigint,
  action text not null,
  subject text not null default '',
  outcome text not null check (outcome in ('done','refused')),
  detail jsonb not null default '{}'
);
create index audit_log_at on audit_log (at, id);
create index audit_log_subject on audit_log (subject, id);

create table app_state (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);

grant select on prefectures, municipalities to vsys_web, vsys_all;
grant insert, update on prefectures, municipalities to vsys_all;
grant select, insert, update on organisations, users, sessions, codes, invitations, form_receipts to vsys_web, vsys_all;
grant delete on sessions, codes, form_receipts to vsys_all;
grant select, insert on audit_log to vsys_web, vsys_all;
grant select, insert, update on app_state to vsys_all;
grant select on app_state to vsys_web;
