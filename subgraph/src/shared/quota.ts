import { BigInt } from "@graphprotocol/graph-ts";

/** How much of a quota is used in a fixed window of time, which is named by its number since the start of Unix time. */
export class Usage {
  constructor(
    public window: BigInt,
    public used: BigInt,
  ) {}
}

/** What counts at `time`, as the contracts' library `Quota` reckons: a window that is over took its use with it. */
export function usageAt(period: BigInt, window: BigInt, used: BigInt, time: BigInt): Usage {
  if (period.isZero()) return new Usage(BigInt.zero(), BigInt.zero());
  const current = time.div(period);
  return new Usage(current, current.equals(window) ? used : BigInt.zero());
}

/** The same when the length of windows changes: what was used counts on, in the window that runs by the new length. */
export function usageUnder(period: BigInt, usage: Usage, time: BigInt): Usage {
  return new Usage(period.isZero() ? BigInt.zero() : time.div(period), usage.used);
}
