import { type Address, getAddress, type Hash, zeroHash } from "viem";
import type { CampaignLeaf } from "./campaignTree.ts";

/** Name of the rule by which staking bonuses are shared out each epoch. */
export const stakingBonusRule = "qti:staking-bonus/v1";

/** Seconds of an epoch: epoch `n` is `[n * 7 days, (n + 1) * 7 days)` of Unix time. */
export const bonusEpochSeconds = 7 * 86_400;

/** Seconds of the shortest lock that takes part. */
const shortestLock = 30 * 86_400;

/**
 * A position's share counts when it is at least this part of what an epoch shares out. So an epoch adds at most as many leaves,
 * and each of them is paid for with stake: nobody fills the tree with dust.
 */
export const bonusSmallestPart = 20_000n;

/** A position of `StakingPool` as indexed at the epoch's last block. */
export type BonusPosition = {
  owner: Address;
  /** QTI units. */
  amount: bigint;
  /** Seconds of its lock; 0 for none. */
  lockDuration: number;
  /** Unix seconds at which the lock (last) began. */
  start: number;
};

/** Parameters of {@link stakingBonusLeaves}. */
export type StakingBonusParameters = {
  epoch: number;
  /** QTI units that this epoch shares out. */
  amount: bigint;
  /** Every position at the last block before the epoch's end. */
  positions: readonly BonusPosition[];
  /** Leaves of the root before; none for the first epoch. */
  previous: readonly CampaignLeaf[];
};

/** What an epoch adds, as the campaign's next tree has it. */
export type StakingBonus = {
  /** For `buildCampaignTree`: what everybody gets in all. */
  leaves: readonly CampaignLeaf[];
  /** QTI units that this epoch adds: at most its amount, as each share is rounded down. 0 when nobody takes part. */
  added: bigint;
  /** Positions that take part with a share that counts. */
  positions: number;
  /** Positions that would take part, were their share not less than a 20,000th of the epoch's amount. */
  tooSmall: number;
};

/**
 * Shares out an epoch's bonus by the rule "qti:staking-bonus/v1". Pure: everybody who knows the positions comes to the same
 * leaves.
 *
 * The rule: each position locked for at least 30 days, not empty, and begun no later than the epoch gets
 * floor(amount * its amount / sum of theirs); an account gets the sum of its positions' shares, beyond what it had by the root
 * before. A position that was increased began anew, so none counts for time in which it was smaller. A share counts when the
 * position is at least 1/{@link bonusSmallestPart} of that sum; what smaller ones would have got is not paid.
 *
 * @param parameters - {@link StakingBonusParameters}
 * @returns {@link StakingBonus}
 *
 * @example
 * ```ts
 * const { leaves, added } = stakingBonusLeaves({ epoch, amount, positions, previous: [] });
 * const tree = buildCampaignTree({ chainId, distributor, campaignId, leaves });
 * ```
 */
export function stakingBonusLeaves({
  epoch,
  amount,
  positions,
  previous,
}: StakingBonusParameters): StakingBonus {
  const beginning = epoch * bonusEpochSeconds;
  const taking = positions.filter(
    (position) =>
      position.amount > 0n && position.lockDuration >= shortestLock && position.start <= beginning,
  );
  const sum = taking.reduce((total, position) => total + position.amount, 0n);
  const cumulative = new Map(previous.map((leaf) => [getAddress(leaf.account), leaf.cumulative]));
  const counting = taking.filter((position) => position.amount * bonusSmallestPart >= sum);
  let added = 0n;
  for (const position of counting) {
    const owner = getAddress(position.owner);
    const share = (amount * position.amount) / sum;
    cumulative.set(owner, (cumulative.get(owner) ?? 0n) + share);
    added += share;
  }
  return {
    leaves: [...cumulative]
      .map(([account, total]) => ({ account, cumulative: total }))
      .filter((leaf) => leaf.cumulative > 0n)
      .sort((a, b) => (a.account.toLowerCase() < b.account.toLowerCase() ? -1 : 1)),
    added,
    positions: counting.length,
    tooSmall: taking.length - counting.length,
  };
}

/** What the URI of a bonus root says: all that is needed to compute it again. */
export type StakingBonusSource = {
  epoch: number;
  /** Last block before the epoch's end, at whose state positions count. */
  block: bigint;
  /** QTI units that the epoch shares out. */
  amount: bigint;
  /** Root that it adds to; `undefined` for the first. */
  previous: Hash | undefined;
};

/**
 * Writes the URI under which a bonus root is proposed. Pure.
 *
 * @param source - {@link StakingBonusSource}
 * @returns For the proposal of a root.
 *
 * @example
 * ```ts
 * const uri = stakingBonusUri({ epoch: 2_950, block: 1_234n, amount, previous: undefined });
 * ```
 */
export function stakingBonusUri({ epoch, block, amount, previous }: StakingBonusSource): string {
  return `${stakingBonusRule}?epoch=${epoch}&block=${block}&amount=${amount}&previous=${previous ?? "0x0"}`;
}

const uriPattern =
  /^qti:staking-bonus\/v1\?epoch=(\d{1,9})&block=(\d{1,18})&amount=(\d{1,30})&previous=(0x0|0x[0-9a-f]{64})$/;

/**
 * Reads the URI of a bonus root. Pure.
 *
 * @param uri - Of a root.
 * @returns {@link StakingBonusSource}, or `undefined` when it is of another rule.
 *
 * @example
 * ```ts
 * const source = parseStakingBonusUri(uri);
 * if (source) console.log(source.epoch, source.block);
 * ```
 */
export function parseStakingBonusUri(uri: string): StakingBonusSource | undefined {
  const [, epoch, block, amount, previous] = uriPattern.exec(uri) ?? [];
  if (epoch === undefined || block === undefined || amount === undefined) return undefined;
  return {
    epoch: Number(epoch),
    block: BigInt(block),
    amount: BigInt(amount),
    previous: previous === "0x0" || previous === zeroHash ? undefined : (previous as Hash),
  };
}
