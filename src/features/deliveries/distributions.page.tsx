import type { ComponentChildren } from 'preact';
import type { View } from '../../platform/http/index.ts';
import { ChoiceSwitch, type Column, DataTable, EmptyState, LinkButton, Notice, StateLabel } from '../../ui/index.ts';
import { cycleName, cycleTitle } from '../cycles/index.ts';
import { DayText, DosesCell, ExchangeDayCell, PiecesCell, ShipDayCell, StateCell, UnitsCell } from './cells.tsx';
import { stateOf } from './distribution.states.ts';
import { type Distribution, isVaccine, itemName } from './distribution.ts';
import type { CycleChoice } from './list-query.ts';
import { cycleOf } from './rows.ts';

export type DistributionsData = {
  readonly rows: readonly Distribution[];
  readonly cycles: readonly CycleChoice[];
  readonly cycleId: number | undefined;
  /** Of all クール, shown or not. */
  readonly waiting: number;
};

const path = '/distributions';

/** The link that goes with a state: confirm what was delivered, or look at what was confirmed. */
const ReceiptLink = ({ row }: { readonly row: Distribution }) => {
  const state = stateOf(row);
  const name = `${isVaccine(row) ? cycleName(row) : cycleOf(row)} ${itemName(row)}`;
  const href = `${path}/${row.id}/receipt`;
  if (state === 'delivered')
    return (
      <LinkButton href={href} size="small" label={`受領確認 ${name}`}>
        受領確認
      </LinkButton>
    );
  if (state === 'received' && isVaccine(row))
    return (
      <a href={href} aria-label={`受領内容 ${name}`}>
        受領内容
      </a>
    );
  return null;
};

/** Numbers at the right edge, under headings that may break on a phone (a column of numbers would keep them on one line). */
const Right = ({ children }: { readonly children: ComponentChildren }) => <div class="number">{children}</div>;

const oneVaccine = (rows: readonly Distribution[]): boolean =>
  new Set(rows.map(({ vaccineId }) => vaccineId)).size <= 1;

/** The columns of chapter 3 in the manual's words: amounts and days side by side (M3.1-2, M3.3-2, M3.3-3). */
const columnsOf = (rows: readonly Distribution[]): readonly Column<Distribution>[] => [
  { key: 'cycle', label: 'クール', nowrap: true, cell: oneVaccine(rows) ? cycleName : cycleOf },
  { key: 'item', label: '品目', sticky: true, cell: itemName },
  {
    key: 'units',
    label: '【分配量（最小包装単位）】',
    cell: (row) => (
      <Right>
        <UnitsCell row={row} />
      </Right>
    ),
  },
  {
    key: 'pieces',
    label: '分配量（バイアル数・本数）',
    cell: (row) => (
      <Right>
        <PiecesCell row={row} />
      </Right>
    ),
  },
  {
    key: 'doses',
    label: '分配量（接種回数）',
    cell: (row) =>
      isVaccine(row) && (
        <Right>
          <DosesCell row={row} />
        </Right>
      ),
  },
  { key: 'deliveryDay', label: '納入予定日', nowrap: true, cell: (row) => <DayText day={row.deliveryDay} /> },
  {
    key: 'state',
    label: '状態',
    nowrap: true,
    cell: (row) => (
      <>
        <StateCell row={row} /> <ReceiptLink row={row} />
      </>
    ),
  },
  { key: 'shipDay', label: '製薬メーカー出荷日', nowrap: true, cell: (row) => <ShipDayCell row={row} /> },
  {
    key: 'next',
    label: '次回交換期日',
    nowrap: true,
    cell: (row) => <ExchangeDayCell row={row} day={row.nextExchangeDay} />,
  },
  {
    key: 'afterNext',
    label: '次々回交換期日',
    nowrap: true,
    cell: (row) => <ExchangeDayCell row={row} day={row.afterNextExchangeDay} />,
  },
];

const choices = (cycles: readonly CycleChoice[]) => [
  { value: '', label: 'すべてのクール' },
  ...cycles.map((cycle) => ({ value: String(cycle.id), label: cycleTitle(cycle) })),
];

/** 「ワクチン分配」 (M3.0-1): one page for both mails and both buttons. */
export const distributionsPage = ({ rows, cycles, cycleId, waiting }: DistributionsData): View => ({
  title: 'ワクチン分配',
  wide: true,
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'ワクチン分配' }],
  body: (
    <>
      {waiting > 0 && (
        <Notice kind="warning" title={`受領確認を待っているものが${waiting}件あります`}>
          <p>届いた数を数えて、その行の「受領確認」を押してください。</p>
        </Notice>
      )}
      {cycles.length > 1 && (
        <ChoiceSwitch
          label="クール"
          name="cycle"
          value={cycleId === undefined ? '' : String(cycleId)}
          options={choices(cycles)}
          action={path}
        />
      )}
      <DataTable
        caption="分配量と納入予定日"
        captionHidden
        stack
        columns={columnsOf(rows)}
        rows={rows}
        rowKey={(row) => String(row.id)}
        rowHeader="item"
        empty={
          <EmptyState title="分配されたワクチンはまだありません。">
            <p>市町村が分配量を確定すると、メールとお知らせでお知らせします。</p>
          </EmptyState>
        }
      />
      {rows.length > 0 && <Legend />}
    </>
  ),
});

const Legend = () => (
  <p>
    —
    はまだ入力されていない項目、空欄はその品目にはない項目です。製薬メーカー出荷日とドライアイスの交換期日は、製薬メーカーが出荷日を入力すると表示されます。
    <StateLabel tone="warning">納入済</StateLabel> は卸業者から納入の報告があったものです。
  </p>
);
