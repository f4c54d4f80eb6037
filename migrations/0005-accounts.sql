-- A session on its way in: 'code' (password passed, mailed code not yet), 'password' (invited, first password not yet set),
-- 'consent' (個人情報同意 not yet given), 'full' (logged in). Only 'full' opens a page behind a permission.
alter table sessions drop constraint sessions_stage_check;
alter table sessions add constraint sessions_stage_check check (stage in ('code','password','consent','full'));

create index invitations_user on invitations (user_id, created_at desc);
