import { formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { type Column, DataTable, EmptyState } from '../../ui/index.ts';
import { AmountCell, DayText, ExchangeDayCell, LotList, ShipDayCell, StateCell } from './cells.tsx';
import { type Distribution, isVaccine, itemName } from './distribution.ts';
import { ListCount, ListFilters, ListPager } from './list-frame.tsx';
import { rowStates } from './list-query.ts';
import type { ListData } from './load-list.service.ts';
import { VenueCell } from './venue-cell.tsx';

const path = '/distributions/offices';

const moment = (at: Date | null) => (at ? formatInstant(at) : <DayText day={null} />);

const columns: readonly Column<Distribution>[] = [
  { key: 'venue', label: '医療機関・接種会場', sticky: true, cell: (row) => <VenueCell row={row} /> },
  { key: 'item', label: '品目', nowrap: true, cell: itemName },
  { key: 'amount', label: '分配量', nowrap: true, cell: (row) => <AmountCell row={row} /> },
  { key: 'state', label: '状態', nowrap: true, cell: (row) => <StateCell row={row} /> },
  { key: 'deliveryDay', label: '納入予定日', nowrap: true, cell: (row) => <DayText day={row.deliveryDay} /> },
  { key: 'shipDay', label: '製薬メーカー出荷日', nowrap: true, cell: (row) => <ShipDayCell row={row} /> },

  {
    key: 'next',
    label: '次回交換期日',
    nowrap: true,
    cell: (row) => <ExchangeDayCell row={row} day={row.nextExchangeDay} />,
  },
  { key: 'delivered', label: '納入の報告', nowrap: true, cell: (row) => moment(row.deliveredAt) },
  { key: 'received', label: '受領確認', nowrap: true, cell: (row) => moment(row.receivedAt) },
  { key: 'lots', label: 'ロット', nowrap: true, cell: (row) => isVaccine(row) && <LotList lots={row.lots} /> },
];

const areasOf = ({ actor }: Screen) =>
  actor?.org.kind === 'prefecture' && actor.org.prefectureCode
    ? { prefectureCode: actor.org.prefectureCode }
    : actor?.org.kind === 'ministry'
      ? ('prefectures' as const)
      : null;

/** 「配送状況」: municipality, prefecture and 国 see where the deliveries of their area stand. */
export const officesPage = (data: ListData, screen: Screen): View => ({
  title: '配送状況',
  wide: true,
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '配送状況' }],
  body: (
    <>
      <ListFilters path={path} data={data} areas={areasOf(screen)} items states={rowStates} />
      {data.page.rows.length > 0 && <ListCount data={data} />}
      <DataTable
        caption="配送状況"
        captionHidden
        stack
        columns={columns}
        rows={data.page.rows}
        rowKey={(row) => String(row.id)}
        empty={
          <EmptyState title="条件に合う行はありません。">
            <p>市町村が分配量を確定すると、ここに表示されます。</p>
          </EmptyState>
        }
      />
      <ListPager path={path} data={data} />
    </>
  ),
});
