/** The most of these moments (ms, in order) that lie within any one span of so many milliseconds, its end left out. */
export const mostWithin = (moments: readonly number[], ms: number): number => {
  let [most, from] = [0, 0];
  for (const [nth, moment] of moments.entries()) {
    while (moment - (moments[from] ?? moment) >= ms) from += 1;
    most = Math.max(most, nth - from + 1);
  }
  return most;
};
