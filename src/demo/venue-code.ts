/** The check digit of a venue code: Luhn over the first 9 digits. */
export const checkDigit = (nineDigits: string): number => {
  const doubled = [...nineDigits].map((digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return value > 9 ? value - 9 : value;
  });
  return (10 - (doubled.reduce((total, value) => total + value, 0) % 10)) % 10;
};

/** Gives codes in the form of 保険医療機関番号: prefecture, 1 for medicine, two digits of the municipality, serial, check. */
export const venueCodes = (): ((municipalityCode: string) => string) => {
  const serials = new Map<string, number>();
  return (municipalityCode) => {
    // Two municipalities of a prefecture may share these digits (13103, 13203), so the serial counts over both.
    const head = `${municipalityCode.slice(0, 2)}1${municipalityCode.slice(3, 5)}`;
    const serial = (serials.get(head) ?? 0) + 1;
    serials.set(head, serial);
    const nine = `${head}${String(serial).padStart(4, '0')}`;
    return `${nine}${checkDigit(nine)}`;
  };
};
