/**
 * First and last byte that a `Range` header asks for; null for all: no header, several parts, or one that does not fit,
 * which may be answered with everything (RFC 9110).
 */
export const rangeOf = (header: string | undefined, length: number): readonly [number, number] | null => {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1);
  return from <= to && from < length ? [from, to] : null;
};
