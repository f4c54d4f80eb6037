import { formatDay, formatInstant } from '../../kernel/calendar.ts';
import type { FormState } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { CellInput, type Column, DataTable, Form, LinkButton, Notice, Quantity, Section } from '../../ui/index.ts';
import { StoppedMark } from '../lots/index.ts';
import { DayText } from './cells.tsx';
import { stateOf } from './distribution.states.ts';
import { amountText, type Distribution, isVaccine, itemName, type Lot } from './distribution.ts';
import { receiptForm as def, supplyReceiptForm } from './receipt.form.ts';
import { RefusedNotice } from './refused-notice.tsx';
import { cycleOf } from './rows.ts';
import { SupplyReceipt } from './supply-receipt.tsx';

export type ReceiptData = {
  readonly row: Distribution;
  /** Needles and syringes of the same クール that are delivered and not confirmed. */
  readonly supplies: readonly Distribution[];
};

const back = ({ cycleId }: Distribution) => (
  <LinkButton href={`/distributions?cycle=${cycleId}`}>一覧へ戻る</LinkButton>
);

const announced: readonly Column<Lot>[] = [
  {
    key: 'lot',
    label: 'ロット番号',
    nowrap: true,
    cell: ({ lot, stopped }) => (
      <>
        {lot}
        <StoppedMark stopped={stopped} />
      </>
    ),
  },
  { key: 'expiry', label: '有効期限', nowrap: true, cell: ({ expiry }) => <DayText day={expiry} /> },
  { key: 'vials', label: '納入の報告', unit: '本', align: 'end', cell: ({ vials }) => <Quantity value={vials} /> },
];

const extraKeys = ['1', '2'];

const extraColumns = (state: FormState): readonly Column<string>[] =>
  (['lot', 'expiry', 'received'] as const).map((column) => ({
    key: column,
    label: def.fields.extra.rows[column].meta.label,
    cell: (key: string) => (
      <CellInput
        def={def}
        state={state}
        table="extra"
        row={key}
        rowLabel={`${key}行目`}
        label={`報告にないロット ${key}行目 ${def.fields.extra.rows[column].meta.label}`}
        column={column}
      />
    ),
  }));

/** The venue counts each lot; what was announced stands in the field already. */
const CountForm = ({ row, screen }: { readonly row: Distribution; readonly screen: Screen }) => {
  const counts = Object.fromEntries(row.lots.map(({ id, vials }) => [`lots.${id}.received`, String(vials)]));
  const state = screen.form(def, counts, row.version);
  const lots = new Map(row.lots.map(({ id, lot }) => [String(id), lot]));
  const extraTyped = Object.keys({ ...state.values, ...state.errors }).some(
    (name) => name.startsWith('extra.') && (state.values[name] || state.errors[name]),
  );
  return (
    <Form
      def={def}
      state={state}
      action={`/distributions/${row.id}/receipt`}
      submit="受領確認"
      secondary={back(row)}
      rowLabel={(table, key) => (table === 'lots' ? (lots.get(key) ?? '') : `報告にないロット ${key}行目`)}
    >
      {row.lots.some(({ stopped }) => stopped) && (
        <Notice kind="warning" title="使用見合わせのロットがあります。">
          <p>受領確認はできますが、国から次の連絡があるまで接種には使用しないでください。</p>
        </Notice>
      )}
      <p>届いたバイアルをロットごとに数え、報告と違うときは「受け取った数」を直してください。</p>
      <DataTable
        caption="納入されたロット"
        stack
        columns={[
          ...announced,
          {
            key: 'received',
            label: '受け取った数',
            unit: '本',
            align: 'end',
            cell: ({ id, lot }) => (
              <CellInput
                def={def}
                state={state}
                table="lots"
                row={String(id)}
                rowLabel={lot}
                column="received"
                sum="received"
              />
            ),
          },
        ]}
        rows={row.lots}
        rowKey={({ id }) => String(id)}
      />
      <details class="unfold" open={extraTyped}>
        <summary>報告にないロットが届いたとき</summary>
        <DataTable
          caption="報告にないロット"
          captionHidden
          stack
          columns={extraColumns(state)}
          rows={extraKeys}
          rowHeader={null}
        />
      </details>
    </Form>
  );
};

/** What was counted, after 受領確認. */
const Counted = ({ row }: { readonly row: Distribution }) => (
  <DataTable
    caption="受領したロット"
    stack
    columns={[
      ...announced,
      {
        key: 'received',
        label: '受け取った数',
        unit: '本',
        align: 'end',
        cell: ({ receivedVials }) => <Quantity value={receivedVials} />,
      },
    ]}
    rows={row.lots}
    rowKey={({ id }) => String(id)}
  />
);

const body = ({ row, supplies }: ReceiptData, screen: Screen) => {
  const state = stateOf(row);
  if (state === 'delivered' && !isVaccine(row)) return <SupplyReceipt row={row} supplies={supplies} screen={screen} />;
  if (state === 'delivered') return <CountForm row={row} screen={screen} />;
  return (
    <>
      <RefusedNotice screen={screen} forms={[def, supplyReceiptForm]} />
      {state === 'received' ? (
        isVaccine(row) && <Counted row={row} />
      ) : (
        <Notice kind="info" title="まだ納入の報告がありません">
          <p>卸業者から納入の報告があると、受領確認ができます。</p>
        </Notice>
      )}
      {back(row)}
    </>
  );
};

/** 「受領確認」 (S11), afterwards 「受領内容」. */
export const receiptPage = (data: ReceiptData, screen: Screen): View => {
  const { row } = data;
  const title = row.receivedAt ? '受領内容' : '受領確認';
  return {
    title,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: 'ワクチン分配', href: `/distributions?cycle=${row.cycleId}` },
      { label: title },
    ],
    body: (
      <Section title={`${cycleOf(row)}　${isVaccine(row) ? amountText(row) : itemName(row)}`}>
        <p>
          納入予定日 {row.deliveryDay ? formatDay(row.deliveryDay) : '—'}
          {row.deliveredAt && `　納入の報告 ${formatInstant(row.deliveredAt)}`}
          {row.receivedAt && `　受領確認 ${formatInstant(row.receivedAt)}`}
        </p>
        {body(data, screen)}
      </Section>
    ),
  };
};
