import { type Day, formatDay } from '../../kernel/calendar.ts';
import { Hidden, Quantity, StateLabel, type Tone } from '../../ui/index.ts';
import { StoppedMark } from '../lots/index.ts';
import { type DistributionState, stateOf, stateWords } from './distribution.states.ts';
import { amountText, type Distribution, differs, hasExchanges, isVaccine, type Lot, unitOf } from './distribution.ts';

type RowProps = { readonly row: Distribution };

/** A day, or — while nobody has entered it. */
export const DayText = ({ day }: { readonly day: Day | null }) =>
  day ? (
    <span class="nowrap">{formatDay(day)}</span>
  ) : (
    <span class="quantity-none">
      <span aria-hidden="true">—</span>
      <Hidden>未入力</Hidden>
    </span>
  );

export const UnitsCell = ({ row }: RowProps) => <Quantity value={row.units} unit={unitOf(row)} />;
export const PiecesCell = ({ row }: RowProps) => <Quantity value={row.pieces} unit="本" />;
/* What does not apply to a row (a syringe has no doses, no dry ice) stays empty: — is only for what is still to come. */
export const DosesCell = ({ row }: RowProps) => (isVaccine(row) ? <Quantity value={row.doses} unit="回" /> : null);

export const AmountCell = ({ row }: RowProps) => <span class="nowrap">{amountText(row)}</span>;

export const ShipDayCell = ({ row }: RowProps) => (isVaccine(row) ? <DayText day={row.shipDay} /> : null);

export const ExchangeDayCell = ({ row, day }: RowProps & { readonly day: Day | null }) =>
  isVaccine(row) && (hasExchanges(row) || day !== null) ? <DayText day={day} /> : null;

const tones: Readonly<Record<DistributionState, Tone>> = {
  fixed: 'neutral',
  planned: 'info',
  delivered: 'warning',
  received: 'success',
};

/** Where the row stands; a count that differs is said too. */
export const StateCell = ({ row }: RowProps) => {
  const state = stateOf(row);
  return (
    <>
      <StateLabel tone={tones[state]}>{stateWords[state]}</StateLabel>
      {differs(row.lots) && (
        <>
          {' '}
          <StateLabel tone="error">数の違いあり</StateLabel>
        </>
      )}
    </>
  );
};

/** 「EY5420（2021/09/30（木）まで）195本」, a line each. */
export const LotList = ({ lots }: { readonly lots: readonly Lot[] }) =>
  lots.length === 0 ? (
    <DayText day={null} />
  ) : (
    lots.map(({ id, lot, expiry, vials, receivedVials, stopped }) => (
      <div key={id}>
        {lot}
        <StoppedMark stopped={stopped} />　{expiry ? `${formatDay(expiry)}まで` : '有効期限 —'}　
        {vials.toLocaleString('ja-JP')}本
        {receivedVials !== null && receivedVials !== vials && (
          <strong>（受領 {receivedVials.toLocaleString('ja-JP')}本）</strong>
        )}
      </div>
    ))
  );
