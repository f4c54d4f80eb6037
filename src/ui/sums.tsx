import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Quantity } from './text.tsx';

/*
 * Numbers that add themselves up while typing. The server writes the right figures into the page; sums.ts (in
 * page.island) keeps them right by these attributes:
 *
 *   data-sum="a b"        on an input: its number counts in the groups a and b
 *   data-value="12"       beside data-sum on any other element: a fixed number that counts too
 *   data-total="a"        on an element: shows the sum of group a, — while nothing is entered in it
 *   data-times="6"        beside data-total: the sum is multiplied (boxes → doses)
 *   data-remaining="a"    on an element: shows data-available − sum of a; below zero it gets the class `negative`
 *   data-available="100"     and its .over (icon and 超過) is shown
 *
 * An input in a cell (data-cell) whose value differs from the one the page came with marks its cell `unsaved`.
 */

export type TotalProps = {
  readonly group: string;
  readonly value: number | null;
  readonly times?: number;
  readonly unit?: string;
};

/** The sum of a group. */
export const Total = ({ group, value, times, unit }: TotalProps) => (
  <span class="quantity total">
    <span data-total={group} data-times={times === undefined ? undefined : String(times)}>
      {value === null ? '—' : value.toLocaleString('ja-JP')}
    </span>
    {unit && <span class="unit">{unit}</span>}
  </span>
);

export type RemainingProps = {
  readonly group: string;
  readonly available: number;
  /** What of it is left now. */
  readonly value: number;
  readonly unit?: string;
};

/** What is left of an amount; red with icon and word below zero. */
export const Remaining = ({ group, available, value, unit }: RemainingProps) => (
  <span
    class={classNames('quantity remaining', value < 0 && 'negative')}
    data-remaining={group}
    data-available={String(available)}
  >
    <span class="over" hidden={value >= 0}>
      <Icon name="warning" size={16} />
      超過
    </span>
    <span data-remaining-value>{value.toLocaleString('ja-JP')}</span>
    {unit && <span class="unit">{unit}</span>}
  </span>
);

export type SummandProps = { readonly group: string | readonly string[]; readonly value: number | null };

/** A fixed number that counts in sums. */
export const Summand = ({ group, value }: SummandProps) => (
  <span data-sum={typeof group === 'string' ? group : group.join(' ')} data-value={value === null ? '' : String(value)}>
    <Quantity value={value} />
  </span>
);

/** Beside a button that saves a table: says how many cells are not saved yet. Empty without script. */
export const UnsavedCount = () => <span class="unsaved-count" role="status" data-unsaved-count></span>;
