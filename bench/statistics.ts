/** The middle of the values, and the quarter below and above it, so that a run's noise shows. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** @param sorted from the least to the most */
export const quantile = (sorted: readonly number[], part: number): number => {
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return below + (above - below) * (place - Math.floor(place));
};

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  return { low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
};

/** Of what was measured in the same round, one by the other: what slows a whole round down is the same in both. */
export const ratioOf = (values: readonly number[], others: readonly number[]): Spread =>
  spreadOf(values.map((value, round) => value / (others[round] ?? NaN)));

/** The items, begun at another one each round, so that none always comes first. */
export const rotated = <Item>(items: readonly Item[], round: number): readonly Item[] => [
  ...items.slice(round % items.length),
  ...items.slice(0, round % items.length),
];
