/** 「105-0011」, 「1050011」, 「〒１０５－００１１」 → `1050011`; null when it is no postal code of 7 digits. */
export const parsePostalCode = (typed: string): string | null => {
  const text = typed.normalize('NFKC').replace(/[\s〒]/g, '');
  return /^\d{3}[-−‐–—ー]?\d{4}$/.test(text) ? text.replace(/\D/g, '') : null;
};

/** `1050011` → 「105-0011」. */
export const formatPostalCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`;
