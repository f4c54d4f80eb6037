-- An important お知らせ is mailed once to its audience (M1.5-1 ④), in batches by organisation; what was published before stays as it is.
alter table announcements
  add column mailed_at timestamptz,
  -- the organisations up to this one have got it
  add column mailed_up_to bigint not null default 0;
update announcements set mailed_at = published_at where state <> 'draft';
create index announcements_to_mail on announcements (shown_from)
  where importance = 'important' and state = 'published' and mailed_at is null;
