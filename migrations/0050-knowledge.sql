-- Chapter 6: articles of the service desk, their versions, what readers say of them, and their files.

create table articles (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  -- number of the version that readers see; none before the first one is published (no foreign key: backups sort tables)
  live integer,
  -- an article that came with the program: digest of the file it was last filled from
  seed_digest text,
  -- a manual that the program itself ships, by the folder it lies in
  manual_role text unique,
  version integer not null default 1,
  created_at timestamptz not null
);

create table article_versions (
  article_id bigint not null references articles,
  number integer not null check (number > 0),
  state text not null check (state in ('draft','review','published')),
  type text not null check (type in ('faq','manual')),
  title text not null check (title <> ''),
  -- the title folded (NFKC, lower case, hiragana), by which titles are sorted
  title_sort text not null,
  body text not null,
  audiences text[] not null check (cardinality(audiences) > 0),
  topic text not null,
  -- first day on which readers see it, and the first day on which they no longer do
  published_on date,
  withdrawn_on date,
  -- what changed, for the history
  note text not null default '',
  -- both null: it came with the program
  author_id bigint references users,
  written_at timestamptz not null,
  reviewer_id bigint references users,
  reviewed_at timestamptz,
  primary key (article_id, number),
  check (state <> 'published' or published_on is not null),
  check (withdrawn_on is null or published_on is null or withdrawn_on >= published_on)
);
-- One version at a time is being written.
create unique index article_versions_open on article_versions (article_id) where state <> 'published';

-- Apart from the article, so that reading never waits for writing.
create table article_counts (
  article_id bigint primary key references articles,
  views integer not null default 0,
  rating_sum integer not null default 0,
  rating_count integer not null default 0,
  -- mean of the ratings, drawn towards 3 by five imagined ones, × 1000: one reader alone does not make the best article
  score integer not null default 3000
);

create table article_ratings (
  article_id bigint not null references articles,
  user_id bigint not null references users,
  stars integer not null check (stars between 1 and 5),
  rated_at timestamptz not null,
  primary key (article_id, user_id)
);

-- A view counts once per user and hour.
create table article_views (
  article_id bigint not null references articles,
  user_id bigint not null references users,
  hour timestamptz not null,
  primary key (article_id, user_id, hour)
);
create index article_views_hour on article_views (hour);

create table article_files (
  id bigint generated always as identity primary key,
  article_id bigint not null references articles,
  name text not null check (char_length(name) between 1 and 100),
  type text not null,
  size integer not null check (size > 0),
  bytes bytea not null,
  added_by bigint not null references users,
  added_at timestamptz not null,
  -- taken off the article; versions of the past may still show it
  removed_at timestamptz
);
create index article_files_article on article_files (article_id, id);

-- Every change of what readers see, by which each process keeps its index in step. The stamp tells a database that was
-- filled anew from one that went on.
create table article_changes (
  seq bigint generated always as identity primary key,
  stamp uuid not null default gen_random_uuid(),
  article_id bigint not null references articles
);

grant select, insert, update on articles, article_versions, article_counts, article_ratings, article_files to vsys_web, vsys_all;
grant select, insert on article_views, article_changes to vsys_web, vsys_all;
grant delete on article_views to vsys_all;
