-- Dose numbers and categories of the report are data; 国 adds a dose number, ends one and lets one go on, from a day and
-- with a reason. What is here is the history; report_categories and report_dose_numbers hold what is in force.
create table report_shape_changes (
  id bigint generated always as identity primary key,
  -- one of the two
  category text references report_categories,
  dose_number integer references report_dose_numbers,
  from_day date not null,
  -- null: no end
  to_day date,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  user_id bigint not null references users,
  check ((category is null) <> (dose_number is null))
);
create trigger report_shape_changes_append_only before update or delete on report_shape_changes for each row execute function history_is_append_only();
grant select on report_shape_changes to vsys_web, vsys_all;
grant insert on report_shape_changes to vsys_all;
grant update (to_day) on report_categories, report_dose_numbers to vsys_all;
grant insert on report_dose_numbers to vsys_all;
