import { formatInstant } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import { Done } from '../../ui/index.ts';
import { countText } from './deliveries.mail.ts';
import { amountText, type Distribution, differs, isVaccine, itemName } from './distribution.ts';
import { cycleOf } from './rows.ts';

export type ReceiptDoneData = {
  readonly row: Distribution;
  /** Delivered rows of this venue that still wait for 受領確認. */
  readonly waiting: number;
};

const itemsOf = (row: Distribution) =>
  row.lots.map((lot) => ({
    label: `ロット番号 ${lot.lot}`,
    value: lot.vials === lot.receivedVials ? `${lot.vials.toLocaleString('ja-JP')}本` : countText(lot),
  }));

/** 「受領確認完了」. */
export const receiptDonePage = ({ row, waiting }: ReceiptDoneData): View => ({
  title: '受領確認完了',
  body: (
    <Done
      message={`${cycleOf(row)}の${isVaccine(row) ? 'ワクチン' : '針・シリンジ'}の受領を確認しました。`}
      items={[
        { label: itemName(row), value: amountText(row) },
        ...(isVaccine(row) ? itemsOf(row) : []),
        { label: '受領確認', value: row.receivedAt && formatInstant(row.receivedAt) },
      ]}
      links={[
        { href: `/distributions?cycle=${row.cycleId}`, label: 'ワクチン分配の一覧へ' },
        ...(isVaccine(row) ? [{ href: '/stock', label: '在庫を見る' }] : []),
        { href: '/', label: 'ホームへ戻る' },
      ]}
    >
      {differs(row.lots) && <p>納入の報告との違いを、卸業者・製薬メーカー・市町村に知らせました。</p>}
      {waiting > 0 && <p>受領確認を待っているものが、あと{waiting}件あります。</p>}
    </Done>
  ),
});
