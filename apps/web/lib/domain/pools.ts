import type { CreditPool } from "@qti/sdk";
import { least } from "./least";

/** The pools of the credit lines, in the order in which they lose nothing for longest. */
export const pools = ["senior", "firstLoss"] as const satisfies readonly CreditPool[];

/** Digits of a pool's shares. */
export const shareDecimals = 12;
/** A whole share: the least that a ticket of the queue is for. */
export const wholeShare = 10n ** 12n;
/** What the pools add to both sides, so that the first shares have a price. */
const virtualShares = 10n ** 6n;

/** Money units that shares are worth when all of them together are worth `assets`. Rounded down, as the pools do it. */
export function sharesWorth(shares: bigint, assets: bigint, totalShares: bigint): bigint {
  return (shares * (assets + 1n)) / (totalShares + virtualShares);
}

/** Shares that `amount` buys when all of them together are worth `assets`. Rounded down, as the pools do it. */
export function sharesBought(amount: bigint, assets: bigint, totalShares: bigint): bigint {
  return (amount * (totalShares + virtualShares)) / (assets + 1n);
}

/** Shares that have to be given for `amount` when all of them together pay `assets`. Rounded up, as the pools do it. */
export function sharesFor(amount: bigint, assets: bigint, totalShares: bigint): bigint {
  return (amount * (totalShares + virtualShares) + assets) / (assets + 1n);
}

/** What of a senior share leaves at once, and what has to wait. */
export type Leaving = {
  /** Share units and money units that are paid at once. */
  nowShares: bigint;
  now: bigint;
  /** Share units that go into the queue, and what they would be paid now. */
  laterShares: bigint;
  later: bigint;
  /** What all of them are worth to who stays. Money units. */
  worth: bigint;
  /** What would wait is less than a whole share: the queue does not take it. */
  isTooSmall: boolean;
};

/** Parts what leaves the senior pool into what is paid at once and what queues. */
export function leavingOf(
  amount: bigint,
  mine: { shares: bigint; exitWorth: bigint; redeemable: bigint },
  pool: { totalAssets: bigint; totalShares: bigint; exitAssets: bigint },
): Leaving {
  const { exitAssets, totalShares, totalAssets } = pool;
  const wanted = amount >= mine.exitWorth ? mine.shares : sharesFor(amount, exitAssets, totalShares);
  const shares = least(wanted, mine.shares);
  const nowShares = least(shares, mine.redeemable);
  const laterShares = shares - nowShares;
  return {
    nowShares,
    now: sharesWorth(nowShares, exitAssets, totalShares),
    laterShares,
    later: sharesWorth(laterShares, exitAssets, totalShares),
    worth: sharesWorth(shares, totalAssets, totalShares),
    isTooSmall: laterShares > 0n && laterShares < wholeShare,
  };
}

/** Where a notice stands. */
export type NoticeState = "waiting" | "ready" | "lapsed";

/** Where a notice stands at a moment. */
export function noticeState(
  { readyAt, until }: { readyAt: number; until: number },
  now: number,
): NoticeState {
  if (now < readyAt) return "waiting";
  return now < until ? "ready" : "lapsed";
}

const day = 86_400;
/** How long the notice of the first loss takes, and for how long it is good then. Seconds. */
export const noticeTimes = { wait: 60 * day, window: 30 * day } as const;

/** How a price changed, in hundredths of a percent, and over how many days. */
export function priceChange(
  from: { at: number; price: bigint },
  to: { at: number; price: bigint },
): { bps: bigint; days: number } | undefined {
  const days = Math.floor((to.at - from.at) / day);
  if (days < 1 || from.price === 0n) return undefined;
  return { bps: ((to.price - from.price) * 10_000n) / from.price, days };
}

/** What a vouch may add to a limit for shares worth so much: four fifths, less a thousandth of it, as prices move until it is in a block. */
export const vouchableFor = (worth: bigint): bigint => (worth * 7_992n) / 10_000n;
