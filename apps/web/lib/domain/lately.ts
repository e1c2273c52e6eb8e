/** A figure that only grows, at a moment. Unix seconds. */
export type Mark = { at: number; value: bigint };

/** How a figure grew: from where to where. */
export type Growth = { from: Mark; to: Mark };

/** The span that growth is looked at over: seven days, in seconds. */
export const week = 7 * 86_400;
/** Less than an hour is no history. */
const least = 3_600;

/**
 * How a figure grew since a week ago, or since its history began where that is shorter; `undefined` where there is none.
 */
export function grownLately(
  weekAgo: Mark | undefined,
  first: Mark | undefined,
  to: Mark,
): Growth | undefined {
  const from = weekAgo ?? first;
  return from && to.at - from.at >= least ? { from, to } : undefined;
}
