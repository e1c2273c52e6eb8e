import { merkleDistributorAbi, stakingPoolAbi } from "@qti/sdk/abis";
import type { Api } from "@qti/sdk/exchange/book";
import {
  bonusEpochSeconds,
  buildCampaignTree,
  type CampaignLeaf,
  type CampaignTree,
  campaignLimits,
  getCampaignTree,
  parseStakingBonusUri,
  publishCampaignTree,
  stakingBonusLeaves,
  stakingBonusRule,
  stakingBonusUri,
} from "@qti/sdk/rewards/campaigns";
import { type Address, type Hash, numberToHex, zeroHash } from "viem";
import type { Index } from "../core/index.ts";
import { Job, type JobDeps } from "../core/job.ts";
import { chainNow, lastBlockBefore } from "../core/moment.ts";
import { readPositions, readProposals } from "./bonusIndex.ts";

/** As far ahead as the contract allows, less a day for a chain whose clock runs ahead of the block that it lands in. */
const campaignSeconds = 3_649 * 86_400;
/** A root needs thirty days until the end when it is activated, and a day until then. */
const leastLeft = 32 * 86_400;

/** By which the campaign is known: whoever wants to find it, and this keeper after a restart, looks for this text. */
export const bonusCampaignUri = `data:application/json,${encodeURIComponent(
  JSON.stringify({
    name: "Staking bonus",
    description: "Shared out each week among positions that were locked all week.",
    rule: stakingBonusRule,
  }),
)}`;

export type BonusPayerDeps = JobDeps & {
  index: Index;
  /** Signed in as the keeper, which holds REWARDS_OPERATOR. */
  api: Api;
  merkleDistributor: Address;
  stakingPool: Address;
  /** QTI units that an epoch shares out. */
  amount: bigint;
  confirmations: number;
  /** Publishes nothing either. */
  dryRun: boolean;
};

/** The campaign, and the root that counts in it. */
type Found = { campaignId: bigint; funded: bigint; root: Hash };

/** What is to be proposed. */
type Plan = { tree: CampaignTree; uri: string };

/**
 * Pays staking bonuses by the rule "qti:staking-bonus/v1": one campaign, and in it one root an epoch, each beyond the one
 * before. Every step asks the chain first what is there already, and a call is in the journal before it is sent: whenever this
 * is killed, the next round goes on where the chain stands. What a guardian vetoed is never proposed again.
 */
export function createBonusPayer(deps: BonusPayerDeps) {
  const { client, index, api, log, merkleDistributor, stakingPool, amount, confirmations, dryRun } = deps;
  const job = new Job("bonus", deps);
  const distributor = { address: merkleDistributor, abi: merkleDistributorAbi } as const;
  const chainId = client.chain.id;
  let known: bigint | undefined;
  /** Epochs in which nobody took part: what is over does not change. */
  const nobody = new Set<number>();
  /** Epoch whose list is too long, of which was told. */
  let tooLong: number | undefined;

  return { round: () => job.round(pay) };

  async function pay(): Promise<void> {
    const head = await client.getBlockNumber({ cacheTime: 0 });
    // An index that is behind might not know what was proposed or vetoed.
    if (!(await index.reaches(head))) return;
    const now = await chainNow(client);
    const campaign = await findCampaign(now);
    if (campaign === undefined) {
      const args = [now + campaignSeconds, bonusCampaignUri] as const;
      await job.send({ ...distributor, functionName: "createCampaign", subject: stakingBonusRule, args });
      return;
    }
    const subject = subjectOf(campaign.campaignId);
    const pending = await client.readContract({
      ...distributor,
      functionName: "pendingRootOf",
      args: [subject],
    });
    // It waits for its day; whoever activates roots will activate it.
    if (pending.readyAt !== 0) return;
    const plan = await nextRoot(campaign, now);
    if (plan === undefined) return;
    await propose(campaign, plan);
  }

  /** The first campaign of this name that still takes a root. */
  async function findCampaign(now: number): Promise<Found | undefined> {
    const count = await client.readContract({ ...distributor, functionName: "campaignCount" });
    for (let campaignId = known ?? 0n; campaignId < count; campaignId += 1n) {
      const { uri, closed, endsAt, funded, root } = await client.readContract({
        ...distributor,
        functionName: "campaignOf",
        args: [campaignId],
      });
      if (uri !== bonusCampaignUri || closed || endsAt < now + leastLeft) continue;
      known = campaignId;
      return { campaignId, funded, root };
    }
    // A campaign that has ended, or a chain that began again.
    known = undefined;
    return undefined;
  }

  /** The root of the first epoch that has ended, is not paid, and has somebody to pay. */
  async function nextRoot(campaign: Found, now: number): Promise<Plan | undefined> {
    const { campaignId, root } = campaign;
    const previous = root === zeroHash ? undefined : root;
    const proposals = await readProposals(index, merkleDistributor, subjectOf(campaignId));
    const paid = previous === undefined ? undefined : epochOf(proposals, previous);
    const lastEnded = Math.floor(now / bonusEpochSeconds) - 1;
    if (previous !== undefined && paid === undefined) {
      log.error(
        { campaignId: String(campaignId), root },
        "the root that counts is of another rule; no bonus is paid",
      );
      return undefined;
    }
    // Nobody was promised anything for the time before: the first epoch is the last that has ended.
    const first = paid === undefined ? lastEnded : paid + 1;
    const leaves = previous === undefined ? [] : await leavesOf(previous);
    for (let epoch = first; epoch <= lastEnded; epoch += 1) {
      if (deps.signal.aborted) return undefined;
      if (nobody.has(epoch)) continue;
      const plan = await rootOf(campaignId, epoch, { root: previous, leaves });
      if (plan === "later") return undefined;
      if (plan === undefined) {
        nobody.add(epoch);
        continue;
      }
      if (proposals.some((each) => each.root === plan.tree.root && each.state === "VETOED")) {
        log.error(
          { epoch, root: plan.tree.root },
          "the bonus of this epoch was vetoed; an operator has to look",
        );
        return undefined;
      }
      return plan;
    }
    return undefined;
  }

  /** Undefined where nobody gets anything, "later" where the epoch's last block is not final, or its list cannot be published. */
  async function rootOf(
    campaignId: bigint,
    epoch: number,
    before: { root: Hash | undefined; leaves: readonly CampaignLeaf[] },
  ): Promise<Plan | undefined | "later"> {
    const block = await lastBlockBefore(client, (epoch + 1) * bonusEpochSeconds);
    if (block === undefined) return undefined;
    const head = await client.getBlockNumber({ cacheTime: 0 });
    if (head - block + 1n < BigInt(confirmations)) return "later";
    const locks = await client.readContract({
      address: stakingPool,
      abi: stakingPoolAbi,
      functionName: "locks",
    });
    const durations = locks.map(({ duration }) => duration);
    const beginning = epoch * bonusEpochSeconds;
    const positions = await readPositions(index, { block, beginning, durations });
    const bonus = stakingBonusLeaves({ epoch, amount, positions, previous: before.leaves });
    if (bonus.added === 0n) return undefined;
    const accounts = bonus.leaves.length;
    if (accounts > campaignLimits.leaves) {
      if (tooLong !== epoch)
        log.error(
          { campaignId: String(campaignId), epoch, accounts, limit: campaignLimits.leaves },
          "the bonus list of this epoch has more accounts than the api publishes; no bonus is paid, everything else goes on, an operator has to look",
        );
      tooLong = epoch;
      return "later";
    }
    const { positions: counting, tooSmall, added } = bonus;
    log.info(
      { epoch, block: String(block), positions: counting, tooSmall, added: String(added) },
      "bonus reckoned",
    );
    return {
      tree: buildCampaignTree({
        chainId,
        distributor: merkleDistributor,
        campaignId,
        leaves: bonus.leaves,
      }),
      uri: stakingBonusUri({ epoch, block, amount, previous: before.root }),
    };
  }

  async function leavesOf(root: Hash): Promise<readonly CampaignLeaf[]> {
    const { claims } = await getCampaignTree(api, {
      root,
      chainId,
      distributor: merkleDistributor,
      signal: deps.signal,
    });
    return claims;
  }

  /** Leaves first, so that anyone can recompute the root as soon as it is proposed; then money; then the root. */
  async function propose({ campaignId, funded }: Found, { tree, uri }: Plan): Promise<void> {
    const { root, total, claims } = tree;
    if (dryRun) {
      log.info({ root, total: String(total), accounts: claims.length, uri }, "would propose");
      return;
    }
    const leaves = claims.map(({ account, cumulative }) => ({ account, cumulative }));
    await publishCampaignTree(api, { campaignId, root, leaves, signal: deps.signal });
    if (total > funded) {
      const args = [campaignId, total - funded] as const;
      const given = await job.send({ ...distributor, functionName: "fundCampaign", subject: root, args });
      if (!given) return;
    }
    const args = [campaignId, root, total, uri] as const;
    await job.send({ ...distributor, functionName: "proposeRoot", subject: root, args });
  }
}

const subjectOf = (campaignId: bigint): Hash => numberToHex(campaignId, { size: 32 });

/** Which epoch a root paid, by the URI under which it was proposed. */
function epochOf(proposals: readonly { root: Hash; uri: string }[], root: Hash): number | undefined {
  const uri = proposals.find((each) => each.root === root)?.uri;
  return uri === undefined ? undefined : parseStakingBonusUri(uri)?.epoch;
}
