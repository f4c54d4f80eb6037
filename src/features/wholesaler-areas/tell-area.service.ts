import type { Ctx } from '../../platform/context.ts';
// The event 'news.told' is declared there.
import type {} from '../notices/index.ts';
import { areaName, termText } from './area-names.ts';
import type { Term, WholesalerArea } from './wholesaler-areas.ts';

type Told = Term & Pick<WholesalerArea, 'wholesalerId' | 'prefectureCode' | 'municipalityCode'>;

/** Each wholesaler that a change concerns hears what it serves now; `rows` are the rows as they stand. */
export const tellWholesalers = async (
  ctx: Ctx,
  vaccineName: string,
  rows: readonly Told[],
  key: string,
): Promise<void> => {
  const byWholesaler = Map.groupBy(rows, ({ wholesalerId }) => wholesalerId);
  await ctx.emit(
    'news.told',
    [...byWholesaler].map(([orgId, own]) => ({
      orgId,
      kind: 'wholesaler-area.changed',
      title: `${vaccineName}の担当地域が変更されました`,
      lines: own.map((row) => `${areaName(row)}：${termText(row)}`),
      link: '/deliveries',
      from: ctx.actor.org.name,
      key: `wholesaler-area:${key}:${ctx.now.getTime()}:${orgId}`,
    })),
  );
};
