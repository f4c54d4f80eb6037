/** Lots: NFKC, upper case, no spaces; dashes of all kinds become one. */
export const normaliseLot = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    // A capital may fall apart into letter and accent (ῒ): folded again, so that folding twice changes nothing.
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .replace(/\s+/gu, '');

export const isLot = (lot: string): boolean => /^[A-Z0-9][A-Z0-9-]{0,19}$/.test(lot);
