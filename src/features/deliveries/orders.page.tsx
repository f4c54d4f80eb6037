import type { View } from '../../platform/http/index.ts';
import { type Column, DataTable, EmptyState, LinkButton } from '../../ui/index.ts';
import { PiecesCell, UnitsCell } from './cells.tsx';
import { itemName, type Order, storageWords } from './distribution.ts';
import { ListCount, ListFilters, ListPager } from './list-frame.tsx';
import { listHref } from './list-query.ts';
import type { ListData } from './load-list.service.ts';

export type OrdersData = ListData & { readonly orders: readonly Order[] };

const path = '/orders';

const columns: readonly Column<Order>[] = [
  { key: 'code', label: '医療機関コード', nowrap: true, cell: ({ row }) => row.venueCode },
  { key: 'name', label: '医療機関・接種会場名', cell: ({ row }) => row.venueName },
  { key: 'deliveryName', label: '納入先名', cell: ({ delivery }) => delivery.name },
  { key: 'address', label: '納入先住所', wide: true, cell: ({ delivery }) => delivery.address },
  { key: 'item', label: '品目', nowrap: true, cell: ({ row }) => itemName(row) },
  { key: 'units', label: '最小包装単位', align: 'end', cell: ({ row }) => <UnitsCell row={row} /> },
  { key: 'pieces', label: 'バイアル数・本数', align: 'end', cell: ({ row }) => <PiecesCell row={row} /> },
  {
    key: 'storage',
    label: '保管管理',
    nowrap: true,
    cell: ({ row }) => (row.storage ? storageWords[row.storage] : ''),
  },
];

/** 「発注一覧」 (S8): what goes where, by 10-digit code. */
export const ordersPage = (data: OrdersData): View => ({
  title: '発注一覧',
  wide: true,
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '発注一覧' }],
  body: (
    <>
      <ListFilters path={path} data={data} areas="prefectures" items />
      {data.orders.length > 0 && (
        <ListCount data={data}>
          <LinkButton href={listHref('/orders.csv', { ...data.query, cycle: data.cycleId })} icon="download" download>
            CSVをダウンロード
          </LinkButton>
          <LinkButton href={listHref('/orders.xlsx', { ...data.query, cycle: data.cycleId })} icon="download" download>
            Excelをダウンロード
          </LinkButton>
        </ListCount>
      )}
      <DataTable
        caption="発注一覧"
        captionHidden
        stack
        columns={columns}
        rows={data.orders}
        rowKey={({ row }) => String(row.id)}
        rowHeader="name"
        empty={
          <EmptyState title="条件に合う発注はありません。">
            <p>市町村が分配量を確定すると、ここに表示されます。</p>
          </EmptyState>
        }
      />
      <ListPager path={path} data={data} />
    </>
  ),
});
