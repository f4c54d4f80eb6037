import type { Screen } from '../../platform/http/index.ts';
import { CellInput, DataTable, Form, LinkButton } from '../../ui/index.ts';
import { AmountCell } from './cells.tsx';
import { type Distribution, itemName } from './distribution.ts';
import { supplyReceiptForm as def } from './receipt.form.ts';

export type SupplyReceiptProps = {
  readonly row: Distribution;
  readonly supplies: readonly Distribution[];
  readonly screen: Screen;
};

/** Needles and syringes come together: all delivered ones are checked, what is not there is unchecked. */
export const SupplyReceipt = ({ row, supplies, screen }: SupplyReceiptProps) => {
  const values = supplies.flatMap(({ id, version }) => [
    [`items.${id}.pick`, '1'],
    [`items.${id}.version`, String(version)],
  ]);
  const state = screen.form(def, Object.fromEntries(values));
  const names = new Map(supplies.map((one) => [String(one.id), itemName(one)]));
  return (
    <Form
      def={def}
      state={state}
      action={`/distributions/${row.id}/receipt-supplies`}
      submit="受領確認"
      secondary={<LinkButton href={`/distributions?cycle=${row.cycleId}`}>一覧へ戻る</LinkButton>}
      rowLabel={(_table, key) => names.get(key) ?? ''}
    >
      <p>届いたものだけを選んで「受領確認」を押してください。</p>
      <DataTable
        caption="納入された針・シリンジ"
        captionHidden
        columns={[
          { key: 'item', label: '品目', cell: itemName },
          { key: 'amount', label: '数量', nowrap: true, cell: (one) => <AmountCell row={one} /> },
          {
            key: 'pick',
            label: '受け取った',
            cell: (one) => (
              <>
                <CellInput
                  def={def}
                  state={state}
                  table="items"
                  row={String(one.id)}
                  rowLabel={itemName(one)}
                  column="pick"
                />
                <CellInput
                  def={def}
                  state={state}
                  table="items"
                  row={String(one.id)}
                  rowLabel={itemName(one)}
                  column="version"
                />
              </>
            ),
          },
        ]}
        rows={supplies}
        rowKey={({ id }) => String(id)}
      />
    </Form>
  );
};
