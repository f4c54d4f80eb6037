-- Files of rows (S19, S30, S33) between their preview and 「この内容で登録する」 wait in one place, whatever table they are of.
-- A file belongs to the user who uploaded it, for a day.
create table sheet_imports (
  id bigint generated always as identity primary key,
  user_id bigint not null references users on delete cascade,
  -- the table that it is of, and the page it was uploaded on (its クール, say)
  sheet text not null,
  place text not null,
  content text not null,
  created_at timestamptz not null
);
create index sheet_imports_user on sheet_imports (user_id, created_at);
grant select, insert, update, delete on sheet_imports to vsys_web, vsys_all;

drop table organisation_imports;
drop table venue_imports;
