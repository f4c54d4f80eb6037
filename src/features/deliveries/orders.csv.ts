import type { TableColumn } from '../../platform/csv/index.ts';
import { itemName, type Order, storageWords, unitOf } from './distribution.ts';
import { cycleOf } from './rows.ts';

/** The order list as a file. */
export const orderColumns: readonly TableColumn<Order>[] = [
  { label: 'クール', cell: ({ row }) => cycleOf(row) },
  { label: '医療機関コード', cell: ({ row }) => row.venueCode },
  { label: '医療機関・接種会場名', cell: ({ row }) => row.venueName },
  { label: '納入先名', cell: ({ delivery }) => delivery.name },
  { label: '納入先住所', cell: ({ delivery }) => delivery.address },
  { label: '品目', cell: ({ row }) => itemName(row) },
  { label: '分配量（最小包装単位）', cell: ({ row }) => row.units },
  { label: '単位', cell: ({ row }) => unitOf(row) },
  { label: '分配量（バイアル数・本数）', cell: ({ row }) => row.pieces },
  { label: '保管管理', cell: ({ row }) => row.storage && storageWords[row.storage] },
];
