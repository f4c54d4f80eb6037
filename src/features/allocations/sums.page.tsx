import { Icon, Quantity, Remaining, Total } from '../../ui/index.ts';
import { showMixed } from './mixed.ts';
import type { OpenPage } from './sheet-data.ts';
import type { SheetView } from './sheet-view.ts';

/*
 * Sums of a sheet that follow the typing. Where all is in boxes they are those of the house (ui/sums.tsx); boxes and
 * loose vials together are added up by mixed-sums.island.ts, by `data-mixed` = given, left, doses.
 */
type Props = { readonly open: OpenPage; readonly view: SheetView };

/** The amount given out so far. */
export const GivenSum = ({ open, view }: Props) => {
  const { vaccine } = open;
  const { given } = view.totals;
  if (view.mixed)
    return (
      <span class="quantity" data-mixed="given">
        {given === null ? '—' : showMixed(given, vaccine.vialsPerUnit, vaccine.unitName)}
      </span>
    );
  return <Total group="all" value={given === null ? null : given / vaccine.vialsPerUnit} unit={vaccine.unitName} />;
};

/** What is left of what came in; — before anything came. */
export const LeftSum = ({ open, view }: Props) => {
  const { vaccine, came } = open;
  const { left } = view.totals;
  if (came === null || left === null) return <Quantity value={null} />;
  if (!view.mixed)
    return (
      <Remaining
        group="all"
        available={came / vaccine.vialsPerUnit}
        value={left / vaccine.vialsPerUnit}
        unit={vaccine.unitName}
      />
    );
  return (
    <span class={left < 0 ? 'quantity remaining negative' : 'quantity remaining'} data-mixed="left">
      <span class="over" hidden={left >= 0}>
        <Icon name="warning" size={16} />
        超過
      </span>
      <span data-mixed-value>{showMixed(left, vaccine.vialsPerUnit, vaccine.unitName)}</span>
    </span>
  );
};

/** The doses that the whole, or one row, comes to. */
export const DosesSum = ({ open, view, row, unit }: Props & { readonly row?: string; readonly unit?: string }) => {
  const { vaccine, cycle } = open;
  const count = row === undefined ? view.totals.given : (view.counts.get(row) ?? null);
  const value = count === null ? null : count * cycle.dosesPerVial;
  if (view.mixed)
    return (
      <span class="quantity">
        <span data-mixed="doses">{value === null ? '—' : value.toLocaleString('ja-JP')}</span>
        {unit && <span class="unit">{unit}</span>}
      </span>
    );
  const each = vaccine.vialsPerUnit * cycle.dosesPerVial;
  const group = row === undefined ? 'all' : `row-${row}`;
  // Total multiplies the sum of boxes while typing; the server already knows the product.
  return <Total group={group} value={value} times={each} unit={unit} />;
};
