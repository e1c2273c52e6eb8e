import type { GetAppraisalReturnType } from "@qti/sdk";

const bps = 10_000n;
const day = 86_400n;

/** The way of a value to what was appraised last. */
export type Glide = Pick<GetAppraisalReturnType, "from" | "target" | "since" | "dailyBps">;

/** Seconds that a value takes to glide from one figure to another, at most so much a day. Rounded up. */
export function glideSeconds(from: bigint, target: bigint, dailyBps: number): number {
  const daily = BigInt(dailyBps);
  if (from === target) return 0;
  if (from === 0n || daily === 0n) return Number.POSITIVE_INFINITY;
  const [way, pace] = target < from ? [from - target, bps * day] : [target - from, (bps + daily) * day];
  return Number((way * pace + from * daily - 1n) / (from * daily));
}

/** When a glide reaches what was appraised last. Unix seconds. */
export const glideEndsAt = ({ from, target, since, dailyBps }: Glide): number =>
  since + glideSeconds(from, target, dailyBps);
