import { showQuantity } from '../../kernel/quantities.ts';
import { type Column, DataTable, EmptyState, LinkButton, Quantity, Section, StateLabel } from '../../ui/index.ts';
import { amountOf, storageLabel, type VenueDemand } from './demands.ts';
import type { VenueSheet } from './sheet.ts';

/** The venues of a municipality; not entered is —, never 0. */
export const VenueTable = ({ sheet }: { readonly sheet: VenueSheet }) => (
  <Section title="医療機関・接種会場ごとの納入希望量" lead="値が入っていない「—」は未入力です。0とは数えません。">
    <DataTable
      caption="施設の一覧"
      captionHidden
      columns={columns(sheet)}
      rows={sheet.venues}
      rowKey={({ venueId }) => String(venueId)}
      foot={totals(sheet)}
      empty={
        <EmptyState title="基本型接種施設はありません">
          <p>このワクチンを取り扱う基本型接種施設が、この市町村にはありません。</p>
        </EmptyState>
      }
    />
  </Section>
);

const State = ({ venue }: { readonly venue: VenueDemand }) =>
  venue.requested === null ? (
    <StateLabel tone="warning">未入力</StateLabel>
  ) : venue.corrected !== null ? (
    <StateLabel tone="info" icon="pencil">
      修正あり
    </StateLabel>
  ) : (
    <StateLabel tone="success">登録済</StateLabel>
  );

const columns = ({ vaccine, cycle, mayCorrect, mayEnter }: VenueSheet): Column<VenueDemand>[] => {
  const unit = vaccine.unitName;
  const amount = ({ effective }: VenueDemand) => amountOf(effective, vaccine, cycle.dosesPerVial);
  const number = (
    key: string,
    label: string,
    of: (venue: VenueDemand) => number | null | undefined,
    unitName?: string,
  ): Column<VenueDemand> => ({
    key,
    label,
    unit: unitName,
    align: 'end',
    cell: (venue) => <Quantity value={of(venue)} />,
  });
  return [
    { key: 'name', label: '施設', sticky: true, cell: (venue) => <Name venue={venue} /> },
    { key: 'state', label: '状態', nowrap: true, cell: (venue) => <State venue={venue} /> },
    ...(mayCorrect || mayEnter
      ? [
          {
            key: 'edit',
            label: '修正',
            cell: (venue: VenueDemand) =>
              (mayCorrect || venue.requested === null) && <Edit venue={venue} cycleId={cycle.id} />,
          },
        ]
      : []),
    number('requested', '登録', ({ requested }) => requested, unit),
    number('effective', '納入希望量', ({ effective }) => effective, unit),
    number('vials', 'バイアル本数', (venue) => amount(venue)?.vials),
    number('doses', '接種回数', (venue) => amount(venue)?.doses),
    number('needles', '接種用＋希釈用針', (venue) => amount(venue)?.needles, '100本/箱'),
    number('syringes', '接種用シリンジ', (venue) => amount(venue)?.syringes, '100本/箱'),
    number('diluent', '希釈用シリンジ', (venue) => amount(venue)?.diluentSyringes, '100本/箱'),
    ...(vaccine.asksStorage
      ? [
          {
            key: 'storage',
            label: '保管管理',
            nowrap: true,
            cell: ({ storage }: VenueDemand) => storageLabel(storage) ?? <Quantity value={null} />,
          },
        ]
      : []),
    { key: 'reason', label: '修正の理由', cell: ({ correctionReason }) => correctionReason ?? '' },
  ];
};

const Name = ({ venue: { name, code } }: { readonly venue: VenueDemand }) => (
  <>
    {name}
    <br />
    <span class="hint">{code}</span>
  </>
);

const Edit = ({ venue, cycleId }: { readonly venue: VenueDemand; readonly cycleId: number }) => {
  const word = venue.requested === null ? '入力する' : '修正する';
  return (
    <LinkButton href={`/demands/${cycleId}/venues/${venue.venueId}`} size="small" label={`${venue.name} ${word}`}>
      {word}
    </LinkButton>
  );
};

const totals = ({ totals: { sum, requestedSum }, venues, vaccine, cycle }: VenueSheet) => {
  const amounts = venues.map(({ effective }) => amountOf(effective, vaccine, cycle.dosesPerVial));
  const add = (key: 'vials' | 'doses' | 'needles' | 'syringes' | 'diluentSyringes') =>
    sum === null ? null : amounts.reduce((all, amount) => all + (amount?.[key] ?? 0), 0);
  return {
    name: `合計（${showQuantity(venues.length)}施設）`,
    requested: <Quantity value={requestedSum} />,
    effective: <Quantity value={sum} />,
    vials: <Quantity value={add('vials')} />,
    doses: <Quantity value={add('doses')} />,
    needles: <Quantity value={add('needles')} />,
    syringes: <Quantity value={add('syringes')} />,
    diluent: <Quantity value={add('diluentSyringes')} />,
  };
};
