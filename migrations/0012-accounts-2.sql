-- Chapter 1 and 「こんなときには」, second part: the stages of a session beyond the first login, former passwords, forgotten
-- passwords, changes of the mail address, remembered browsers, passkeys, one-time passwords, forms cut off by a logout.

-- On the way in: 'code' (password passed), 'mail' (「IDを検証」), 'password' (invited), 'expired' (password older than three
-- months), 'consent', 'phone' (「携帯電話を登録」), 'answered' and 'forgotten' (forgotten password). Only 'full' is in.
alter table sessions drop constraint sessions_stage_check;
alter table sessions add constraint sessions_stage_check
  check (stage in ('code','mail','password','expired','consent','phone','answered','forgotten','full'));
alter table sessions add column address text not null default '';

create table password_history (
  id bigint generated always as identity primary key,
  user_id bigint not null references users on delete cascade,
  hash text not null,
  replaced_at timestamptz not null
);
create index password_history_user on password_history (user_id, id desc);

-- user_id is null for a user name that nobody has: such a request costs the same and opens nothing.
create table password_resets (
  id bigint generated always as identity primary key,
  user_id bigint references users on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries_left integer not null,
  used_at timestamptz
);
create index password_resets_user on password_resets (user_id, created_at desc);

create table mail_changes (
  id bigint generated always as identity primary key,
  user_id bigint not null references users on delete cascade,
  old_email text not null,
  new_email text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- 'void': replaced by a later request, or taken back
  state text not null default 'open' check (state in ('open','done','void')),
  ended_at timestamptz,
  check ((state = 'open') = (ended_at is null))
);
create unique index mail_changes_open on mail_changes (user_id) where state = 'open';
alter table sessions add column mail_change_id bigint references mail_changes on delete cascade;

-- One cookie a browser, one row for each user who has passed a mailed code in it.
create table remembered_browsers (
  id bigint generated always as identity primary key,
  user_id bigint not null references users on delete cascade,
  token_hash bytea not null,
  device text not null,
  address text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  unique (token_hash, user_id)
);
create index remembered_browsers_user on remembered_browsers (user_id, id);

-- Failed logins by address, kept for the minutes that count.
create table sign_in_failures (
  id bigint generated always as identity primary key,
  address text not null,
  at timestamptz not null
);
create index sign_in_failures_address on sign_in_failures (address, at);

create table passkeys (
  id bigint generated always as identity primary key,
  user_id bigint not null references users on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text not null default '',
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_user on passkeys (user_id, id);
-- An answer to a challenge counts once.
create table used_challenges (hash bytea primary key, used_at timestamptz not null);

create table totp_secrets (
  user_id bigint primary key references users on delete cascade,
  -- AES-256-GCM under SECRET_KEY
  sealed bytea not null,
  -- null while it is only being set up
  confirmed_at timestamptz,
  -- the time step of the last code taken, so that none counts twice
  last_step bigint not null default 0,
  created_at timestamptz not null
);
create table recovery_codes (
  id bigint generated always as identity primary key,
  user_id bigint not null references users on delete cascade,
  hash bytea not null unique,
  used_at timestamptz
);
create index recovery_codes_user on recovery_codes (user_id);

-- A form whose session had run out when it was sent: offered to the same user at the next login, for a day.
create table kept_forms (
  id bigint generated always as identity primary key,
  user_id bigint not null references users on delete cascade,
  action text not null,
  fields jsonb not null,
  preview jsonb not null,
  kept_at timestamptz not null,
  offered_at timestamptz
);
create index kept_forms_user on kept_forms (user_id, id);

-- From where.
alter table audit_log add column address text not null default '';
create index audit_log_user on audit_log (user_id, id desc);

create index users_names on users using gin ((user_name || ' ' || email || ' ' || family_name || given_name) gin_trgm_ops);

grant select, insert on password_history to vsys_web, vsys_all;
grant select, insert, update on password_resets, mail_changes to vsys_web, vsys_all;
grant select, insert, update, delete on remembered_browsers, passkeys, totp_secrets, recovery_codes, kept_forms
  to vsys_web, vsys_all;
grant select, insert on sign_in_failures, used_challenges to vsys_web, vsys_all;
grant delete on password_history, password_resets, mail_changes, sign_in_failures, used_challenges to vsys_all;
