import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { allocationsWaiting } from '../../../src/features/allocations/index.ts';
import type { Actor } from '../../../src/kernel/policy.ts';
import { wallOf } from '../../../src/wall.ts';
import { type Person, START, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { layGround, sheetOf } from './ground.ts';

const { db, reset } = await testDb();
const app = await testApp(db);
let ground: Awaited<ReturnType<typeof layGround>>;
beforeEach(async () => {
  await reset();
  ground = await layGround(db);
});

const areas = {
  ministry: [null, null],
  prefecture: ['13', null],
  municipality: ['13', '131032'],
  venue: ['13', '131032'],
} as const;
const waiting = (kind: keyof typeof areas, person: Person, now = START) => {
  const [prefectureCode, municipalityCode] = areas[kind];
  const org = { id: person.orgId, kind, name: kind, prefectureCode, municipalityCode };
  const actor: Actor = { userId: person.userId, userName: 'x', displayName: 'x', org, columns: [] };
  const { role, reach } = wallOf(actor);
  return db.transaction({ role, settings: { 'app.reach': reach.join(',') } }, async (tx) =>
    (await allocationsWaiting(tx, actor, now)).map(({ label, href }) => [label, href]),
  );
};

test('each level is told what waits for it, and only once something came in', async () => {
  const { people, cycleId } = ground;
  const name = 'コミナティ 第5クール：';
  expect(await waiting('ministry', people.ministry, new Date('2021-04-24T16:00:00+09:00'))).toEqual([]);
  expect(await waiting('ministry', people.ministry)).toEqual([
    [`${name}都道府県への分配が未確定`, `/allocations/national/${cycleId}`],
  ]);
  expect(await waiting('prefecture', people.prefecture)).toEqual([]);
  await sheetOf(app, people.ministry, 'national', cycleId).fix({ '13.plan': '40' });
  expect(await waiting('ministry', people.ministry)).toEqual([]);
  expect(await waiting('prefecture', people.prefecture)).toEqual([
    [`${name}市町村への分配が未確定`, `/allocations/prefectural/${cycleId}`],
  ]);
  await sheetOf(app, people.prefecture, 'prefectural', cycleId).fix({ '131032.plan': '5' });
  expect(await waiting('municipality', people.municipality)).toEqual([
    [`${name}医療機関・接種会場への分配が未確定`, `/allocations/municipal/${cycleId}`],
  ]);
  await sheetOf(app, people.ministry, 'national', cycleId).correct('変更');
  expect(await waiting('ministry', people.ministry)).toEqual([
    [`${name}都道府県への分配が修正の途中です`, `/allocations/national/${cycleId}`],
  ]);
  expect(await waiting('venue', people.basic)).toEqual([]);
});

test('a closed クール waits for nobody', async () => {
  await db.transaction({ role: 'all' }, (tx) => sql`update cycles set state = 'closed'`.execute(tx));
  expect(await waiting('ministry', ground.people.ministry)).toEqual([]);
});
