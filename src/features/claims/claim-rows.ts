import { type FormState, type RawInput, rowKeys } from '../../kernel/form.ts';
import type { Coupon } from './claim.ts';
import { addUp, type Counts } from './claim-counts.ts';
import { typedCounts } from './claim-values.ts';

/** The rows of 「それ以外の方」 that stand in a form; always one to begin with. */
export const rowsIn = (values: RawInput, coupon: Coupon): readonly string[] => {
  const keys = rowKeys(values, coupon);
  return keys.length > 0 ? keys : ['new1'];
};

/** What stands in a table: own, each other row, and their sums. */
export type TypedTable = {
  readonly own: Counts;
  readonly rows: readonly { readonly key: string; readonly counts: Counts }[];
  readonly others: Counts;
  readonly all: Counts;
};

export const typedTable = (values: RawInput, coupon: Coupon): TypedTable => {
  const own = typedCounts(values, `own.${coupon}`);
  const rows = rowsIn(values, coupon).map((key) => ({ key, counts: typedCounts(values, `${coupon}.${key}`) }));
  const others = addUp(rows.map(({ counts }) => counts));
  return { own, rows, others, all: addUp([own, others]) };
};

/** Without script: 「削除」 and 「追加」 come back with one row less or more (`add` a table, `remove` table.row). */
export const rearranged = (
  state: FormState,
  { add, remove }: { readonly add?: string; readonly remove?: string },
): FormState => {
  const values = Object.fromEntries(
    Object.entries(state.values).filter(([name]) => !remove || !name.startsWith(`${remove}.`)),
  );
  if (add !== 'with' && add !== 'without') return { ...state, values };
  const keys = rowsIn(values, add);
  let n = 1;
  while (keys.includes(`new${n}`)) n += 1;
  const shown = [...keys, `new${n}`].map((key) => `${add}.${key}.municipality`);
  return {
    ...state,
    values: { ...values, ...Object.fromEntries(shown.filter((name) => !(name in values)).map((name) => [name, ''])) },
  };
};
