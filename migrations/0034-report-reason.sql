-- Why a running total did not grow or fell (M5.1-6-2), as far as the venue says.
alter table report_versions add column reason text not null default '';
