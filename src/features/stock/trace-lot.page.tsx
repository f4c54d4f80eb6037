import { formatDay, formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { DataTable, DescriptionList, EmptyState, LinkButton, Notice, Quantity, Section } from '../../ui/index.ts';
import { lotChangeNames } from '../lots/index.ts';
import { Expiry } from './lot-marks.page.tsx';
import type { LotTrace } from './trace-lot.service.ts';

/** 「ロットの追跡」 (S12, S27): what is known of a lot, who may hold it, and the way it went. */
export const lotTracePage = (trace: LotTrace, { today, may }: Screen): View => ({
  title: `ロットの追跡 ${trace.lot}`,
  breadcrumbs: [
    { label: 'ホーム', href: '/' },
    ...(may('lot.manage') ? [{ label: 'ロット', href: '/lots' }] : []),
    ...(may('stock.own') ? [{ label: '在庫', href: '/stock' }] : []),
    { label: `ロットの追跡 ${trace.lot}` },
  ],
  wide: true,
  actions: may('lot.manage') && (
    <LinkButton href={`/lots/change?vaccine=${trace.vaccine.id}&lot=${encodeURIComponent(trace.lot)}`}>
      有効期限の延長・使用見合わせを登録する
    </LinkButton>
  ),
  body: (
    <>
      {trace.facts?.stoppedAt && (
        <Notice kind="error" title="使用見合わせになっています。">
          <p>
            {formatInstant(trace.facts.stoppedAt)}から。理由：{trace.facts.stopReason}
          </p>
        </Notice>
      )}
      {!trace.facts && (
        <Notice kind="warning" title="納入の記録にないロットです。">
          <p>番号に間違いがないか確認してください。</p>
        </Notice>
      )}
      <Facts trace={trace} today={today} />
      <Way trace={trace} />
      <Holders trace={trace} />
      <Changes trace={trace} />
    </>
  ),
});

type Props = { readonly trace: LotTrace };

const Facts = ({ trace: { vaccine, lot, facts }, today }: Props & Pick<Screen, 'today'>) => (
  <DescriptionList
    items={[
      { label: 'ワクチン', value: vaccine.name },
      { label: 'ロット番号', value: lot },
      { label: '有効期限', value: facts ? <Expiry lot={facts} today={today} /> : '不明' },
      ...(facts?.extended
        ? [{ label: '納入時の有効期限', value: facts.announcedExpiry ? formatDay(facts.announcedExpiry) : '不明' }]
        : []),
    ]}
  />
);

const Way = ({ trace: { steps } }: Props) => (
  <Section title="移送の経路">
    <p>納入された施設から、移送された順に並んでいます。「→」の数は、何回移送されたかを表します。</p>
    <DataTable
      caption="移送の経路"
      captionHidden
      stack
      columns={[
        {
          key: 'venue',
          label: '医療機関・接種会場',
          cell: ({ depth, venueName }) => `${'→ '.repeat(depth)}${venueName}`,
        },
        { key: 'text', label: '内容', nowrap: true },
        { key: 'day', label: '日付', nowrap: true, cell: ({ day }) => (day ? formatDay(day) : '不明') },
        {
          key: 'vials',
          label: 'バイアル本数',
          unit: '本',
          align: 'end',
          cell: ({ vials }) => <Quantity value={vials} />,
        },
      ]}
      rows={steps}
      empty={<EmptyState title="表示できる納入・移送の記録はありません。" />}
    />
  </Section>
);

const Holders = ({ trace: { holders } }: Props) => (
  <Section title="持っている可能性のある施設">
    <p>接種に使ったロットは報告されないため、残りは「最大」の本数です。</p>
    <DataTable
      caption="持っている可能性のある施設"
      captionHidden
      stack
      columns={[
        { key: 'venueName', label: '医療機関・接種会場' },
        {
          key: 'atMost',
          label: '残り（最大）',
          unit: '本',
          align: 'end',
          cell: ({ atMost }) => <Quantity value={atMost} />,
        },
        { key: 'asOf', label: '最後の記録', nowrap: true, cell: ({ asOf }) => `${formatInstant(asOf)} 現在` },
      ]}
      rows={holders}
      rowKey={({ venueId }) => String(venueId)}
      empty={<EmptyState title="残っている記録のある施設はありません。" />}
    />
  </Section>
);

const Changes = ({ trace: { changes } }: Props) =>
  changes.length === 0 ? null : (
    <Section title="国による変更">
      <DataTable
        caption="国による変更"
        captionHidden
        stack
        columns={[
          { key: 'at', label: '日時', nowrap: true, cell: ({ at }) => formatInstant(at) },
          { key: 'kind', label: '内容', cell: ({ kind }) => lotChangeNames[kind] },
          {
            key: 'expiry',
            label: '有効期限',
            cell: ({ expiryFrom, expiryTo }) =>
              expiryTo ? `${expiryFrom ? formatDay(expiryFrom) : '不明'} → ${formatDay(expiryTo)}` : '—',
          },
          { key: 'reason', label: '理由' },
        ]}
        rows={changes}
        rowKey={({ id }) => String(id)}
      />
    </Section>
  );
