-- Vaccines and venues. Public facts stand in venue_directory without row security: all text search runs there.

create table vaccines (
  id bigint generated always as identity primary key,
  code text not null unique,
  name text not null,
  short_name text not null,
  maker_id bigint not null references organisations,
  storage text not null check (storage in ('-75','-20','2-8')),
  unit_name text not null,
  vials_per_unit integer not null check (vials_per_unit > 0),
  dilution boolean not null,
  -- asks 保管管理 (冷凍庫/ドライアイス)
  asks_storage boolean not null,
  interval_days integer,
  -- who brings the vaccine itself to the venue: the maker (needles then come by the area's wholesaler) or the wholesaler
  route text not null check (route in ('maker','wholesaler')),
  announced_from date not null,
  usable_from date not null,
  version integer not null default 1
);

-- doses per vial, by the first day of the 標準配送期間
create table vaccine_doses_per_vial (
  vaccine_id bigint not null references vaccines,
  from_day date not null,
  doses integer not null check (doses > 0),
  primary key (vaccine_id, from_day)
);

create table venue_directory (
  venue_id bigint primary key references organisations,
  code char(10) not null unique,
  name text not null,
  kana text not null default '',
  english_name text not null default '',
  postal_code char(7) not null default '',
  prefecture_code char(2) not null references prefectures,
  municipality_code char(6) not null references municipalities,
  town text not null default '',
  street text not null default '',
  phone text not null default '',
  homepage text not null default '',
  approved boolean not null default true,
  hidden boolean not null default false,
  facility_class text check (facility_class in ('institution','special_site')),
  booking_mark text not null default 'unset' check (booking_mark in ('open','few','closed','walk_in','unset')),
  booking_marked_at timestamptz,
  -- name, kana, address, code folded for search (NFKC, lower case, hiragana)
  search_text text not null default '',
  version integer not null default 1
);
create index venue_directory_municipality on venue_directory (municipality_code, name, venue_id);
create index venue_directory_search on venue_directory using gin (search_text gin_trgm_ops);

-- What only the venue, its offices and its suppliers see.
create table venues (
  venue_id bigint primary key references organisations,
  municipality_code char(6) not null references municipalities,
  prefecture_code char(2) not null references prefectures,
  representative_name text not null default '',
  small_facility boolean not null default false,
  freezers_75 integer check (freezers_75 >= 0),
  freezers_20 integer check (freezers_20 >= 0),
  -- 代行入力フラグ 要/不要: delegated to a booking vendor
  booking_delegated boolean not null default false,
  vendor_id bigint references organisations,
  detailed_explanation text check (detailed_explanation in ('wanted','not_wanted')),
  delivery_name text not null default '',
  delivery_postal_code char(7),
  delivery_address text not null default '',
  delivery_same_address boolean not null default true,
  version integer not null default 1
);
create index venues_municipality on venues (municipality_code, venue_id);
create index venues_vendor on venues (vendor_id) where vendor_id is not null;

-- 取扱ワクチン: which vaccines a venue handles, per vaccine 基本型 or サテライト型, and the satellite's 基本型 (S34)
create table venue_vaccines (
  venue_id bigint not null references venues,
  vaccine_id bigint not null references vaccines,
  role text not null check (role in ('basic','satellite')),
  basic_venue_id bigint references venues,
  primary key (venue_id, vaccine_id),
  check (role = 'satellite' or basic_venue_id is null),
  check (basic_venue_id <> venue_id)
);
create index venue_vaccines_vaccine on venue_vaccines (vaccine_id, role, venue_id);
create index venue_vaccines_basic on venue_vaccines (basic_venue_id) where basic_venue_id is not null;

create table doctors (
  id bigint generated always as identity primary key,
  venue_id bigint not null references venues,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  name text not null,
  kana text not null,
  phone text not null default '',
  email text not null default '',
  version integer not null default 1,
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text]) stored
);
create index doctors_venue on doctors (venue_id, id);

create table doctor_vaccines (
  doctor_id bigint not null references doctors on delete cascade,
  vaccine_id bigint not null references vaccines,
  primary key (doctor_id, vaccine_id)
);

-- Which wholesaler brings a vaccine (or the needles and syringes) to an area, with dates (S34)
create table wholesaler_areas (
  id bigint generated always as identity primary key,
  wholesaler_id bigint not null references organisations,
  vaccine_id bigint not null references vaccines,
  prefecture_code char(2) not null references prefectures,
  -- null: the whole prefecture, but for municipalities that have a row of their own
  municipality_code char(6) references municipalities,
  from_day date not null,
  to_day date,
  version integer not null default 1,
  check (to_day is null or to_day >= from_day)
);
create index wholesaler_areas_area on wholesaler_areas (prefecture_code, vaccine_id, municipality_code, from_day);
create index wholesaler_areas_wholesaler on wholesaler_areas (wholesaler_id);

alter table doctors enable row level security;
create policy doctors_reach on doctors to vsys_web using (reach && (select app_reach()));
create policy doctors_all on doctors to vsys_all using (true);

grant select on vaccines, vaccine_doses_per_vial, venue_directory, venues, venue_vaccines, wholesaler_areas, doctor_vaccines to vsys_web, vsys_all;
grant insert, update on vaccines, vaccine_doses_per_vial, venue_directory, venues, venue_vaccines, wholesaler_areas to vsys_web, vsys_all;
grant delete on vaccine_doses_per_vial, venue_vaccines, wholesaler_areas to vsys_web, vsys_all;
grant select, insert, update, delete on doctors to vsys_web, vsys_all;
grant insert, delete on doctor_vaccines to vsys_web, vsys_all;
