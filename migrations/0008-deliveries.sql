-- Who changed a distribution row last, so that whoever comes second is told by whom and when.
alter table distributions
  add column saved_at timestamptz,
  add column saved_by bigint references users;

-- A venue may find a lot in the box that nobody announced: announced 0, counted some.
alter table delivery_lots drop constraint delivery_lots_vials_check;
alter table delivery_lots add constraint delivery_lots_vials_check check (vials >= 0);
