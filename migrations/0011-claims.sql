-- 請求総括書・市区町村別請求書 (chapter 5.2): what a venue claims for a month, by where the vaccinated live.

-- Each 「保存」 is a version; the latest one of a venue and month holds. Append-only.
create table claim_versions (
  id bigint generated always as identity primary key,
  venue_id bigint not null references venues,
  prefecture_code char(2) not null,
  -- the venue's own municipality when it was saved: 医療機関と同一市内
  municipality_code char(6) not null,
  -- 請求月, YYYY-MM
  month char(7) not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  version integer not null check (version > 0),
  form_version text not null,
  -- of all doses with and without coupon: late ones (月遅れ) and those sent back before (返戻); null: not entered
  with_late integer check (with_late >= 0),
  with_returned integer check (with_returned >= 0),
  without_late integer check (without_late >= 0),
  without_returned integer check (without_returned >= 0),
  -- 予診票 and yen, own residents included
  sheets integer not null check (sheets >= 0),
  amount bigint not null check (amount >= 0),
  saved_at timestamptz not null,
  saved_by bigint not null references users,
  -- the office that typed it for the venue; null: the venue itself
  proxy_org_id bigint references organisations,
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored,
  unique (venue_id, month, version)
);

create table claim_lines (
  claim_id bigint not null references claim_versions,
  coupon text not null check (coupon in ('with','without')),
  position integer not null check (position >= 0),
  -- where the vaccinated live, as it was called then: municipalities merge
  residence_code char(6) not null,
  residence_name text not null,
  own boolean not null,
  screening integer check (screening between 0 and 99999),
  older integer check (older between 0 and 99999),
  younger integer check (younger between 0 and 99999),
  overtime integer check (overtime between 0 and 99999),
  holiday integer check (holiday between 0 and 99999),
  venue_id bigint not null,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  primary key (claim_id, coupon, residence_code),
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored
);

-- Which version was put out as PDF, when and by whom.
create table claim_printings (
  id bigint generated always as identity primary key,
  claim_id bigint not null references claim_versions,
  output text not null check (output in ('summary-all','summary-others','with','without')),
  printed_at timestamptz not null,
  printed_by bigint not null references users,
  venue_id bigint not null,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored
);
create index claim_printings_claim on claim_printings (claim_id, id);

-- Counts that came in by file: a proposal, which counts for nothing until the venue takes it over and saves.
create table claim_proposals (
  id bigint generated always as identity primary key,
  venue_id bigint not null references venues,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  month char(7) not null,
  source text not null check (source in ('csv','api')),
  file_name text not null,
  -- [{ row, coupon, residence, counts }] and [{ row, text }]
  lines jsonb not null,
  faults jsonb not null,
  proposed_at timestamptz not null,
  proposed_by bigint not null references users,
  taken_at timestamptz,
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored
);
create index claim_proposals_venue on claim_proposals (venue_id, month, id desc);

-- Own residents' claims of a municipality go to 国保連 or straight to the municipality; no row: not known.
create table claim_rules (
  municipality_code char(6) not null references municipalities,
  from_month char(7) not null,
  route text not null check (route in ('kokuhoren','direct')),
  primary key (municipality_code, from_month)
);

do $$
declare t text;
begin
  foreach t in array array['claim_versions','claim_lines','claim_printings','claim_proposals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to vsys_web using (reach && (select app_reach()))', t || '_reach', t);
    execute format('create policy %I on %I to vsys_all using (true)', t || '_all', t);
    execute format('grant select, insert on %I to vsys_web, vsys_all', t);
  end loop;
  foreach t in array array['claim_versions','claim_lines','claim_printings'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function history_is_append_only()', t || '_append_only', t);
  end loop;
end $$;
grant update on claim_proposals to vsys_web, vsys_all;
grant select on claim_rules to vsys_web, vsys_all;
grant insert, update, delete on claim_rules to vsys_all;
