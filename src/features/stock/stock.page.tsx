import { addDays, type Day, formatDay, formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { type Column, DataTable, EmptyState, Figures, Notice, Quantity, Section, StateLabel } from '../../ui/index.ts';
import { type LotBalance, totalOf } from './ledger.ts';

export type StockData = readonly { readonly vaccineName: string; readonly balances: readonly LotBalance[] }[];

/** A lot that runs out within these days is said to. */
const soonDays = 30;
const note = '受領した量（接種・廃棄・移送は差し引いていません）';

const Expiry = ({ expiry, today }: { readonly expiry: Day | null; readonly today: Day }) => {
  if (expiry === null) return <span>不明</span>;
  return (
    <>
      <span class="nowrap">{formatDay(expiry)}</span>{' '}
      {expiry < today ? (
        <StateLabel tone="error">期限切れ</StateLabel>
      ) : (
        expiry <= addDays(today, soonDays) && <StateLabel tone="warning">まもなく期限</StateLabel>
      )}
    </>
  );
};

const columnsOf = (today: Day): readonly Column<LotBalance>[] => [
  { key: 'lot', label: 'ロット番号', nowrap: true, cell: ({ lot }) => lot ?? '不明' },
  { key: 'expiry', label: '有効期限', cell: ({ expiry }) => <Expiry expiry={expiry} today={today} /> },
  {
    key: 'vials',
    label: '受領した量',
    unit: 'バイアル',
    align: 'end',
    cell: ({ vials }) => <Quantity value={vials} />,
  },
  { key: 'doses', label: '接種回数に換算', unit: '回', align: 'end', cell: ({ doses }) => <Quantity value={doses} /> },
  { key: 'asOf', label: '最後の受領確認', nowrap: true, cell: ({ asOf }) => formatInstant(asOf) },
];

/** 「在庫」 (S26): what the ledger says, and what it does not know yet. */
export const stockPage = (stock: StockData, { today, now }: Screen): View => ({
  title: '在庫',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '在庫' }],
  body:
    stock.length === 0 ? (
      <EmptyState title="受領したワクチンの記録はまだありません。">
        <p>「ワクチン分配」の画面で「受領確認」をすると、ここに表示されます。</p>
      </EmptyState>
    ) : (
      <>
        <Notice kind="info" title={note}>
          <p>{formatInstant(now)} 現在の受領確認の記録から計算しています。</p>
        </Notice>
        {stock.map(({ vaccineName, balances }) => (
          <Vaccine key={vaccineName} name={vaccineName} balances={balances} today={today} />
        ))}
      </>
    ),
});

type VaccineProps = { readonly name: string; readonly balances: readonly LotBalance[]; readonly today: Day };

const Vaccine = ({ name, balances, today }: VaccineProps) => {
  const total = totalOf(balances);
  return (
    <Section title={name}>
      {total && (
        <Figures
          items={[
            {
              label: '受領した量',
              value: <Quantity value={total.vials} unit="バイアル" large />,
              note: `最後の受領確認 ${formatInstant(total.asOf)}`,
            },
            {
              label: '接種回数に換算',
              value: <Quantity value={total.doses} unit="回" large />,
              note: '1バイアルあたりの回数は、ロットを受け取ったときのものです',
            },
          ]}
        />
      )}
      <DataTable
        caption={`${name}のロット`}
        captionHidden
        stack
        columns={columnsOf(today)}
        rows={balances}
        rowKey={({ lot }) => lot ?? ''}
        foot={{ vials: <Quantity value={total?.vials} />, doses: <Quantity value={total?.doses} /> }}
      />
    </Section>
  );
};
