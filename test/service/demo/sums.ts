import { describe, expect, test } from 'vitest';
import { testDb } from '../../support/db/index.ts';
import { rowsOf } from './support.ts';

// Part of world.test.ts: making the country takes longer than all of its sums.
const { db } = await testDb();
const rows = (sql: string) => rowsOf(db, sql);

/** Fixed sheets with what was given: level, giver, receiver. */
const GIVEN = `with given as (
  select s.cycle_id, s.level, s.prefecture_code as p, s.municipality_code as m, l.receiver, sum(l.units) as boxes
  from allocation_sheets s join allocation_lines l on l.sheet_id = s.id where s.state = 'fixed' group by 1, 2, 3, 4, 5)`;

describe('allocations', () => {
  test('国 gives out what there is: 100, 500, 500 and 1,741 + 4,000', async () => {
    const sums = await rows(
      `${GIVEN} select cycle_id, c.supply, sum(boxes) as boxes from given join cycles c on c.id = cycle_id
       where level = 'national' group by 1, 2 order by 1`,
    );
    expect(sums.map(({ supply, boxes }) => [supply, Number(boxes)])).toEqual([
      [100, 100],
      [500, 500],
      [500, 500],
      [5741, 5741],
    ]);
    expect(
      await rows(
        `${GIVEN} select distinct receiver from given where cycle_id = 1 and level = 'national' and boxes <> 2 order by 1`,
      ),
    ).toEqual([{ receiver: '13' }, { receiver: '14' }, { receiver: '27' }]);
  });

  test('every prefecture gives out what it got, in each frame', async () => {
    const frames = `with f as (
      select s.cycle_id, s.level, l.frame, coalesce(s.prefecture_code, l.receiver) as p, sum(l.units) as boxes
      from allocation_sheets s join allocation_lines l on l.sheet_id = s.id
      where s.level in ('national','prefectural') group by 1, 2, 3, 4)
      select a.cycle_id from f a full join f b on b.cycle_id = a.cycle_id and b.p = a.p and b.frame = a.frame and b.level = 'prefectural'
      where a.level = 'national' and a.boxes is distinct from b.boxes`;
    expect(await rows(frames)).toEqual([]);
    expect(
      await rows(`select cycle_id, count(*) from allocation_sheets where level = 'prefectural' group by 1 order by 1`),
    ).toEqual([1, 2, 3, 4].map((cycle_id) => ({ cycle_id, count: 47 })));
  });

  test('every municipality gives out what it got; one where no venue asked holds its box in a draft', async () => {
    const wrong = `${GIVEN}, got as (select cycle_id, receiver as m, boxes from given where level = 'prefectural' and boxes > 0),
      out as (select cycle_id, m, sum(boxes) as boxes from given where level = 'municipal' group by 1, 2)
      select got.*, out.boxes as given, s.state from got full join out using (cycle_id, m)
      left join allocation_sheets s on s.level = 'municipal' and s.cycle_id = got.cycle_id and s.municipality_code = got.m
      where got.boxes is distinct from out.boxes
        and not (got.cycle_id = 4 and got.boxes = 1 and out.boxes is null and s.state = 'draft')`;
    expect(await rows(wrong)).toEqual([]);
    expect(
      await rows(`select s.municipality_code from allocation_sheets s join demands v using (cycle_id, municipality_code)
        where s.state = 'draft'`),
    ).toEqual([]);
    expect(await rows(`select count(*) from allocation_sheets where cycle_id = 4 and level = 'municipal'`)).toEqual([
      { count: 1741 },
    ]);
  });

  test('nobody gets more than was asked for, and only venues with a doctor get anything', async () => {
    expect(
      await rows(`select l.receiver from allocation_lines l join allocation_sheets s on s.id = l.sheet_id
        left join demands d on d.cycle_id = s.cycle_id and d.venue_id = l.venue_id
        where s.level = 'municipal' and coalesce(d.corrected, d.requested, 0) < l.units`),
    ).toEqual([]);
    expect(
      await rows(`select d.id from demands d where not exists (select from doctors x where x.venue_id = d.venue_id)`),
    ).toEqual([]);
  });

  test('municipalities confirmed what their venues asked for; 7,322 boxes in クール 4', async () => {
    expect(
      await rows(`select k.municipality_code from demand_confirmations k
        left join lateral (select count(*) as n, coalesce(sum(coalesce(corrected, requested)), 0) as boxes from demands d
          where d.cycle_id = k.cycle_id and d.municipality_code = k.municipality_code) s on true
        where s.boxes <> k.boxes or s.n <> k.venues_entered`),
    ).toEqual([]);
    expect(await rows('select sum(boxes)::integer as asked from demand_confirmations where cycle_id = 4')).toEqual([
      { asked: 7322 },
    ]);
  });
});

describe('distributions', () => {
  test('are four rows for every venue that got boxes, of the right amounts', async () => {
    expect(
      await rows(`select l.venue_id from allocation_lines l join allocation_sheets s on s.id = l.sheet_id
        left join distributions d on d.sheet_id = s.id and d.venue_id = l.venue_id
        where s.level = 'municipal' and s.state = 'fixed' group by s.id, l.venue_id, l.units
        having count(d.id) <> case when l.units > 0 then 4 else 0 end
          or sum(d.units) filter (where d.item = 'vaccine') <> nullif(l.units, 0)`),
    ).toEqual([]);
    expect(
      await rows(`select item, units, pieces, doses, doses_per_vial from distributions d
        where cycle_id in (1, 2) and exists (select from distributions x where x.cycle_id = d.cycle_id and x.venue_id = d.venue_id
          and x.item = 'vaccine' and x.units = 1) group by 1, 2, 3, 4, 5 order by doses_per_vial, item`),
    ).toEqual([
      { item: 'diluent_syringe', units: 2, pieces: 200, doses: null, doses_per_vial: 5 },
      { item: 'needle', units: 12, pieces: 1200, doses: null, doses_per_vial: 5 },
      { item: 'syringe', units: 10, pieces: 1000, doses: null, doses_per_vial: 5 },
      { item: 'vaccine', units: 1, pieces: 195, doses: 975, doses_per_vial: 5 },
      { item: 'diluent_syringe', units: 2, pieces: 200, doses: null, doses_per_vial: 6 },
      { item: 'needle', units: 14, pieces: 1400, doses: null, doses_per_vial: 6 },
      { item: 'syringe', units: 12, pieces: 1200, doses: null, doses_per_vial: 6 },
      { item: 'vaccine', units: 1, pieces: 195, doses: 1170, doses_per_vial: 6 },
    ]);
  });

  test('of クール 1 to 3 have arrived, of クール 4 no vaccine yet; nothing happened in the future', async () => {
    expect(
      await rows('select id from distributions where cycle_id < 4 and (delivered_at is null or received_at is null)'),
    ).toEqual([]);
    expect(
      await rows(`select id from distributions where cycle_id = 4 and item = 'vaccine' and delivered_at is not null`),
    ).toEqual([]);
    expect(
      await rows(`select id from distributions where received_at > '2021-04-26 09:00+09' or delivered_at < fixed_at
        or received_at < delivered_at or ship_day > delivery_day`),
    ).toEqual([]);
  });

  test('have lots that add up to what was sent', async () => {
    expect(
      await rows(`select d.id from distributions d left join delivery_lots l on l.distribution_id = d.id
        where d.item = 'vaccine' group by d.id having sum(l.vials) is distinct from case when d.ship_day is null then null else d.pieces end`),
    ).toEqual([]);
  });

  test('stand in the ledger as they were received, lot by lot', async () => {
    expect(
      await rows(`select l.id from delivery_lots l full join (select * from ledger_entries where kind = 'receipt') e on e.source = 'delivery_lot' and e.source_id = l.id
        where (l.received_vials is not null or e.id is not null)
          and (l.received_vials, l.lot, l.venue_id) is distinct from (e.vials, e.lot, e.venue_id)`),
    ).toEqual([]);
  });

  test('芝公園病院 has received クール 1 to 3, and its クール 4 is on the way', async () => {
    const own = await rows(
      `select cycle_id, units, delivered_at is not null as there, delivery_day from distributions d
       join users u on u.org_id = d.venue_id where u.user_name = 'basic@v.sys' and item = 'vaccine' order by 1`,
    );
    expect(own.map(({ cycle_id, there }) => [cycle_id, there])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, false],
    ]);
    expect(own.at(-1)?.delivery_day).toBe('2021-04-28');
    expect(
      await rows(`select count(*) filter (where ship_day is null) > 0 as open from distributions
        where cycle_id = 4 and municipality_code = '131032' and item = 'vaccine'`),
    ).toEqual([{ open: true }]);
  });
});
