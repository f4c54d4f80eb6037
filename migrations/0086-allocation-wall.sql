-- The second wall of 分配: a draft is its giver's alone. Until 確定 the level below sees that a sheet is there, not what is
-- in it; and nobody but the giver writes. 国 gives as role vsys_all, so its sheets have no key ('-').
alter table allocation_sheets add column giver_key text not null generated always as (
  case level when 'municipal' then 'm' || municipality_code::text when 'prefectural' then 'p' || prefecture_code::text else '-' end) stored;
-- A line goes to a venue, a 市町村 or a 都道府県; the giver is the level above.
alter table allocation_lines add column giver_key text not null generated always as (
  case when venue_id is not null then 'm' || coalesce(municipality_code::text, '-')
       when municipality_code is not null then 'p' || coalesce(prefecture_code::text, '-') else '-' end) stored;

drop policy allocation_sheets_reach on allocation_sheets;
create policy allocation_sheets_read on allocation_sheets for select to vsys_web using (reach && (select app_reach()));
create policy allocation_sheets_new on allocation_sheets for insert to vsys_web
  with check (giver_key = any ((select app_reach())::text[]));
-- USING is also what a lock asks for: the level below holds the sheet above while it fixes its own (for share).
create policy allocation_sheets_change on allocation_sheets for update to vsys_web
  using (reach && (select app_reach())) with check (giver_key = any ((select app_reach())::text[]));
create policy allocation_sheets_drop on allocation_sheets for delete to vsys_web
  using (giver_key = any ((select app_reach())::text[]));

drop policy allocation_lines_reach on allocation_lines;
create policy allocation_lines_read on allocation_lines for select to vsys_web using (
  giver_key = any ((select app_reach())::text[])
  or (reach && (select app_reach())
    and exists (select from allocation_sheets s where s.id = sheet_id and s.state <> 'draft')));
create policy allocation_lines_new on allocation_lines for insert to vsys_web
  with check (giver_key = any ((select app_reach())::text[]));
create policy allocation_lines_change on allocation_lines for update to vsys_web
  using (giver_key = any ((select app_reach())::text[]));
create policy allocation_lines_drop on allocation_lines for delete to vsys_web
  using (giver_key = any ((select app_reach())::text[]));
