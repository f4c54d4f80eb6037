const WEIGHTS = [6, 5, 4, 3, 2] as const;

/** 5 digits of JIS X 0401 and X 0402 → 全国地方公共団体コード of 6 digits. Throws RangeError on anything but 5 digits. */
export const withCheckDigit = (jisCode: string): string => {
  if (!/^\d{5}$/.test(jisCode)) throw new RangeError(`No area code of 5 digits: ${jisCode}`);
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(jisCode[i]), 0);
  return `${jisCode}${(11 - (sum % 11)) % 10}`;
};

/** True for 6 digits in the form of a municipality's code with the right check digit; it need not be one in use. */
export const isMunicipalityCode = (code: string): boolean =>
  /^(0[1-9]|[1-3]\d|4[0-7])(?!000)\d{4}$/.test(code) && withCheckDigit(code.slice(0, 5)) === code;
