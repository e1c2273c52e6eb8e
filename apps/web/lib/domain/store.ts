/** Units of one whole point. */
const point = 1_000_000n;

/** QTI units that the store gives for points at a rate of QTI units a whole point, rounded down as the contract does. */
export function qtiForPoints(points: bigint, rate: bigint): bigint {
  return (points * rate) / point;
}

/** What keeps somebody from having an item, the first that applies; `undefined` when nothing does. */
export type ItemRefusal = { reason: "soldOut" } | { reason: "limit" } | { reason: "short"; missing: bigint };

/** Whether an item can be had now with so many points by somebody who has had so many of it. */
export function itemRefusal(
  { price, stock, limit }: { price: bigint; stock: bigint; limit: bigint },
  { points, had }: { points: bigint; had: bigint },
): ItemRefusal | undefined {
  if (stock === 0n) return { reason: "soldOut" };
  if (limit > 0n && had >= limit) return { reason: "limit" };
  if (points < price) return { reason: "short", missing: price - points };
  return undefined;
}
