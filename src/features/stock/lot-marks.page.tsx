import { addDays, type Day, formatDay } from '../../kernel/calendar.ts';
import { StateLabel } from '../../ui/index.ts';
import { StoppedMark } from '../lots/index.ts';
import type { LotBalance } from './stock.ts';

/** A lot that runs out within these days is said to. */
const soonDays = 30;

/** The expiry in force, and what it means today. */
export const Expiry = ({
  lot,
  today,
}: {
  readonly lot: Pick<LotBalance, 'expiry' | 'extended'>;
  readonly today: Day;
}) => {
  const { expiry } = lot;
  if (expiry === null) return <span>不明</span>;
  return (
    <>
      <span class="nowrap">{formatDay(expiry)}</span>
      {lot.extended && '（延長後）'}{' '}
      {expiry < today ? (
        <StateLabel tone="error">期限切れ</StateLabel>
      ) : (
        expiry <= addDays(today, soonDays) && <StateLabel tone="warning">まもなく期限</StateLabel>
      )}
    </>
  );
};

/** The lot with what everybody must know of it. */
export const LotName = ({ lot }: { readonly lot: Pick<LotBalance, 'lot' | 'stoppedAt' | 'known'> }) => (
  <>
    <span class="nowrap">{lot.lot ?? '不明'}</span>
    <StoppedMark stopped={lot.stoppedAt !== null} />
    {!lot.known && (
      <>
        {' '}
        <StateLabel tone="warning">未確認のロット</StateLabel>
      </>
    )}
  </>
);
