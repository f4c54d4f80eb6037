import { type ClaimContent, type Coupon, couponLabels, coupons, type Line, ownLabel } from './claim.ts';
import { isBlank, noCounts } from './claim-counts.ts';
import { countKeys, countLabels } from './claim-forms.ts';

const linesOf = (content: ClaimContent | null, coupon: Coupon): ReadonlyMap<string, Line> => {
  if (!content) return new Map();
  const { own, others } = content.sheets[coupon];
  const named = { residence: { code: 'own', name: ownLabel }, counts: own };
  return new Map([...(isBlank(own) ? [] : [named]), ...others].map((line) => [line.residence.code, line]));
};

const shown = (n: number | null): string => (n === null ? '空欄' : n.toLocaleString('ja-JP'));

/** What a version changed, line by line: 「クーポンあり 東京都港区 6歳以上 120 → 121」. */
export const changesOf = (former: ClaimContent | null, next: ClaimContent): string[] =>
  coupons.flatMap((coupon) => {
    const [before, after] = [linesOf(former, coupon), linesOf(next, coupon)];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((code) => {
      const name = (after.get(code) ?? before.get(code))?.residence.name ?? '';
      const [from, to] = [before.get(code)?.counts ?? noCounts, after.get(code)?.counts ?? noCounts];
      return countKeys
        .filter((key) => from[key] !== to[key])
        .map((key) => `${couponLabels[coupon]} ${name} ${countLabels[key]} ${shown(from[key])} → ${shown(to[key])}`);
    });
  });
