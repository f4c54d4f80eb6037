import { type Day, daysBetween } from '../../kernel/calendar.ts';

/** Which side of a transfer an entry stands on: 移送した (out), 受けた (in). */
export type TransferSide = 'out' | 'in';
export const sideNames = { out: '移送した', in: '受けた' } as const satisfies Record<TransferSide, string>;

/** The two sides' days may differ by so many days. */
const pairingDays = 3;

/** What a transfer is about, as one side entered it. */
export type TransferCore = {
  readonly side: TransferSide;
  /** null: the giving side named nobody */
  readonly partnerId: number | null;
  readonly day: Day;
  readonly lot: string;
  readonly vials: number;
};

/** An entry of the other side that may tell of the same transfer. */
export type Candidate = {
  readonly id: number;
  readonly venueId: number;
  readonly partnerId: number | null;
  readonly day: Day;
  readonly vials: number;
  /** What the entry it is paired with says now; null: it is free. */
  readonly pairedVials: number | null;
};

/**
 * The entry of the other side that tells of the same transfer: same venues and lot (the candidates are), day ± 3, and the
 * same vials; else, if there is none, a free one with other vials, which is an unequal pair. Those that name us come
 * first, then the nearest day, then the older entry. An equal pair is never taken apart.
 */
export const bestCandidate = <C extends Candidate>(
  own: Pick<TransferCore, 'day' | 'vials'>,
  candidates: readonly C[],
): C | null => {
  const near = candidates.filter(({ day }) => Math.abs(daysBetween(own.day, day)) <= pairingDays);
  const equal = near.filter(({ vials, pairedVials }) => vials === own.vials && pairedVials !== vials);
  const free = near.filter(({ pairedVials }) => pairedVials === null);
  const order = (a: C, b: C): number =>
    Number(a.partnerId === null) - Number(b.partnerId === null) ||
    Number(a.pairedVials !== null) - Number(b.pairedVials !== null) ||
    Math.abs(daysBetween(own.day, a.day)) - Math.abs(daysBetween(own.day, b.day)) ||
    a.id - b.id;
  return equal.toSorted(order)[0] ?? free.toSorted(order)[0] ?? null;
};

/** Where an entry stands with the other side. */
export type PairState = 'equal' | 'unequal' | 'open';
export const pairStateNames = {
  equal: '一致',
  unequal: '本数が違います',
  open: '相手の登録待ち',
} as const satisfies Record<PairState, string>;

export const pairStateOf = (vials: number, otherVials: number | null): PairState =>
  otherVials === null ? 'open' : otherVials === vials ? 'equal' : 'unequal';

/** Do two entries of one side say the same thing about the same transfer? (entered once more by mistake) */
export const saysTheSame = (a: TransferCore, b: TransferCore): boolean =>
  a.lot === b.lot &&
  a.vials === b.vials &&
  a.partnerId === b.partnerId &&
  Math.abs(daysBetween(a.day, b.day)) <= pairingDays;
