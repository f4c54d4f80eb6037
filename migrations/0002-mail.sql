-- Mails, written in the transaction of what they tell; a job carries the id, the worker sends.

create table mails (
  id bigint generated always as identity primary key,
  -- names the event, so that it is told once
  dedupe_key text not null unique check (dedupe_key <> ''),
  to_address text not null check (to_address <> ''),
  from_name text not null,
  subject text not null,
  -- null: erased after sending, because it held a code
  body text,
  secret boolean not null default false,
  user_id bigint references users on delete set null,
  org_id bigint references organisations on delete set null,
  -- 'suspended': held back by the service desk
  state text not null default 'waiting' check (state in ('waiting','sent','failed','suspended')),
  tries integer not null default 0,
  last_error text,
  -- real time: until then another worker does not touch it
  claimed_until timestamptz,
  -- business time
  created_at timestamptz not null,
  sent_at timestamptz,
  check (body is not null or secret),
  check ((state = 'sent') = (sent_at is not null))
);
create index mails_to on mails (to_address, id desc);
create index mails_open on mails (state, id) where state <> 'sent';
create index mails_org on mails (org_id, id desc);
create index mails_user on mails (user_id);

-- Pages may queue, list and release mails; what they say is read by jobs and by the demo's mailbox only.
grant insert on mails to vsys_web;
grant select (id, dedupe_key, to_address, from_name, subject, secret, user_id, org_id, state, tries, last_error,
  created_at, sent_at) on mails to vsys_web;
grant update (state, tries, last_error) on mails to vsys_web;
grant select, insert, update, delete on mails to vsys_all;
