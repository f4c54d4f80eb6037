-- The sheets of the three levels, and what became of them in the ten クール that are over.

insert into allocation_sheets (cycle_id, level, prefecture_code, municipality_code, state, saved_at, saved_by, fixed_at, fixed_by)
select c.id, 'national', null, null, 'fixed', c.registration_to, o.id, c.registration_to, o.id
from cycles c, organisations o where o.kind = 'ministry' and c.id <= 11 order by c.id;
insert into allocation_sheets (cycle_id, level, prefecture_code, municipality_code, state, saved_at, saved_by, fixed_at, fixed_by)
select c.id, 'prefectural', o.prefecture_code, null, 'fixed', c.registration_to, o.id, c.registration_to, o.id
from cycles c, organisations o where o.kind = 'prefecture' and c.id <= 11 order by c.id, o.prefecture_code;
insert into allocation_sheets (cycle_id, level, prefecture_code, municipality_code, state, saved_at, saved_by, fixed_at, fixed_by)
select g.cycle_id, 'municipal', g.prefecture_code, g.municipality_code, 'fixed', min(g.fixed_at), min(o.id), min(g.fixed_at), min(o.id)
from bench_grant g join organisations o on o.kind = 'municipality' and o.municipality_code = g.municipality_code
where g.cycle_id <= 10 group by 1, 3, 4 order by 1, 4;

insert into allocation_lines (sheet_id, receiver, frame, units, prefecture_code)
select s.id, g.prefecture_code, 'plan', sum(g.boxes), g.prefecture_code
from allocation_sheets s join bench_grant g on g.cycle_id = s.cycle_id where s.level = 'national' group by s.id, g.prefecture_code;
insert into allocation_lines (sheet_id, receiver, frame, units, prefecture_code, municipality_code)
select s.id, g.municipality_code, 'plan', sum(g.boxes), s.prefecture_code, g.municipality_code
from allocation_sheets s join bench_grant g on g.cycle_id = s.cycle_id and g.prefecture_code = s.prefecture_code
where s.level = 'prefectural' group by s.id, s.prefecture_code, g.municipality_code;
insert into allocation_lines (sheet_id, receiver, frame, units, prefecture_code, municipality_code, venue_id)
select s.id, g.venue_id::text, 'plan', g.boxes, s.prefecture_code, s.municipality_code, g.venue_id
from allocation_sheets s join bench_grant g on g.cycle_id = s.cycle_id and g.municipality_code = s.municipality_code
where s.level = 'municipal';

insert into distributions (id, cycle_id, sheet_id, venue_id, prefecture_code, municipality_code, item, units, pieces, doses,
  doses_per_vial, storage, maker_id, wholesaler_id, fixed_at, ship_day, delivery_day, delivered_at, delivered_by,
  received_at, received_by, saved_at, saved_by)
overriding system value
select g.id * 4 + i.n, g.cycle_id, s.id, g.venue_id, g.prefecture_code, g.municipality_code, i.item,
  case i.n when 0 then g.boxes else ceil(g.boxes * i.pieces / 100.0) end,
  case i.n when 0 then g.boxes * i.pieces else ceil(g.boxes * i.pieces / 100.0) * 100 end,
  case i.n when 0 then g.boxes * 1170 end, 6, case i.n when 0 then 'freezer' end,
  case i.n when 0 then x.maker_id end, 900001, g.fixed_at, case i.n when 0 then g.day - 1 end, g.day,
  g.day + interval '2 hours', 900001, g.day + interval '3 hours', g.venue_id, g.day, 900001
from bench_grant g
  join allocation_sheets s on s.cycle_id = g.cycle_id and s.level = 'municipal' and s.municipality_code = g.municipality_code
  join vaccines x on x.code = 'pfizer',
  (values (0, 'vaccine', 195), (1, 'needle', 1365), (2, 'syringe', 1170), (3, 'diluent_syringe', 195)) i (n, item, pieces)
order by 1;

insert into delivery_lots (distribution_id, venue_id, prefecture_code, municipality_code, maker_id, wholesaler_id, lot, expiry,
  vials, received_vials)
select d.id, d.venue_id, d.prefecture_code, d.municipality_code, d.maker_id, d.wholesaler_id,
  'VS' || 1000 + d.cycle_id, d.ship_day + 150, d.pieces, d.pieces
from distributions d where d.item = 'vaccine' order by d.id;

insert into ledger_entries (venue_id, prefecture_code, municipality_code, vaccine_id, kind, lot, expiry, vials, doses_per_vial,
  source, source_id, at, user_id)
select l.venue_id, l.prefecture_code, l.municipality_code, x.id, 'receipt', l.lot, l.expiry, l.vials, 6, 'delivery', l.id,
  now() - interval '1 day', l.venue_id
from delivery_lots l, vaccines x where x.code = 'pfizer' order by l.id;
