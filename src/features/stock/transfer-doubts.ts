import { type Day, formatDay } from '../../kernel/calendar.ts';
import { atMostVials, type LotBalance } from './stock.ts';
import { saysTheSame, type TransferCore } from './transfers.ts';

/** What a registration changes: entries as they were and as they are to be; null: there was, or will be, none. */
export type Change = { readonly from: TransferCore | null; readonly to: TransferCore | null };

export type Known = {
  /** null: unknown */
  readonly stock: number | null;
  readonly lots: readonly (LotBalance & { readonly firstInflow: Day | null })[];
  /** Lots of which a delivery was received anywhere. */
  readonly knownLots: ReadonlySet<string>;
  /** 使用見合わせ (S27) */
  readonly stoppedLots: ReadonlySet<string>;
  /** Own entries of the same side that stay as they are. */
  readonly others: readonly TransferCore[];
};

const signed = ({ side, vials }: TransferCore): number => (side === 'in' ? vials : -vials);

/** What the changes add to the stock, in vials, of one lot or of all. */
const netOf = (changes: readonly Change[], lot?: string): number =>
  changes.reduce((sum, { from, to }) => {
    const of = (core: TransferCore | null): number =>
      core && (lot === undefined || core.lot === lot) ? signed(core) : 0;
    return sum + of(to) - of(from);
  }, 0);

const bottles = (n: number): string => `${n.toLocaleString('ja-JP')}本`;

/** What is worth a second look before these changes are registered, a sentence each; none: register. */
export const doubtsOf = (changes: readonly Change[], known: Known): string[] => {
  const added = changes.flatMap(({ to }) => (to ? [to] : []));
  const lots = [...new Set(added.map(({ lot }) => lot))];
  return [
    ...stockDoubt(changes, known),
    ...lots.flatMap((lot) => lotDoubts(lot, changes, known)),
    ...added.flatMap((core) => earlyDoubt(core, known)),
    ...added.flatMap((core, i) =>
      [...known.others, ...added.slice(0, i)].some((other) => saysTheSame(core, other))
        ? [`同じ内容の移送（ロット番号 ${core.lot}、${bottles(core.vials)}）がすでに登録されています。`]
        : [],
    ),
  ];
};

const stockDoubt = (changes: readonly Change[], { stock }: Known): string[] => {
  const net = netOf(changes);
  if (stock === null || net >= 0 || stock + net >= 0) return [];
  return [`在庫（${bottles(stock)}）より多い移送です。登録すると在庫は${bottles(stock + net)}になります。`];
};

const lotDoubts = (lot: string, changes: readonly Change[], { lots, knownLots, stoppedLots }: Known): string[] => {
  const balance = lots.find((one) => one.lot === lot);
  const left = balance ? atMostVials(balance) : 0;
  const net = netOf(changes, lot);
  return [
    ...(knownLots.has(lot)
      ? []
      : [`ロット番号「${lot}」は、納入の記録にありません。番号に間違いがないか確認してください。`]),
    ...(stoppedLots.has(lot) ? [`ロット番号「${lot}」は、使用見合わせになっています。`] : []),
    ...(net < 0 && left + net < 0
      ? [`ロット番号「${lot}」の残り（最大${bottles(Math.max(0, left))}）より多い移送です。`]
      : []),
  ];
};

/** A transfer out before the lot came in. */
const earlyDoubt = ({ side, lot, day }: TransferCore, { lots }: Known): string[] => {
  const first = lots.find((one) => one.lot === lot)?.firstInflow ?? null;
  if (side === 'in' || first === null || day >= first) return [];
  return [`ロット番号「${lot}」を受け取った記録の日（${formatDay(first)}）より前の日付です。`];
};
