import type { Counts } from '../../../src/features/claims/claim-counts.ts';
import { noCounts } from '../../../src/features/claims/claim-counts.ts';
import { formOf, pricesOf } from '../../../src/features/claims/claim-forms.ts';
import { type OutputName, outputOf } from '../../../src/features/claims/claim-outputs.ts';
import type { ClaimPaper } from '../../../src/features/claims/claim-paper.ts';
import type { Month } from '../../../src/kernel/calendar.ts';

const counts = (some: Partial<Counts>): Counts => ({ ...noCounts, ...some });

/** The worked example: own 3 + 120, A 1 + 25, B 4, all with coupon. */
const example = {
  with: {
    own: counts({ screening: 3, older: 120 }),
    others: [
      { residence: { code: '131130', name: '東京都渋谷区' }, counts: counts({ screening: 1, older: 25 }) },
      { residence: { code: '232131', name: '愛知県西尾市' }, counts: counts({ older: 4 }) },
    ],
  },
  without: { own: noCounts, others: [] },
} as const;

export const paperOf = (output: OutputName, changes: Partial<ClaimPaper> = {}): ClaimPaper => {
  const month = changes.month ?? ('2021-05' as Month);
  return {
    output,
    title: outputOf(output)?.title ?? '',
    month,
    form: formOf(month),
    prices: pricesOf(month),
    venue: {
      code: '1310300015',
      name: '医療法人社団𠮷田会　芝公園病院',
      address: '東京都港区芝公園4-2-8　髙橋ビル3階',
      representative: '港　太郎',
      phone: '03-5472-1234',
      prefectureName: '東京都',
    },
    own: { code: '131032', name: '東京都港区' },
    sheets: example,
    ownDirect: false,
    ...changes,
  };
};
