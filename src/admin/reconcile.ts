import { reconcileStock } from '../features/stock/index.ts';
import { differingTotals } from '../features/totals/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { Say } from './run.ts';

const stockNames = { balance: '在庫', lot: 'ロット別の在庫', disposal: '廃棄数の累計', doses: '延べ回数' } as const;
const totalNames = {
  day: '日別の集計',
  total: '集計',
  prefecture: '都道府県の集計',
  prefecture_day: '都道府県の日別の集計',
} as const;

type Figures = { readonly kept: string | number | null; readonly rebuilt: string | number | null };
const line = (where: string, { kept, rebuilt }: Figures): string =>
  `× ${where}: ${kept ?? 'なし'} / 記録から ${rebuilt ?? 'なし'}`;

const findDifferences = (db: Db): Promise<string[]> =>
  db.transaction({ role: 'all', readOnly: true }, async (tx) => [
    ...(await reconcileStock({ tx })).map((found) => {
      const lot = found.lot ? ` ロット ${found.lot}` : '';
      return line(`${stockNames[found.what]} 施設 ${found.venueId} ワクチン ${found.vaccineId}${lot}`, found);
    }),
    ...(await differingTotals(tx)).map((found) => {
      const of = [found.areaCode, found.day, found.measure, found.category, found.doseNumber || null];
      const where = of.filter(Boolean).join(' ');
      return line(`${totalNames[found.what]} ワクチン ${found.vaccineId} クール ${found.cycleId} ${where}`, found);
    }),
  ]);

/** `npm run reconcile`: rebuilds every balance and total from the entries; false when any differs. Changes nothing. */
export const reconcileHouse = async (db: Db, say: Say): Promise<boolean> => {
  const differences = await findDifferences(db);
  for (const difference of differences) say(difference);
  say(
    differences.length === 0
      ? '○ すべての在庫と集計が、記録と一致しています。'
      : `× ${differences.length}件が記録と一致しません。`,
  );
  return differences.length === 0;
};
