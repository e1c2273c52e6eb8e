/*
 * How far a newcomer is on the way to the bonus of who brought them, from what chain and index say.
 */

const day = 86_400;

/** Fixed in the registry and in the tally of taps: how long a lock has to be, how long it is held, and what counts as early. */
export const lockDays = 30;
export const holdDays = 30;
export const earlyDays = 90;

/** A position of the newcomer in the staking pool, as far as a referral looks at it. */
export type HeldPosition = {
  positionId: bigint;
  /** QTI units. */
  amount: bigint;
  /** Length of its lock in days, 0 for none. */
  lockDays: number;
  /** When it was opened or last added to, Unix seconds. */
  start: number;
};

/** How far a referral is, in the words of the registry. */
export type ReferralState = "none" | "bound" | "final" | "vested" | "void";

/** One thing that is needed: done, or missing, or due at a time. */
export type ReferralStep = {
  step: "verify" | "stake" | "hold" | "vest" | "earn";
  done: boolean;
  /** When it will be met by itself, Unix seconds. */
  readyAt?: number;
};

/** The position that meets the conditions first: the one that was held longest of those that count. */
export function bestPosition(positions: readonly HeldPosition[], minStake: bigint): HeldPosition | undefined {
  return positions
    .filter((each) => each.amount >= minStake && each.lockDays >= lockDays)
    .reduce<HeldPosition | undefined>(
      (best, each) => (best === undefined || each.start < best.start ? each : best),
      undefined,
    );
}

/** When a position has been held long enough, Unix seconds. */
export function heldUntil({ start }: HeldPosition): number {
  return start + holdDays * day;
}

/** What of a referral is done and what is missing, in the order in which it happens. Empty where nothing can come of it. */
export function referralSteps(
  { state, paid, bonus }: { state: ReferralState; paid: bigint; bonus: bigint },
  positions: readonly HeldPosition[],
  minStake: bigint,
  now: number,
): ReferralStep[] {
  if (state === "none" || state === "void") return [];
  const vested = state === "vested";
  const best = bestPosition(positions, minStake);
  const readyAt = best && heldUntil(best);
  const held = vested || (readyAt !== undefined && readyAt <= now);
  return [
    { step: "verify", done: state !== "bound" },
    { step: "stake", done: vested || best !== undefined },
    { step: "hold", done: held, ...(readyAt !== undefined && !held ? { readyAt } : {}) },
    { step: "vest", done: vested },
    { step: "earn", done: paid > 0n || bonus > 0n },
  ];
}

/** The position by which a bonus can be secured now. */
export function vestingPosition(
  state: ReferralState,
  positions: readonly HeldPosition[],
  minStake: bigint,
  now: number,
): bigint | undefined {
  if (state !== "final") return undefined;
  const best = bestPosition(positions, minStake);
  return best && heldUntil(best) <= now ? best.positionId : undefined;
}

/** A code as people read it out: two groups of four. */
export function codeWords(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
