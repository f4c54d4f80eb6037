-- S3: who was reminded of its missing 納入希望量 by an office; the key allows one a day.
create table demand_reminders (
  cycle_id bigint not null references cycles,
  -- the venue, or the office of the area, that was reminded
  org_id bigint not null references organisations,
  day date not null,
  by_org_id bigint not null references organisations,
  at timestamptz not null,
  -- where the reminded one lies
  prefecture_code char(2) not null,
  municipality_code char(6),
  primary key (cycle_id, org_id, day),
  reach text[] not null generated always as (array['m' || coalesce(municipality_code::text, '-'), 'p' || prefecture_code::text]) stored
);
alter table demand_reminders enable row level security;
create policy demand_reminders_reach on demand_reminders to vsys_web using (reach && (select app_reach()));
create policy demand_reminders_all on demand_reminders to vsys_all using (true);
grant select, insert on demand_reminders to vsys_web, vsys_all;
