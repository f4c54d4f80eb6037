-- Ten クール that went all the way, an eleventh that waits for its municipalities' 確定, a twelfth open for registration.

insert into campaigns (id, name) overriding system value values (1, 'ものさしの接種');

insert into cycles (id, campaign_id, vaccine_id, number, registration_from, registration_to, delivery_from, delivery_to,
  vaccination_from, vaccination_to, doses_per_vial, state, deadline_alert_done_at, deadline_escalated_at)
overriding system value
select k, 1, x.id, k, now() + make_interval(days => (k - 12) * 14 - 1),
  now() + make_interval(days => (k - 12) * 14 + 10), current_date + (k - 11) * 14 + 2, current_date + (k - 11) * 14 + 15,
  current_date + (k - 11) * 14 + 9, current_date + (k - 11) * 14 + 29, 6, 'planned',
  case when k < 12 then now() - interval '1 day' end, case when k < 12 then now() - interval '1 day' end
from generate_series(1, 12) k, vaccines x where x.code = 'pfizer' order by k;

-- What each 基本型 gets in each クール: one box, or two.
create temp table bench_grant as
select k as cycle_id, v.id as venue_id, v.n, v.prefecture_code, v.municipality_code, 1 + (v.n + k) % 2 as boxes,
  now() + make_interval(days => (k - 12) * 14) as asked_at, now() + make_interval(days => (k - 12) * 14 + 11) as fixed_at,
  current_date + (k - 11) * 14 + 2 + (v.n % 10)::int as day, k * 1000000 + row_number() over (partition by k order by v.n) as id
from bench_venue v, generate_series(1, 11) k where v.role = 'basic';
create index on bench_grant (cycle_id, municipality_code);
analyze bench_grant;

update cycles c set supply = (select sum(boxes) from bench_grant g where g.cycle_id = least(c.id, 11));

insert into demands (id, cycle_id, venue_id, prefecture_code, municipality_code, requested, storage, registered_at, registered_by)
overriding system value
select id, cycle_id, venue_id, prefecture_code, municipality_code, boxes + 1, 'freezer', asked_at, venue_id
from bench_grant order by id;
insert into demand_history (demand_id, venue_id, prefecture_code, municipality_code, at, user_id, org_id, requested, storage)
select id, venue_id, prefecture_code, municipality_code, asked_at, venue_id, venue_id, boxes + 1, 'freezer'
from bench_grant order by id;

insert into demand_confirmations (cycle_id, municipality_code, prefecture_code, boxes, venues_entered, venues_missing,
  confirmed_at, confirmed_by)
select g.cycle_id, g.municipality_code, g.prefecture_code, sum(boxes + 1), count(*), 0, min(g.fixed_at), min(o.id)
from bench_grant g join organisations o on o.kind = 'municipality' and o.municipality_code = g.municipality_code
group by 1, 2, 3 order by 1, 2;
