import { formatInstant } from '../../kernel/calendar.ts';
import { showQuantity } from '../../kernel/quantities.ts';
import { Figures, Meter, Quantity } from '../../ui/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import { type Scope, subjectOf } from './scope.ts';
import { coverageText, type Totals } from './totals.ts';

type Props = { readonly scope: Scope; readonly figures: Totals; readonly now: Date };

/** The page's question in one or two sentences. */
export const answer = (scope: Scope, { doses, reportedVenues, venues }: Totals): string => {
  const { cycle, vaccine, venue } = scope;
  const where = `${subjectOf(scope)}では、`;
  const when = cycle ? `${cycleTitle(cycle)}に` : `これまでに${vaccine.name}の`;
  if (doses === null)
    return `${where}${cycle ? cycleTitle(cycle) : vaccine.name}の接種実績が、まだ報告されていません。`;
  const missing = venues - reportedVenues;
  const rest = venue
    ? ''
    : missing > 0
      ? `まだ報告のない施設が${showQuantity(missing)}施設あります。`
      : 'すべての施設が報告しています。';
  return `${where}${when}接種が${showQuantity(doses)}回報告されています。${rest}`;
};

/** Whose number it is: what an area was given by the level above it. */
const giverOf = ({ area, venue }: Scope): string =>
  venue ? '市町村から' : { country: '国から', prefecture: '国から', municipality: '都道府県から' }[area.level];

const of = (part: number | null, whole: number | null, unit: string): string =>
  `${showQuantity(part)} / ${showQuantity(whole)} ${unit}`;

/** What there is to know of the place, each figure with how much of it is known and as of when. */
export const TotalsFigures = ({ scope, figures, now }: Props) => {
  const { vaccine } = scope;
  const asOf = `${formatInstant(now)} 現在`;
  const note = (text: string, at = asOf) => (
    <>
      {text}
      <br />
      {at}
    </>
  );
  const reported = figures.reportedAt ? `最新の報告 ${formatInstant(figures.reportedAt)}` : '報告はまだありません';
  return (
    <>
      <Figures
        items={[
          {
            label: '接種回数',
            value: <Quantity value={figures.doses} unit="回" large />,
            note: note(coverageText(figures), reported),
          },
          {
            label: '納入希望量',
            value: <Quantity value={figures.demandUnits} unit={vaccine.unitName} large />,
            note: note(`登録済 ${of(figures.demandVenues, figures.basicVenues, '施設（基本型）')}`),
          },
          {
            label: `分配量（${giverOf(scope)}）`,
            value: <Quantity value={figures.allocatedUnits} unit={vaccine.unitName} large />,
            note: note('確定した分配の合計'),
          },
          {
            label: '受領した量',
            value: <Quantity value={figures.receivedVials} unit="バイアル" large />,
            note: note(`受領確認済 ${of(figures.receivedVials, figures.distributedVials, 'バイアル')}`),
          },
          {
            label: '廃棄',
            value: <Quantity value={figures.discardedVials} unit="バイアル" large />,
            note: note(coverageText(figures), reported),
          },
          {
            label: '在庫（現在）',
            value: <Quantity value={figures.stockVials} unit="バイアル" large />,
            note: note(`在庫のわかる施設 ${of(figures.stockVenues, figures.venues, '施設')}`),
          },
        ]}
      />
      {!scope.venue && figures.venues > 0 && (
        <Meter
          label="接種実績を報告した施設"
          value={figures.reportedVenues}
          max={figures.venues}
          text={coverageText(figures)}
        />
      )}
    </>
  );
};
