import type { Vials } from '../../kernel/quantities.ts';
import { type Cycle, cycleTitle } from '../cycles/index.ts';
import { showMixed } from './mixed.ts';
import type { Change } from './revision-diff.ts';
import type { Line } from './sheet.ts';
import type { SheetShape } from './sheet-shape.ts';
import type { SheetTotals } from './sheet-sums.ts';

type Summary = {
  readonly cycle: Cycle;
  readonly vaccine: { readonly vialsPerUnit: number; readonly unitName: string };
  readonly shape: SheetShape;
  readonly totals: SheetTotals;
  readonly came: Vials | null;
  readonly correction: boolean;
  readonly changes: readonly Change[];
  readonly warning: string | null;
  readonly lines: readonly Line[];
};

/** The dialog before 確定: the numbers about to be sent (ui page kind 5). The answer is bound to every line. */
export const summaryOf = ({ cycle, vaccine, shape, totals, came, correction, changes, warning, lines }: Summary) => {
  const show = (count: number | null): string =>
    count === null ? '—' : showMixed(count, vaccine.vialsPerUnit, vaccine.unitName);
  const count = (n: number): string => `${n.toLocaleString('ja-JP')}件`;
  const changed = new Set(changes.map(({ receiver }) => receiver)).size;
  return {
    id: `allocation-${shape.level}`,
    title: correction ? '分配の修正を確定しますか' : '分配を確定しますか',
    lines: [
      `${cycleTitle(cycle)}の${shape.title}を確定し、${shape.receiver}に通知します。`,
      ...(totals.missing > 0
        ? [`未入力の${shape.receiver}が${count(totals.missing)}あります。未入力のまま確定します。`]
        : []),
      ...(warning ? [warning] : []),
    ],
    rows: [
      { label: shape.source, value: show(came) },
      { label: '分配する量', value: show(totals.given) },
      { label: '残り', value: show(totals.left) },
      { label: '接種回数', value: totals.doses === null ? '—' : `${totals.doses.toLocaleString('ja-JP')}回` },
      { label: `分配する${shape.receiver}`, value: count(totals.some) },
      { label: '0の件数', value: count(totals.zero) },
      { label: '未入力の件数', value: count(totals.missing) },
      ...(correction ? [{ label: '変更する件数', value: count(changed) }] : []),
    ],
    about: [cycle.id, lines],
  };
};
