import { beforeAll, expect, test } from 'vitest';
import { buildDemoWorld, isDemo, isEmpty } from '../../../src/demo/world.ts';
import { testDb } from '../../support/db/index.ts';

const { db } = await testDb();

let counts: ReadonlyMap<string, number>;
beforeAll(async () => {
  const t = Date.now();
  counts = await buildDemoWorld(db);
  console.log(Date.now() - t, counts);
});
test('x', async () => {
  expect(await isDemo(db)).toBe(true);
  expect(await isEmpty(db)).toBe(false);
});
