import { formatInstant, formatPeriod } from '../../kernel/calendar.ts';
import { DescriptionList } from '../../ui/index.ts';
import { DayText, LotList, StateCell } from './cells.tsx';
import { amountText, type Delivery, type Distribution, isVaccine, itemName, storageWords } from './distribution.ts';
import { cycleOf } from './rows.ts';

export type RowFactsProps = { readonly row: Distribution; readonly delivery?: Delivery };

/** What is known of a row, whoever looks at it. */
export const RowFacts = ({ row, delivery }: RowFactsProps) => (
  <DescriptionList
    items={[
      { label: '医療機関・接種会場', value: `${row.venueCode}　${row.venueName}` },
      ...(delivery ? [{ label: '納入先', value: `${delivery.name}　${delivery.address}` }] : []),
      { label: 'クール', value: cycleOf(row) },
      { label: '標準配送期間', value: formatPeriod(row.deliveryFrom, row.deliveryTo) },
      { label: '品目', value: itemName(row) },
      { label: '分配量', value: amountText(row) },
      ...(row.storage ? [{ label: '保管管理', value: storageWords[row.storage] }] : []),
      ...(isVaccine(row)
        ? [
            { label: '製薬メーカー出荷日', value: <DayText day={row.shipDay} /> },
            { label: 'ロット', value: <LotList lots={row.lots} /> },
          ]
        : []),
      { label: '納入予定日', value: <DayText day={row.deliveryDay} /> },
      { label: '状態', value: <StateCell row={row} /> },
      ...(row.deliveredAt ? [{ label: '納入の報告', value: formatInstant(row.deliveredAt) }] : []),
      ...(row.receivedAt ? [{ label: '受領確認', value: formatInstant(row.receivedAt) }] : []),
    ]}
  />
);
