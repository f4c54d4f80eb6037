-- S35: how long what is kept, as data. What is over its time is deleted once a day, in batches; business records (demands,
-- allocations, deliveries, the ledger, reports, claims) and their histories are kept for good.
create table retention_rules (
  kind text primary key check (kind in ('audit','mail','notice','receipt','error_report')),
  position integer not null,
  days integer not null check (days > 0),
  -- the last run that left nothing behind; null: none yet
  swept_at timestamptz,
  -- rows deleted so far
  deleted bigint not null default 0
);
insert into retention_rules (kind, position, days) values
  ('audit', 1, 1826), ('notice', 2, 731), ('mail', 3, 365), ('error_report', 4, 365), ('receipt', 5, 30);

create index notices_at on notices (at);
create index mails_sent on mails (sent_at) where state = 'sent';
create index navi_error_reports_handled on navi_error_reports (handled_at) where handled_at is not null;
create index form_receipts_at on form_receipts (created_at);

grant select on retention_rules to vsys_web, vsys_all;
grant update (swept_at, deleted) on retention_rules to vsys_all;
grant delete on audit_log, notices, mails, navi_error_reports, form_receipts to vsys_all;
