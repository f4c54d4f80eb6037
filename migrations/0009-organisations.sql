-- S33: makers, wholesalers and vendors are known by their names, offices by their codes; the CSV finds them again by these.
create unique index organisations_name on organisations (kind, name) where kind in ('manufacturer','wholesaler','vendor');

-- An uploaded CSV between its preview and 「登録する」. It belongs to the user who uploaded it, for a day.
create table organisation_imports (
  id bigint generated always as identity primary key,
  user_id bigint not null references users on delete cascade,
  content text not null,
  created_at timestamptz not null,
  -- set when it was taken over; a second 「登録する」 changes nothing
  done_at timestamptz
);
create index organisation_imports_user on organisation_imports (user_id, created_at);

-- S1: what changed in a クール after it was published, why, and by whom.
create table cycle_changes (
  id bigint generated always as identity primary key,
  cycle_id bigint not null references cycles,
  at timestamptz not null,
  user_id bigint not null references users,
  reason text not null check (reason <> ''),
  -- [{label, from, to}] in the words of the screen
  changes jsonb not null
);
create index cycle_changes_cycle on cycle_changes (cycle_id, id);

grant select, insert on cycle_changes to vsys_web, vsys_all;
grant select, insert, update, delete on organisation_imports to vsys_web, vsys_all;
