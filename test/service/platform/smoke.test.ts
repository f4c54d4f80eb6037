import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { testDb } from '../../support/db/index.ts';

const { db, reset } = await testDb();
beforeEach(reset);

test('the test database answers as the web role', async () => {
  const { rows } = await db.transaction({ role: 'web', settings: { 'app.reach': 'a,b' } }, (tx) =>
    sql<{ login: string; reach: string[] }>`select current_user as login, app_reach() as reach`.execute(tx),
  );
  expect(rows).toEqual([{ login: 'vsys_web', reach: ['a', 'b'] }]);
});
