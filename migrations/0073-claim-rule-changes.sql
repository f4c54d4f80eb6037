-- Who registered which rule for own residents' claims, and when; route_from null: there was none from that month on.
create table claim_rule_changes (
  id bigint generated always as identity primary key,
  municipality_code char(6) not null references municipalities,
  from_month char(7) not null,
  route_from text check (route_from in ('kokuhoren','direct')),
  route_to text not null check (route_to in ('kokuhoren','direct')),
  at timestamptz not null,
  user_id bigint not null references users
);
create index claim_rule_changes_of on claim_rule_changes (municipality_code, id);
grant select, insert on claim_rule_changes to vsys_web, vsys_all;
grant insert, update on claim_rules to vsys_web;
