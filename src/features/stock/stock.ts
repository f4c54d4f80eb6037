import type { Day } from '../../kernel/calendar.ts';
import { type Doses, doses, type Vials, vials } from '../../kernel/quantities.ts';

/** Parts of a vial in which use is summed: lcm(1, …, 20), so that every doses ÷ doses per vial is a whole number of them. */
export const partsPerVial = 232_792_560;

/** What the ledger's entries of a venue and vaccine come to, all in vials and positive but for `corrected`. */
export type Balance = {
  readonly received: number;
  readonly transferredIn: number;
  readonly transferredOut: number;
  readonly disposed: number;
  /** Sum of the signed corrections of counts. */
  readonly corrected: number;
  readonly usedDoses: number;
  readonly usedParts: number;
  /** Entries that say what came or what is there; 0: the stock is not known. */
  readonly inflows: number;
};

/** Used vials: the ceiling of the exact fraction of all reports' increases ÷ doses per vial; never below 0. */
export const usedVials = ({ usedParts }: Pick<Balance, 'usedParts'>): Vials =>
  vials(Math.max(0, Math.ceil(usedParts / partsPerVial)));

/** What came, less what went, was thrown away and used; null: nothing is known to have come. Negative: more went than came. */
export const stockVials = (balance: Balance): Vials | null => (balance.inflows <= 0 ? null : sumVials(balance));

/** The same, though what came may not be known: a count starts from here. */
export const sumVials = (balance: Balance): Vials => {
  const { received, transferredIn, transferredOut, disposed, corrected } = balance;
  return vials(received + transferredIn - transferredOut - disposed + corrected - usedVials(balance));
};

/** A balance by lot. Use names no lot, so what is left is "at most" this. */
export type LotBalance = {
  readonly vaccineId: number;
  /** null: entries that named no lot */
  readonly lot: string | null;
  readonly received: number;
  readonly transferredIn: number;
  readonly transferredOut: number;
  readonly disposed: number;
  readonly corrected: number;
  /** The nationally extended one, else as the latest entry that knows it says. */
  readonly expiry: Day | null;
  readonly extended: boolean;
  /** 使用見合わせ */
  readonly stoppedAt: Date | null;
  /** A delivery of it was received somewhere; an unknown lot may be a slip of the pen. */
  readonly known: boolean;
  readonly dosesPerVial: number;
  readonly asOf: Date;
};

type LotSums = Pick<LotBalance, 'received' | 'transferredIn' | 'transferredOut' | 'disposed' | 'corrected'>;

/** At most so many vials of a lot are left: what came, less what went and was thrown away. */
export const atMostVials = (lot: LotSums): Vials =>
  vials(lot.received + lot.transferredIn - lot.transferredOut - lot.disposed + lot.corrected);

export const atMostDoses = (lot: LotBalance): Doses => doses(atMostVials(lot) * lot.dosesPerVial);

/** Past any real expiry: unknown comes last. */
const last = '9999-12-31';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** First expired, first out: the order in which lots are to be used; unknown expiries last. */
export const byExpiry = (a: Pick<LotBalance, 'expiry' | 'lot'>, b: Pick<LotBalance, 'expiry' | 'lot'>): number =>
  compare(a.expiry ?? last, b.expiry ?? last) || compare(a.lot ?? '', b.lot ?? '');
