import { stringify } from 'csv-stringify/sync';
import { type Delivery, type Distribution, itemName, storageWords, unitOf } from './distribution.ts';
import { cycleOf } from './rows.ts';

export type Order = { readonly row: Distribution; readonly delivery: Delivery };

const columns: readonly (readonly [string, (order: Order) => string | number])[] = [
  ['クール', ({ row }) => cycleOf(row)],
  ['医療機関コード', ({ row }) => row.venueCode],
  ['医療機関・接種会場名', ({ row }) => row.venueName],
  ['納入先名', ({ delivery }) => delivery.name],
  ['納入先住所', ({ delivery }) => delivery.address],
  ['品目', ({ row }) => itemName(row)],
  ['分配量（最小包装単位）', ({ row }) => row.units ?? ''],
  ['単位', ({ row }) => unitOf(row)],
  ['分配量（バイアル数・本数）', ({ row }) => row.pieces],
  ['保管管理', ({ row }) => (row.storage ? storageWords[row.storage] : '')],
];

/** The order list as a file: UTF-8 with BOM; cells that a spreadsheet would take for formulas are neutralised. */
export const ordersCsv = (orders: readonly Order[]): string =>
  stringify([columns.map(([head]) => head), ...orders.map((order) => columns.map(([, cell]) => cell(order)))], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
