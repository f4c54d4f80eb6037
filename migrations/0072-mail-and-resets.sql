-- A forgotten password as it was asked for: looked up in the background, so that the answer takes as long for a name that
-- nobody has. A row is gone as soon as it was worked off.
create table password_requests (
  id bigint generated always as identity primary key,
  user_name text not null,
  address text not null,
  at timestamptz not null
);
grant insert on password_requests to vsys_web;
-- its id comes back from the insert
grant select (id) on password_requests to vsys_web;
grant select, insert, delete on password_requests to vsys_all;

-- A mail whose text was erased after sending cannot be sent again, should it bounce later (S37).
alter table mails add column erased boolean not null generated always as (body is null) stored;
grant select (erased) on mails to vsys_web;
