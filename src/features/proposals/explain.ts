import type { PartResult, Proposal } from './propose.ts';
import type { Rule, Weight } from './rules.ts';

const weightWords: Readonly<Record<Weight, { readonly name: string; readonly unit: string }>> = {
  population: { name: '人口', unit: '人' },
  demand: { name: '納入希望量', unit: '' },
  need: { name: '必要な接種回数', unit: '回' },
  equal: { name: '件数', unit: '件' },
  municipalities: { name: '市町村の数', unit: '市町村' },
  listed: { name: 'きまりの倍率', unit: '' },
};

export const frameWords = { plan: '基本計画枠', adjustment: '調整枠' } as const;

const show = (n: number): string => n.toLocaleString('ja-JP');

/** 「第3版（2021/08/02から）」 */
export const versionText = ({ version, from, to }: Rule): string =>
  `第${version}版（${from.replaceAll('-', '/')}${to ? `〜${to.replaceAll('-', '/')}` : 'から'}）`;

/** How one part was computed, in a sentence. */
const howPart = ({ part, amount, allWeight, even, byFrame }: PartResult, unitName: string, two: boolean) => {
  const { name, unit } = weightWords[part.weight];
  const what = `${two ? `${frameWords[part.frame]} ` : ''}${show(amount)}${unitName}`;
  const follows = byFrame ? '（届いた枠のとおり）' : '';
  if (even) return `${what}${follows}を、${name}が1件も分からないため均等に分けます。`;
  if (part.weight === 'equal') return `${what}${follows}を均等に分けます。`;
  const each = typeof part.take === 'object' && 'each' in part.take && amount === part.take.each * allWeight;
  if (each && !byFrame) return `${what}：${name}1つにつき${show(part.take.each)}${unitName}です。`;
  return `${what}${follows}を、${name}（全体 ${show(allWeight)}${unit}）に比例して分けます。`;
};

/** How a whole proposal was computed; the ends of the units are dealt with alike in all of them. */
export const howProposal = (proposal: Proposal, unitName: string): string[] => [
  ...proposal.parts.map((part) => howPart(part, unitName, proposal.parts.length > 1)),
  ...(proposal.pinned.size > 0
    ? [`すでに下の段階で確定した量より少なくなる${show(proposal.pinned.size)}件は、確定した量のままにします。`]
    : []),
];

/** amount × weight ÷ all with two decimals, rounded down: 「445.42」. */
const exactText = (amount: number, weight: number, all: number): string => {
  const hundredths = (BigInt(amount) * BigInt(weight) * 100n) / BigInt(all);
  return `${show(Number(hundredths / 100n))}.${String(hundredths % 100n).padStart(2, '0')}`;
};

type Why = { readonly part: PartResult; readonly key: string; readonly unitName: string; readonly count: number };

/** 「なぜこの数か」 for one receiver's share of one part. */
export const whyShare = ({ part: result, key, unitName, count }: Why): string[] => {
  const { part, amount, allWeight, even, shares } = result;
  const share = shares.get(key);
  if (!share) return [];
  const { name, unit } = weightWords[part.weight];
  if (!even && share.weight === null) return [`${name}が分からない（未入力）ため、0${unitName}です。`];
  const [weight, all] = even ? [1, count] : [share.weight ?? 0, allWeight];
  const exact = `${show(amount)}${unitName} × ${show(weight)} ÷ ${show(all)} ＝ ${exactText(amount, weight, all)}${unitName}`;
  const basis =
    even || part.weight === 'equal'
      ? `${show(count)}件で均等に分けます。`
      : `${name}は${show(weight)}${unit}、全体は${show(all)}${unit}です。`;
  if ((BigInt(amount) * BigInt(weight)) % BigInt(all) === 0n) return [basis, `${exact}。端数はありません。`];
  const down = share.units - (share.raised ? 1 : 0);
  return [
    basis,
    `${exact}。1${unitName}に満たない端数を切り捨てて${show(down)}${unitName}。`,
    share.raised
      ? `切り捨てで残った分を端数の大きい順に1${unitName}ずつ配り、この行にも1${unitName}が加わって${show(share.units)}${unitName}です。`
      : `切り捨てで残った分は、端数がより大きい行（同じときは番号の小さい行）に配られたため、${show(share.units)}${unitName}です。`,
  ];
};
