/**
 * Kinds of entries and the sign that their vials carry (S26). What takes something away has −1; a count corrects either
 * way; use counts doses and carries no vials.
 */
const signs = { receipt: 1, transfer_in: 1, transfer_out: -1, disposal: -1, count: 'any', use: 0 } as const;
export type LedgerKind = keyof typeof signs;

export const ledgerKindNames = {
  receipt: '受領',
  transfer_in: '移送を受けた',
  transfer_out: '移送した',
  disposal: '廃棄',
  count: '棚卸による修正',
  use: '接種実績',
} as const satisfies Record<LedgerKind, string>;

/** Does an entry of this kind carry these signed vials? An entry of nothing is none; a reversal turns the sign. */
export const fitsKind = (kind: LedgerKind, signed: number, reversal = false): boolean => {
  const sign = signs[kind];
  if (sign === 0) return signed === 0 && !reversal;
  if (sign === 'any') return signed !== 0 && !reversal;
  return Math.sign(signed) === (reversal ? -sign : sign);
};
