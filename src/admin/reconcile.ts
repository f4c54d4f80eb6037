import { reconcileStock } from '../features/stock/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { Say } from './run.ts';

const names = { balance: '在庫', lot: 'ロット別の在庫', disposal: '廃棄数の累計', doses: '延べ回数' } as const;

/** `npm run reconcile`: rebuilds every balance and total from the entries; false when any differs. Changes nothing. */
export const reconcileHouse = async (db: Db, say: Say): Promise<boolean> => {
  const differences = await db.transaction({ role: 'all', readOnly: true }, (tx) => reconcileStock({ tx }));
  for (const { what, venueId, vaccineId, lot, kept, rebuilt } of differences)
    say(
      `× ${names[what]} 施設 ${venueId} ワクチン ${vaccineId}${lot ? ` ロット ${lot}` : ''}: ${kept ?? 'なし'} / 記録から ${rebuilt ?? 'なし'}`,
    );
  say(
    differences.length === 0
      ? '○ すべての在庫と合計が、記録と一致しています。'
      : `× ${differences.length}件が記録と一致しません。`,
  );
  return differences.length === 0;
};
