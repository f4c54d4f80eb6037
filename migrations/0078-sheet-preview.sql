-- A long file is planned when it is uploaded; its preview is kept, so that no opening of the page plans it again.
alter table sheet_imports add column preview jsonb;

-- How far a job is, for every process: written beside its one long transaction, so without a reference to the locked row.
create table sheet_progress (
  import_id bigint primary key,
  -- rows
  done integer not null check (done >= 0),
  total integer not null check (total >= 0)
);
grant select, insert, update, delete on sheet_progress to vsys_web, vsys_all;
