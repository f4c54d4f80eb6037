import type { FormState, RawInput } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { Button, CellInput, type Column, DataTable, EmptyState, FieldRow, Form, UnsavedCount } from '../../ui/index.ts';
import { StoppedMark } from '../lots/index.ts';
import { SheetLink } from '../sheets/index.ts';
import { BulkBar, GridGuards } from './bulk-bar.tsx';
import { AmountCell, DayText, ExchangeDayCell, StateCell } from './cells.tsx';
import { type Distribution, hasExchanges } from './distribution.ts';
import { ListCount, ListFilters, ListPager, SavedNotice } from './list-frame.tsx';
import { sameHref } from './list-query.ts';
import type { ListData } from './load-list.service.ts';
import { cellsOf, cellsText, lotInTable } from './shipment-changes.ts';
import { shipmentsForm as def } from './shipments.form.ts';
import { VenueCell } from './venue-cell.tsx';

const path = '/shipments';

const valuesOf = (rows: readonly Distribution[]): RawInput =>
  Object.fromEntries(
    rows.flatMap((row) => {
      const cells = cellsOf(row);
      const named = Object.entries(cells).map(([column, value]) => [`rows.${row.id}.${column}`, value ?? '']);
      return [...named, [`rows.${row.id}.was`, cellsText(cells)], [`rows.${row.id}.version`, String(row.version)]];
    }),
  );

/** Several lots are looked at here and entered on the row's own page. */
const LotNames = ({ row }: { readonly row: Distribution }) => (
  <>
    {row.lots.map(({ id, lot, stopped }) => (
      <div key={id}>
        {lot}
        <StoppedMark stopped={stopped} />
      </div>
    ))}
  </>
);
const LotExpiries = ({ row }: { readonly row: Distribution }) => (
  <>
    {row.lots.map(({ id, expiry }) => (
      <div key={id}>
        <DayText day={expiry} />
      </div>
    ))}
  </>
);

type Name = 'pick' | 'shipDay' | 'lot' | 'expiry' | 'nextExchangeDay' | 'afterNextExchangeDay' | 'was' | 'version';

const columnsOf = (state: FormState): Column<Distribution>[] => {
  const input = (row: Distribution, column: Name) => (
    <CellInput def={def} state={state} table="rows" row={String(row.id)} rowLabel={row.venueName} column={column} />
  );
  return [
    {
      key: 'pick',
      label: '選択',
      cell: (row) => (
        <>
          {input(row, 'pick')}
          {input(row, 'was')}
          {input(row, 'version')}
        </>
      ),
    },
    { key: 'venue', label: '医療機関・接種会場', sticky: true, cell: (row) => <VenueCell row={row} /> },
    { key: 'amount', label: '分配量', nowrap: true, cell: (row) => <AmountCell row={row} /> },
    { key: 'deliveryDay', label: '納入予定日', nowrap: true, cell: (row) => <DayText day={row.deliveryDay} /> },
    { key: 'shipDay', label: '製薬メーカー出荷日', nowrap: true, cell: (row) => input(row, 'shipDay') },
    {
      key: 'lot',
      label: 'ロット番号',
      nowrap: true,
      cell: (row) => (lotInTable(row) ? input(row, 'lot') : <LotNames row={row} />),
    },
    {
      key: 'expiry',
      label: '有効期限',
      nowrap: true,
      cell: (row) => (lotInTable(row) ? input(row, 'expiry') : <LotExpiries row={row} />),
    },
    {
      key: 'next',
      label: '次回交換期日',
      nowrap: true,
      cell: (row) =>
        hasExchanges(row) ? input(row, 'nextExchangeDay') : <ExchangeDayCell row={row} day={row.nextExchangeDay} />,
    },
    {
      key: 'afterNext',
      label: '次々回交換期日',
      nowrap: true,
      cell: (row) =>
        hasExchanges(row) ? (
          input(row, 'afterNextExchangeDay')
        ) : (
          <ExchangeDayCell row={row} day={row.afterNextExchangeDay} />
        ),
    },
    { key: 'state', label: '状態', nowrap: true, cell: (row) => <StateCell row={row} /> },
    {
      key: 'edit',
      label: '編集',
      cell: (row) => (
        <a href={`${path}/${row.id}`} aria-label={`編集 ${row.venueName}`}>
          編集
        </a>
      ),
    },
  ];
};

/** 「製薬メーカー出荷日の登録」 (S9): the maker's vaccine rows of a クール. */
export const shipmentsPage = (data: ListData, screen: Screen): View => {
  const { rows } = data.page;
  const state = screen.form(def, valuesOf(rows));
  const names = new Map(rows.map((row) => [String(row.id), row.venueName]));
  return {
    title: '製薬メーカー出荷日の登録',
    wide: true,
    islands: ['pick-all'],
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '製薬メーカー出荷日の登録' }],
    body: (
      <>
        <SavedNotice data={data} />
        <ListFilters
          path={path}
          data={data}
          areas="prefectures"
          states={['missing-shipment', 'undelivered', 'delivered', 'received', 'differing']}
        />
        {rows.length === 0 ? (
          <EmptyState title="条件に合う行はありません。">
            <p>市町村が分配量を確定すると、ここに表示されます。</p>
          </EmptyState>
        ) : (
          <Form
            def={def}
            state={state}
            action={sameHref(path, data.query)}
            sticky
            rowLabel={(_table, row) => names.get(row) ?? ''}
            secondary={
              <>
                <Button variant="primary" name="op" value="save">
                  登録
                </Button>
                <UnsavedCount />
              </>
            }
          >
            <GridGuards state={state} back={sameHref(path, data.query).split('?')[1] ?? ''} />
            <BulkBar
              lead="多くの行に同じ内容を入れるときは、行を選び、次の欄に入力して「選んだ行に入れる」を押してください。空けておいた欄は変わりません。登録すると施設にメールで知らせます。"
              emptyRows="出荷日が未入力の行すべてに入れる"
            >
              <FieldRow def={def} state={state} name="shipDay" />
              <FieldRow def={def} state={state} name="lot" />
              <FieldRow def={def} state={state} name="expiry" />
              <FieldRow def={def} state={state} name="nextExchangeDay" />
              <FieldRow def={def} state={state} name="afterNextExchangeDay" />
            </BulkBar>
            <ListCount data={data}>
              <SheetLink href={`${path}/sheet/${data.cycleId}`} />
            </ListCount>
            <p>
              ロットがいくつかに分かれるときは、その行の「編集」を開いて、ロットごとのバイアル数を入力してください。
            </p>
            <DataTable
              caption="製薬メーカー出荷日"
              captionHidden
              stack
              grid
              columns={columnsOf(state)}
              rows={rows}
              rowKey={(row) => String(row.id)}
              rowHeader="venue"
            />
          </Form>
        )}
        <ListPager path={path} data={data} />
      </>
    ),
  };
};
