import { type Day, formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  ButtonRow,
  type Column,
  DataTable,
  EmptyState,
  Figures,
  LinkButton,
  Notice,
  Quantity,
  Section,
} from '../../ui/index.ts';
import type { VaccineStock } from './load-stock-page.service.ts';
import { Expiry, LotName } from './lot-marks.page.tsx';
import { atMostDoses, atMostVials, type LotBalance } from './stock.ts';

/** 「在庫」 (S26): what the ledger says, as of when, and what it does not know. */
export const stockPage = (stocks: readonly VaccineStock[], { today, now }: Screen): View => ({
  title: '在庫',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '在庫' }],
  wide: true,
  body:
    stocks.length === 0 ? (
      <EmptyState title="在庫の記録はまだありません。">
        <p>受領確認・移送・接種実績を登録すると、ここに計算した在庫が表示されます。</p>
      </EmptyState>
    ) : (
      <>
        <p>
          {formatInstant(now)}{' '}
          現在の記録から計算しています。在庫は直接書き換えられません。数えた本数と違うときは「棚卸を記録する」で修正してください。
        </p>
        {stocks.map((one) => (
          <VaccinePart key={one.vaccineId} one={one} today={today} />
        ))}
      </>
    ),
});

const VaccinePart = ({ one, today }: { readonly one: VaccineStock; readonly today: Day }) => {
  const { vaccineId, vaccineName, stock, lots, notReported } = one;
  return (
    <Section title={vaccineName}>
      {stock.stock !== null && stock.stock < 0 && (
        <Notice kind="error" title="在庫がマイナスになっています。">
          <p>記録の抜けや誤りがあります。受領確認・移送・廃棄の記録を確認し、「棚卸を記録する」で修正してください。</p>
        </Notice>
      )}
      {stock.stock === null && (
        <Notice kind="warning" title="在庫は不明です。">
          <p>受領した記録がありません。いまある本数を「棚卸を記録する」で登録してください。</p>
        </Notice>
      )}
      {notReported && (
        <Notice kind="warning" title={`${notReported}の接種実績がまだ報告されていません。`}>
          <p>
            使用した本数は前回の報告までのものです。<a href={`/reports?vaccine=${vaccineId}`}>接種実績を報告する</a>
          </p>
        </Notice>
      )}
      <Figures items={figuresOf(one)} />
      <ButtonRow>
        <LinkButton href={`/stock/${vaccineId}/count`}>棚卸を記録する</LinkButton>
        <LinkButton href={`/stock/${vaccineId}/disposal`}>廃棄を記録する</LinkButton>
        <LinkButton href="/transfers">移送を見る・登録する</LinkButton>
        <LinkButton href={`/stock/${vaccineId}/entries`} variant="text">
          記録の一覧
        </LinkButton>
      </ButtonRow>
      {lots.length > 0 && (
        <Section
          title="ロット（有効期限が早い順）"
          level={3}
          lead="接種に使ったロットは報告されないため、残りは「最大」の本数です。有効期限が早いものから使ってください。"
        >
          <DataTable
            caption={`${vaccineName}のロット`}
            captionHidden
            stack
            columns={lotColumns(today)}
            rows={lots}
            rowKey={({ lot }) => lot ?? ''}
          />
        </Section>
      )}
    </Section>
  );
};

const asOf = (at: Date | null): string => (at ? `${formatInstant(at)} 現在` : '記録なし');

const figuresOf = ({ stock }: VaccineStock) => [
  {
    label: '在庫（計算）',
    value: <Quantity value={stock.stock} unit="本" large />,
    note: asOf(stock.asOf),
  },
  { label: '受領', value: <Quantity value={stock.received} unit="本" />, note: asOf(stock.receivedAt) },
  { label: '移送を受けた', value: <Quantity value={stock.transferredIn} unit="本" />, note: asOf(stock.asOf) },
  { label: '移送した', value: <Quantity value={stock.transferredOut} unit="本" />, note: asOf(stock.asOf) },
  { label: '廃棄', value: <Quantity value={stock.disposed} unit="本" />, note: asOf(stock.asOf) },
  {
    label: '使用（接種実績から計算）',
    value: <Quantity value={stock.reportedAt && stock.used} unit="本" />,
    note: stock.reportedAt ? `${stock.usedDoses.toLocaleString('ja-JP')}回分 ${asOf(stock.reportedAt)}` : '報告なし',
  },
  ...(stock.countedAt
    ? [{ label: '棚卸による修正', value: <Signed value={stock.corrected} />, note: asOf(stock.countedAt) }]
    : []),
];

const Signed = ({ value }: { readonly value: number }) => (
  <span class="quantity">
    {value > 0 && '+'}
    {value.toLocaleString('ja-JP')}
    <span class="unit">本</span>
  </span>
);

const lotColumns = (today: Day): readonly Column<LotBalance>[] => [
  { key: 'lot', label: 'ロット番号', cell: (lot) => <LotName lot={lot} /> },
  { key: 'expiry', label: '有効期限', cell: (lot) => <Expiry lot={lot} today={today} /> },
  {
    key: 'in',
    label: '入った',
    unit: '本',
    align: 'end',
    cell: (lot) => <Quantity value={lot.received + lot.transferredIn} />,
  },
  { key: 'out', label: '移送した', unit: '本', align: 'end', cell: (lot) => <Quantity value={lot.transferredOut} /> },
  { key: 'disposed', label: '廃棄', unit: '本', align: 'end', cell: (lot) => <Quantity value={lot.disposed} /> },
  {
    key: 'left',
    label: '残り（最大）',
    unit: '本',
    align: 'end',
    cell: (lot) => <Quantity value={atMostVials(lot)} />,
  },
  {
    key: 'doses',
    label: '接種回数に換算（最大）',
    unit: '回',
    align: 'end',
    cell: (lot) => <Quantity value={atMostDoses(lot)} />,
  },
  { key: 'asOf', label: '最後の記録', nowrap: true, cell: (lot) => formatInstant(lot.asOf) },
];
