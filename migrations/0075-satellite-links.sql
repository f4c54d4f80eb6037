-- From which 基本型 a satellite got a vaccine, from when until when; the link in force has no end yet.
create table satellite_links (
  id bigint generated always as identity primary key,
  venue_id bigint not null references venues,
  vaccine_id bigint not null references vaccines,
  basic_venue_id bigint not null references venues,
  -- null: linked before this was kept
  from_day date,
  linked_by bigint references users,
  to_day date,
  ended_by bigint references users,
  check (to_day is not null or ended_by is null)
);
create unique index satellite_links_open on satellite_links (venue_id, vaccine_id) where to_day is null;
create index satellite_links_of on satellite_links (venue_id, vaccine_id, id);
grant select, insert, update on satellite_links to vsys_web, vsys_all;
