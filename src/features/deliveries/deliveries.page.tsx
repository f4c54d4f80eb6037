import type { FormState, RawInput } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { Button, CellInput, type Column, DataTable, EmptyState, FieldRow, Form, UnsavedCount } from '../../ui/index.ts';
import { SheetLink } from '../sheets/index.ts';
import { BulkBar, GridGuards } from './bulk-bar.tsx';
import { AmountCell, DayText, ShipDayCell, StateCell } from './cells.tsx';
import { deliveryDaysForm as def } from './delivery-days.form.ts';
import { type Distribution, itemName } from './distribution.ts';
import { ListCount, ListFilters, ListPager, SavedNotice } from './list-frame.tsx';
import { sameHref } from './list-query.ts';
import type { ListData } from './load-list.service.ts';
import { rowName } from './rows.ts';
import { VenueCell } from './venue-cell.tsx';

const path = '/deliveries';
const open = ({ deliveredAt }: Distribution): boolean => deliveredAt === null;

const valuesOf = (rows: readonly Distribution[]): RawInput =>
  Object.fromEntries(
    rows.filter(open).flatMap(({ id, deliveryDay, version }) => [
      [`rows.${id}.day`, deliveryDay ?? ''],
      [`rows.${id}.was`, deliveryDay ?? ''],
      [`rows.${id}.version`, String(version)],
    ]),
  );

const columnsOf = (state: FormState): Column<Distribution>[] => {
  const input = (row: Distribution, column: 'pick' | 'day' | 'was' | 'version') => (
    <CellInput def={def} state={state} table="rows" row={String(row.id)} rowLabel={rowName(row)} column={column} />
  );
  return [
    { key: 'pick', label: '選択', cell: (row) => open(row) && input(row, 'pick') },
    { key: 'venue', label: '医療機関・接種会場', sticky: true, cell: (row) => <VenueCell row={row} /> },
    { key: 'item', label: '品目', nowrap: true, cell: itemName },
    { key: 'amount', label: '分配量', nowrap: true, cell: (row) => <AmountCell row={row} /> },
    { key: 'shipDay', label: '製薬メーカー出荷日', nowrap: true, cell: (row) => <ShipDayCell row={row} /> },
    {
      key: 'day',
      label: '納入予定日',
      nowrap: true,
      cell: (row) =>
        open(row) ? (
          <>
            {input(row, 'day')}
            {input(row, 'was')}
            {input(row, 'version')}
          </>
        ) : (
          <DayText day={row.deliveryDay} />
        ),
    },
    { key: 'state', label: '状態', nowrap: true, cell: (row) => <StateCell row={row} /> },
    {
      key: 'report',
      label: '納入の報告',
      nowrap: true,
      cell: (row) => (
        <a href={`${path}/${row.id}`} aria-label={`納入の報告 ${rowName(row)}`}>
          納入の報告
        </a>
      ),
    },
  ];
};

/** 「納入予定日の登録」 (S10, S11): the wholesaler's rows of a クール. */
export const deliveriesPage = (data: ListData, screen: Screen): View => {
  const { rows } = data.page;
  const state = screen.form(def, valuesOf(rows));
  const here = sameHref(path, data.query);
  const names = new Map(rows.map((row) => [String(row.id), rowName(row)]));
  return {
    title: '納入予定日の登録',
    wide: true,
    islands: ['pick-all'],
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '納入予定日の登録' }],
    body: (
      <>
        <SavedNotice data={data} />
        <ListFilters
          path={path}
          data={data}
          areas="prefectures"
          items
          states={['missing-day', 'undelivered', 'delivered', 'received', 'differing']}
        />
        {rows.length === 0 ? (
          <EmptyState title="条件に合う行はありません。">
            <p>市町村が分配量を確定すると、担当地域の行がここに表示されます。</p>
          </EmptyState>
        ) : (
          <Form
            def={def}
            state={state}
            action={here}
            sticky
            rowLabel={(_table, row) => names.get(row) ?? ''}
            secondary={
              <>
                <Button variant="primary" name="op" value="save">
                  登録
                </Button>
                <Button name="op" value="deliver">
                  選んだ行を納入済みにする
                </Button>
                <UnsavedCount />
              </>
            }
          >
            <GridGuards state={state} back={here.split('?')[1] ?? ''} />
            <BulkBar
              lead="多くの行に同じ納入予定日を入れるときは、行を選び、次の欄に日付を入力して「選んだ行に入れる」を押してください。登録すると施設にメールで知らせます。"
              emptyRows="未入力の行すべてに入れる"
            >
              <FieldRow def={def} state={state} name="bulkDay" today={screen.today} />
            </BulkBar>
            <ListCount data={data}>
              <SheetLink href={`${path}/sheet/${data.cycleId}`} />
            </ListCount>
            <DataTable
              caption="納入予定日"
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
