/**
 * Splits a whole number by weights: each share is rounded down, and what is left goes one by one to the largest
 * remainders, the earlier one where they tie. Without any weight all weigh the same. Throws RangeError on numbers that
 * are negative or not whole.
 */
export const splitByWeight = (total: number, weights: readonly number[]): number[] => {
  for (const n of [total, ...weights]) {
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a whole number from 0 up: ${n}`);
  }
  if (weights.length === 0) return [];
  const given = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
  // Big integers: a total times a population is beyond the exact range of a number.
  const all = given.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const exact = given.map((weight, index) => {
    const product = BigInt(total) * BigInt(weight);
    return { index, share: product / all, remainder: product % all };
  });
  const left = Number(BigInt(total) - exact.reduce((sum, { share }) => sum + share, 0n));
  const shares = exact.map(({ share }) => Number(share));
  const byRemainder = [...exact].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
};
