import type { Day } from '../../kernel/calendar.ts';
import type { FieldErrors } from '../../kernel/problem.ts';
import { type Vials, vials } from '../../kernel/quantities.ts';
import { isLot } from '../lots/index.ts';
import type { Lot } from './distribution.ts';
import { faultOfExpiry } from './lots.ts';

/** What the venue typed: counts by id of the announced lot, and lots that nobody announced. */
export type Counted = {
  readonly lots: Readonly<Record<string, { readonly received: number }>>;
  readonly extra: Readonly<
    Record<string, { readonly lot: string; readonly expiry: Day | null; readonly received: number | null }>
  >;
};

/** A lot as it was counted; `id` null: nobody announced it. */
export type CountedLot = Omit<Lot, 'id' | 'receivedVials' | 'stopped'> & {
  readonly id: number | null;
  readonly receivedVials: Vials;
};

const extraLines = ({ extra }: Counted) =>
  Object.entries(extra)
    .map(([key, line]) => ({ key, ...line }))
    .filter(({ lot, expiry, received }) => lot !== '' || expiry !== null || received !== null);

/** What is wrong, by input name: every announced lot is counted, others are named, new and complete. */
export const faultsOfCount = (announced: readonly Lot[], counted: Counted, today: Day): FieldErrors => {
  const faults: Record<string, string> = {};
  for (const { id } of announced)
    if (!counted.lots[id]) faults[`lots.${id}.received`] = '受け取った数を入力してください。';
  const known = new Set(announced.map(({ lot }) => lot));
  for (const { key, lot, expiry, received } of extraLines(counted)) {
    if (lot === '') faults[`extra.${key}.lot`] = 'ロット番号を入力してください。';
    else if (!isLot(lot)) faults[`extra.${key}.lot`] = 'ロット番号は英数字とハイフン20文字以内で入力してください。';
    else if (known.has(lot)) faults[`extra.${key}.lot`] = 'このロットは上の表にあります。上の表の数を直してください。';
    known.add(lot);
    const expired = faultOfExpiry(expiry, today);
    if (expired) faults[`extra.${key}.expiry`] = expired;
    if (received === null) faults[`extra.${key}.received`] = '受け取った数は1以上の整数で入力してください。';
  }
  return faults;
};

/** The lots with what was counted, announced ones first. */
export const countedLots = (announced: readonly Lot[], counted: Counted): CountedLot[] => [
  ...announced.map((lot) => ({ ...lot, receivedVials: vials(counted.lots[lot.id]?.received ?? 0) })),
  ...extraLines(counted).map(({ lot, expiry, received }) => ({
    id: null,
    lot,
    expiry,
    vials: vials(0),
    receivedVials: vials(received ?? 0),
  })),
];
