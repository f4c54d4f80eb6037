-- API keys: a program of an organisation acts in its name, with what the key opens and no more. The key itself is shown
-- once and kept as SHA-256 only.
create table api_keys (
  id bigint generated always as identity primary key,
  org_id bigint not null references organisations,
  name text not null check (name <> ''),
  token_hash bytea not null unique,
  -- the last characters, so that people can tell keys apart
  hint text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  -- the key acts as this user, and ends with them
  created_by bigint not null references users,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by bigint references users,
  check (expires_at > created_at)
);
create index api_keys_org on api_keys (org_id, id);

grant select, insert, update on api_keys to vsys_web, vsys_all;
