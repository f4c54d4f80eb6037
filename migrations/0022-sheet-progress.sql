-- Files of a whole country are taken over by a job; their page shows how far it is.
alter table sheet_imports
  add column state text not null default 'waiting' check (state in ('waiting','running','done','failed')),
  -- rows created, changed, and what came with them; null until it is done
  add column counts jsonb,
  -- why nothing was taken over
  add column reason text not null default '';
