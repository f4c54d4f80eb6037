/** Vaccines are known to people by their maker's name. */
const vaccinesInEnglish: Readonly<Record<string, string>> = {
  pfizer: 'Pfizer',
  comirnaty: 'Pfizer',
  moderna: 'Moderna',
  astrazeneca: 'AstraZeneca',
  novavax: 'Novavax (Takeda)',
};

/** English name of a vaccine; null where only the Japanese one is known. */
export const vaccineInEnglish = (code: string): string | null => vaccinesInEnglish[code] ?? null;
