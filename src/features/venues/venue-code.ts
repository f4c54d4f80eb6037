/** 10 digits, full-width ones corrected; null when it is no code. */
export const parseVenueCode = (typed: string): string | null => {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{10}$/.test(code) ? code : null;
};

/** Luhn over the first 9 digits. Sites without a 保険医療機関番号 have other codes, so a failed check only warns. */
export const hasCheckDigit = (code: string): boolean => {
  const sum = [...code.slice(0, 9)].reverse().reduce((total, digit, i) => {
    const n = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return (10 - (sum % 10)) % 10 === Number(code[9]);
};
