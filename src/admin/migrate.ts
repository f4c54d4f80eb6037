import { migrationsDir } from '../app.ts';
import { type Db, migrate } from '../platform/db/index.ts';
import { runInTx, seedMasterData } from '../seed/index.ts';
import type { Say } from './run.ts';

/** Tables up to date, and the master data that every installation starts with. Changes nothing the second time. */
export const prepareHouse = async (db: Db): Promise<readonly string[]> => {
  const { applied } = await migrate(db, migrationsDir);
  await db.transaction({ role: 'all' }, (tx) => seedMasterData(runInTx(tx), new Date()));
  return applied;
};

export const migrateHouse = async (db: Db, say: Say): Promise<boolean> => {
  const applied = await prepareHouse(db);
  for (const name of applied) say(`  ${name}`);
  say(applied.length > 0 ? `データベースを更新しました（${applied.length}件）。` : 'データベースは最新です。');
  return true;
};
