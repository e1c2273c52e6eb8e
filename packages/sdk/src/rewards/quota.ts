/** How much may be paid or earned in each fixed window of time, as of a block. */
export type Quota = {
  /** Most units a window; 0 when it is closed. */
  limit: bigint;
  /** Units used in the window that runs. */
  used: bigint;
  /** Units left in it. */
  left: bigint;
  /** Unix seconds at which the next window begins. */
  resetsAt: number;
  /** Seconds of a window. */
  period: number;
};

/** Makes a quota of what a contract says; `undefined` where none was ever set. */
export function toQuota(state: {
  limit: bigint;
  used: bigint;
  window: number;
  period: number;
}): Quota | undefined {
  const { limit, used, window, period } = state;
  if (period === 0) return undefined;
  return { limit, used, left: used < limit ? limit - used : 0n, resetsAt: (window + 1) * period, period };
}
