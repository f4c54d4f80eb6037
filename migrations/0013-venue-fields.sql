-- Chapter 2.1: the rest of a venue's fields, its people in charge, 申請 that wait for approval, and who typed what.

-- Public: コロナワクチンナビ shows these.
alter table venue_directory
  -- 駐車場; null: not entered
  add column parking_spaces integer check (parking_spaces >= 0),
  -- 予約受付の電話番号, 予約受付サイトURL
  add column booking_phone text not null default '',
  add column booking_url text not null default '',
  -- 予約可否（電話番号）, 予約可否（Web）
  add column booking_by_phone boolean not null default false,
  add column booking_by_web boolean not null default false,
  -- 受付時間
  add column reception_hours text not null default '',
  -- 一般受入: 一般向け（誰でも来られる）/ 一般不可（特定の人のみ）; null: not entered
  add column general_admission text check (general_admission in ('anyone','limited')),
  -- 医療機関・接種会場からのお知らせ, やさしい日本語, 英語; line ends are \n
  add column notice text not null default '',
  add column notice_easy text not null default '',
  add column notice_english text not null default '';

alter table venues
  add column fax text not null default '',
  -- メールアドレス登録を希望しない: the doctor in charge has none
  add column doctor_email_declined boolean not null default false;

-- ワクチン接種の責任者等（医師） and the others in charge
create table venue_contacts (
  venue_id bigint not null references venues,
  duty text not null check (duty in ('doctor','vaccine','needles','dry_ice','holidays')),
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  affiliation text not null default '',
  name text not null default '',
  kana text not null default '',
  phone text not null default '',
  email text not null default '',
  primary key (venue_id, duty),
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored
);

-- Each save of a venue: what changed, who typed it, and for whom. Append-only.
create table venue_changes (
  id bigint generated always as identity primary key,
  venue_id bigint not null references venues,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  at timestamptz not null,
  user_id bigint references users,
  org_id bigint references organisations,
  how text not null check (how in ('edit','approval','import')),
  -- [{field, label, from, to}] in the words of the screen
  changes jsonb not null,
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored
);
create index venue_changes_venue on venue_changes (venue_id, id desc);

-- 申請: changes of one subject that wait for the municipality. At most one of a subject is open.
create table applications (
  id bigint generated always as identity primary key,
  -- 'venue:123'
  subject text not null,
  -- for whom it is made
  org_id bigint not null references organisations,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  state text not null check (state in ('open','approved','returned','withdrawn')),
  -- changed again while it waits: the next revision
  revision integer not null default 1 check (revision > 0),
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  decided_at timestamptz,
  version integer not null default 1,
  reach text[] not null generated always as (array['v' || org_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored
);
create unique index applications_open on applications (subject) where state = 'open';
create index applications_subject on applications (subject, id desc);
create index applications_waiting on applications (municipality_code, changed_at, id) where state = 'open';

-- What a revision asks for, field by field; the last one holds. Append-only.
create table application_revisions (
  application_id bigint not null references applications,
  revision integer not null check (revision > 0),
  -- [{field, label, from, to, fromText, toText}]
  changes jsonb not null,
  at timestamptz not null,
  user_id bigint references users,
  -- who typed it: the venue itself or an office for it (代行入力)
  org_id bigint references organisations,
  subject_org_id bigint not null references organisations,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  primary key (application_id, revision),
  reach text[] not null generated always as (array['v' || subject_org_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored
);

-- 承認, 差戻し, 取下げ: who, when, why. Append-only.
create table application_decisions (
  application_id bigint primary key references applications,
  revision integer not null,
  decision text not null check (decision in ('approved','returned','withdrawn')),
  reason text not null default '' check (decision <> 'returned' or reason <> ''),
  at timestamptz not null,
  user_id bigint not null references users,
  org_id bigint not null references organisations,
  subject_org_id bigint not null references organisations,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  reach text[] not null generated always as (array['v' || subject_org_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored
);

-- An uploaded export of ワクチン接種契約受付システム between its preview and 「取り込む」, for a day.
create table venue_imports (
  id bigint generated always as identity primary key,
  user_id bigint not null references users on delete cascade,
  content text not null,
  created_at timestamptz not null,
  -- set when it was taken over; a second time changes nothing
  done_at timestamptz
);
create index venue_imports_user on venue_imports (user_id, created_at);

do $$
declare t text;
begin
  foreach t in array array['venue_contacts','venue_changes','applications','application_revisions','application_decisions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to vsys_web using (reach && (select app_reach()))', t || '_reach', t);
    execute format('create policy %I on %I to vsys_all using (true)', t || '_all', t);
    execute format('grant select, insert on %I to vsys_web, vsys_all', t);
  end loop;
  foreach t in array array['venue_changes','application_revisions','application_decisions'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function history_is_append_only()', t || '_append_only', t);
  end loop;
end $$;

-- M2.1-8-5: the maker of a handled vaccine sees the addresses that are there to be informed at.
create policy venue_contacts_makers on venue_contacts for select to vsys_web using (
  exists (
    select from venue_vaccines h join vaccines x on x.id = h.vaccine_id
    where h.venue_id = venue_contacts.venue_id and 'k' || x.maker_id::text = any ((select app_reach())::text[])
  )
);

grant update, delete on venue_contacts to vsys_web, vsys_all;
grant update on applications to vsys_web, vsys_all;
grant select, insert, update, delete on venue_imports to vsys_web, vsys_all;
