-- Second wall around お問い合わせ and what the chatbot was asked: one's own, or the service desk's (key s of the reach).
create function app_actor() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('app.actor', true), '')::bigint $$;

alter table tickets enable row level security;
create policy tickets_own on tickets to vsys_web
  using (user_id = (select app_actor()) or (select app_reach()) && array['s']);
create policy tickets_all on tickets to vsys_all using (true);

-- Through the ticket; what stays inside the desk is no business of who asked.
alter table ticket_entries enable row level security;
create policy ticket_entries_own on ticket_entries to vsys_web
  using ((select app_reach()) && array['s']
    or kind in ('answer','message') and exists (select from tickets t where t.id = ticket_id))
  with check ((select app_reach()) && array['s']
    or kind = 'message' and user_id = (select app_actor()) and exists (select from tickets t where t.id = ticket_id));
create policy ticket_entries_all on ticket_entries to vsys_all using (true);

alter table chat_questions enable row level security;
create policy chat_questions_own on chat_questions to vsys_web
  using (user_id = (select app_actor()) or (select app_reach()) && array['s']);
create policy chat_questions_all on chat_questions to vsys_all using (true);

-- How long they are kept (S35): a wording learnt from a question outlives it, and entries go with their ticket.
alter table chat_wordings drop constraint chat_wordings_question_id_fkey,
  add constraint chat_wordings_question_id_fkey foreign key (question_id) references chat_questions on delete set null;
create index chat_wordings_question on chat_wordings (question_id);
alter table ticket_entries drop constraint ticket_entries_ticket_id_fkey,
  add constraint ticket_entries_ticket_id_fkey foreign key (ticket_id) references tickets on delete cascade;
create index tickets_closed on tickets (closed_at) where state = 'closed';
create index chat_questions_asked on chat_questions (asked_at);

alter table retention_rules drop constraint retention_rules_kind_check,
  add constraint retention_rules_kind_check
    check (kind in ('audit','mail','notice','receipt','error_report','ticket','chat_question'));
insert into retention_rules (kind, position, days) values ('ticket', 6, 1096), ('chat_question', 7, 365);
grant delete on tickets, chat_questions to vsys_all;
