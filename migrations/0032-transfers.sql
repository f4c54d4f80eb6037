-- S12: 移送・融通. Each side enters what it did; pairs are found by both venues, lot, day (± 3) and vials.
create table transfers (
  id bigint generated always as identity primary key,
  -- who entered it, and on which side of the transfer it stands
  venue_id bigint not null references venues,
  prefecture_code char(2) not null,
  municipality_code char(6) not null,
  vaccine_id bigint not null references vaccines,
  side text not null check (side in ('out','in')),
  -- the other venue; the giving side may leave it open
  partner_id bigint references venues check (partner_id <> venue_id),
  partner_prefecture_code char(2),
  partner_municipality_code char(6),
  day date not null,
  lot text not null check (lot <> ''),
  vials integer not null check (vials > 0),
  -- what travels with the vials: since when they are out of the freezer, how they are kept, until when they can be used
  left_freezer_at timestamptz,
  band text check (band in ('-75','-20','2-8')),
  use_by timestamptz,
  version integer not null default 1,
  entered_at timestamptz not null,
  entered_by bigint not null references users,
  removed_at timestamptz,
  reach text[] not null generated always as (array['v' || venue_id::text, 'm' || municipality_code::text, 'p' || prefecture_code::text,
    'v' || coalesce(partner_id::text, '-'), 'm' || coalesce(partner_municipality_code::text, '-'), 'p' || coalesce(partner_prefecture_code::text, '-')]) stored,
  check (side = 'out' or partner_id is not null),
  check ((partner_id is null) = (partner_municipality_code is null) and (partner_id is null) = (partner_prefecture_code is null))
);
create index transfers_venue on transfers (venue_id, vaccine_id, side, day);
create index transfers_partner on transfers (partner_id, vaccine_id, day) where partner_id is not null;
create index transfers_lot on transfers (vaccine_id, lot, day) where removed_at is null;
create index transfers_area on transfers (municipality_code, day desc, id desc) where removed_at is null;

-- Two entries that tell of the same transfer, each as its side says it; unequal where the vials differ.
create table transfer_pairs (
  giving_id bigint primary key references transfers,
  receiving_id bigint not null unique references transfers,
  giver_id bigint not null references venues,
  giver_municipality_code char(6) not null,
  giver_prefecture_code char(2) not null,
  receiver_id bigint not null references venues,
  receiver_municipality_code char(6) not null,
  receiver_prefecture_code char(2) not null,
  giving_vials integer not null,
  receiving_vials integer not null,
  giving_day date not null,
  receiving_day date not null,
  paired_at timestamptz not null,
  reach text[] not null generated always as (array['v' || giver_id::text, 'm' || giver_municipality_code::text, 'p' || giver_prefecture_code::text,
    'v' || receiver_id::text, 'm' || receiver_municipality_code::text, 'p' || receiver_prefecture_code::text]) stored
);

alter table transfers enable row level security;
-- Both sides read, only the own one writes.
create policy transfers_read on transfers for select to vsys_web using (reach && (select app_reach()));
create policy transfers_new on transfers for insert to vsys_web with check (array['v' || venue_id::text] && (select app_reach()));
create policy transfers_change on transfers for update to vsys_web using (array['v' || venue_id::text] && (select app_reach()));
create policy transfers_all on transfers to vsys_all using (true);
alter table transfer_pairs enable row level security;
create policy transfer_pairs_reach on transfer_pairs to vsys_web using (reach && (select app_reach()));
create policy transfer_pairs_all on transfer_pairs to vsys_all using (true);
grant select, insert, update on transfers to vsys_web, vsys_all;
grant select, insert, delete on transfer_pairs to vsys_web, vsys_all;

-- The entries of the other side that may tell of the same transfer. A giver who named nobody is readable here only, and
-- only to who says to have received from it.
create function transfer_candidates(own_venue bigint, other_venue bigint, of_vaccine bigint, of_lot text, own_side text)
returns table (id bigint, venue_id bigint, municipality_code char(6), prefecture_code char(2), partner_id bigint, day date, vials integer, paired_vials integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.venue_id, t.municipality_code, t.prefecture_code, t.partner_id, t.day, t.vials,
    case own_side when 'out' then p.giving_vials else p.receiving_vials end
  from transfers t
  left join transfer_pairs p on case own_side when 'out' then p.receiving_id else p.giving_id end = t.id
  where t.vaccine_id = of_vaccine and t.lot = of_lot and t.removed_at is null and t.side <> own_side
    and (t.venue_id = other_venue or other_venue is null)
    and case own_side when 'out' then t.partner_id = own_venue else t.partner_id is null or t.partner_id = own_venue end
    and (other_venue is not null or own_side = 'out')
    -- nobody takes a pair of others apart
    and (p.giving_id is null or case own_side when 'out' then p.giver_id else p.receiver_id end = own_venue)
    and ('v' || own_venue::text = any (app_reach()) or current_setting('role') = 'vsys_all')
$$;
revoke all on function transfer_candidates from public;
grant execute on function transfer_candidates to vsys_web, vsys_all;
