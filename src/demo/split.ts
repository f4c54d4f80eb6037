const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Whole numbers in proportion to the weights that add up to the total (largest remainder; ties to the first). */
export const split = (total: number, weights: readonly number[]): number[] => {
  const all = sum(weights);
  if (total === 0) return weights.map(() => 0);
  if (all <= 0) throw new RangeError(`${total} cannot be split: nobody has a weight`);
  const parts = weights.map((weight) => Math.floor((total * weight) / all));
  const byRemainder = weights
    .map((weight, at) => ({ at, rest: (total * weight) % all }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRemainder.slice(0, total - sum(parts))) parts[at] = (parts[at] ?? 0) + 1;
  return parts;
};

/** The same, where everyone gets at least its share of `least` first and only the rest is split, by weight above it. */
export const splitAbove = (total: number, weights: readonly number[], least: readonly number[]): number[] => {
  const above = weights.map((weight, at) => Math.max(0, weight - (least[at] ?? 0)));
  return split(total - sum(least), above).map((part, at) => part + (least[at] ?? 0));
};
