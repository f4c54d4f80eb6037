import type { Day } from '../../kernel/calendar.ts';
import { type Doses, doses, type Vials, vials } from '../../kernel/quantities.ts';

/**
 * Kinds of entries and the sign that their vials carry (S26). A kind that takes something away has −1; `any` is for
 * counts, which correct either way.
 */
export type LedgerKind = 'receipt';
const signs: Readonly<Record<LedgerKind, 1 | -1 | 'any'>> = { receipt: 1 };

/** Does an entry of this kind carry these signed vials? An entry of nothing is none. */
export const fitsKind = (kind: LedgerKind, signed: number): boolean => {
  const sign = signs[kind];
  return signed !== 0 && (sign === 'any' || Math.sign(signed) === sign);
};

/** One entry: vials are signed, so that a balance is nothing but a sum. */
export type Entry = {
  readonly vaccineId: number;
  /** null: not known, never made up */
  readonly lot: string | null;
  readonly expiry: Day | null;
  readonly vials: number;
  readonly dosesPerVial: number;
  readonly at: Date;
};

export type LotBalance = {
  readonly vaccineId: number;
  readonly lot: string | null;
  /** As the latest entry that knows it says. */
  readonly expiry: Day | null;
  readonly vials: Vials;
  /** By the doses per vial that each entry carries. */
  readonly doses: Doses;
  readonly asOf: Date;
};

const keyOf = ({ vaccineId, lot }: Pick<Entry, 'vaccineId' | 'lot'>): string => JSON.stringify([vaccineId, lot]);

const opened = ({ vaccineId, lot, at }: Entry): LotBalance => ({
  vaccineId,
  lot,
  expiry: null,
  vials: vials(0),
  doses: doses(0),
  asOf: at,
});

const add = (balance: LotBalance, entry: Entry): LotBalance => ({
  ...balance,
  expiry: entry.expiry ?? balance.expiry,
  vials: vials(balance.vials + entry.vials),
  doses: doses(balance.doses + entry.vials * entry.dosesPerVial),
  asOf: entry.at,
});

/** What the entries come to, per vaccine and lot, earliest expiry first and unknown ones last. */
export const balanceOf = (entries: readonly Entry[]): LotBalance[] => {
  const balances = new Map<string, LotBalance>();
  const inTime = entries.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (const entry of inTime) balances.set(keyOf(entry), add(balances.get(keyOf(entry)) ?? opened(entry), entry));
  return [...balances.values()].sort(byExpiry);
};

/** Past any real expiry: unknown comes last. */
const last = '9999-12-31';
const byExpiry = (a: LotBalance, b: LotBalance): number =>
  a.vaccineId - b.vaccineId || compare(a.expiry ?? last, b.expiry ?? last) || compare(a.lot ?? '', b.lot ?? '');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export type Total = { readonly vials: Vials; readonly doses: Doses; readonly asOf: Date };

/** All lots of one vaccine together; null when there are none: unknown is not zero. */
export const totalOf = (balances: readonly LotBalance[]): Total | null => {
  const [first] = balances;
  if (!first) return null;
  return {
    vials: vials(balances.reduce((sum, one) => sum + one.vials, 0)),
    doses: doses(balances.reduce((sum, one) => sum + one.doses, 0)),
    asOf: balances.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), first.asOf),
  };
};
