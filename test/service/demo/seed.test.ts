import { beforeEach, expect, test } from 'vitest';
import { runInTx, seedMasterData } from '../../../src/seed/index.ts';
import { testDb } from '../../support/db/index.ts';
import { digestsOf, rowsOf } from './support.ts';

const { db, reset } = await testDb();
beforeEach(reset);

const seed = (now: string) => db.transaction({ role: 'all' }, (tx) => seedMasterData(runInTx(tx), new Date(now)));

test('a first start makes areas, their offices, makers and vaccines, with no more rights than the jobs have', async () => {
  await seed('2021-02-01T09:00:00+09:00');
  expect(await rowsOf(db, 'select kind, count(*) from organisations group by 1 order by 1')).toEqual([
    { kind: 'desk', count: 1 },
    { kind: 'manufacturer', count: 3 },
    { kind: 'ministry', count: 1 },
    { kind: 'municipality', count: 1741 },
    { kind: 'prefecture', count: 47 },
  ]);
  const vaccines = await rowsOf(
    db,
    `select code, vials_per_unit, storage, route, o.name as maker,
       (select string_agg(from_day || ' ' || doses, ', ' order by from_day) from vaccine_doses_per_vial d where d.vaccine_id = v.id) as doses
     from vaccines v join organisations o on o.id = v.maker_id order by v.id`,
  );
  expect(vaccines.map(({ code }) => code)).toEqual(['pfizer', 'moderna', 'astrazeneca', 'novavax']);
  expect(vaccines[0]).toEqual({
    code: 'pfizer',
    vials_per_unit: 195,
    storage: '-75',
    route: 'maker',
    maker: 'ファイザー株式会社',
    doses: '2021-02-14 5, 2021-04-12 6',
  });
});

test('every later start changes nothing that 国 changed, and no id', async () => {
  await seed('2021-02-01T09:00:00+09:00');
  await rowsOf(db, `update vaccines set name = '変更' where code = 'moderna'`);
  await rowsOf(db, `update vaccine_doses_per_vial set doses = 7 where from_day = '2021-04-12'`);
  const before = await digestsOf(db);
  await seed('2021-05-01T09:00:00+09:00');
  expect(await digestsOf(db)).toEqual(before);
});
