import type { FormState } from '../../kernel/form.ts';
import { CellInput, DataTable, Total } from '../../ui/index.ts';
import type { deliveryReportForm } from './delivery-report.form.ts';
import type { Lot } from './distribution.ts';
import { lineKeys } from './lot-lines.ts';
import type { shipmentForm } from './shipments.form.ts';

type Def = typeof shipmentForm | typeof deliveryReportForm;
export type LotTableProps = {
  readonly def: Def;
  readonly state: FormState;
  readonly lots: readonly Lot[];
  readonly allocated: number;
};

/** What is typed as vials now, summed; null while nothing is. */
const sumOf = (state: FormState, keys: readonly string[]): number | null => {
  const counts = keys.map((key) => Number(String(state.values[`lots.${key}.vials`] ?? '').replaceAll(',', '')));
  const known = counts.filter((count) => Number.isSafeInteger(count) && count > 0);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
};

/** Lots with their vials, a line each; the sum stands beside what was allocated. */
export const LotTable = ({ def, state, lots, allocated }: LotTableProps) => {
  const keys = lineKeys(lots);
  const input = (key: string, column: 'lot' | 'expiry' | 'vials') => (
    <CellInput
      def={def as typeof shipmentForm}
      state={state}
      table="lots"
      row={key}
      rowLabel={`${key}行目`}
      label={`${def.fields.lots.rows[column].meta.label} ${key}行目`}
      column={column}
      sum={column === 'vials' ? 'vials' : undefined}
    />
  );
  return (
    <DataTable
      caption="ロット"
      captionHidden
      stack
      columns={[
        { key: 'n', label: '行', nowrap: true, cell: (key: string) => `${key}行目` },
        { key: 'lot', label: 'ロット番号', cell: (key) => input(key, 'lot') },
        { key: 'expiry', label: '有効期限', cell: (key) => input(key, 'expiry') },
        { key: 'vials', label: 'バイアル数', unit: '本', align: 'end', cell: (key) => input(key, 'vials') },
      ]}
      rows={keys}
      rowKey={(key) => key}
      footLabel={`合計（分配量 ${allocated.toLocaleString('ja-JP')}本）`}
      foot={{ vials: <Total group="vials" value={sumOf(state, keys)} unit="本" /> }}
    />
  );
};
