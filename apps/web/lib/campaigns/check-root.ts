import { ApiProblemError, CampaignQueryError } from "@qti/sdk/errors";
import {
  bonusEpochSeconds,
  buildCampaignTree,
  type CampaignLeaf,
  type CampaignTree,
  getCampaignTree,
  parseStakingBonusUri,
  stakingBonusLeaves,
} from "@qti/sdk/rewards/campaigns";
import { campaignQueryLeaves, parseCampaignQueryUri, readCampaignQuery } from "@qti/sdk/rewards/queries";
import {
  getBonusPositions,
  getCampaignRoots,
  type IndexedCampaignRoot,
  type SubgraphClient,
} from "@qti/sdk/subgraph";
import { type Address, BlockNotFoundError, type Hash } from "viem";
import { getBlock, getTransaction } from "viem/actions";
import type { ReadClient } from "@/lib/transactions/flow";

/** What the list of a rule was made of, and who says so. What is checked of it, {@link checkRoot} says. */
export type RootFacts = {
  /** Block at whose state it was made, and its time in Unix seconds. */
  block: bigint;
  at: number;
  /** QTI units that whoever proposed it shares out: no rule decides that. */
  amount: bigint;
  /** Beginning and end of the epoch, in Unix seconds; `undefined` of a query. */
  epoch: { from: number; until: number } | undefined;
  /** It adds to the list that counted, and is not all that anybody gets. */
  adds: boolean;
};

/** Why a list is not what it says. */
export type RootFault =
  /** The lines give another root. */
  | "root"
  /** The lines add up to another total. */
  | "total"
  /** It adds to a list that did not count in this campaign when it was proposed. */
  | "previous"
  /** Its block is not the last before the end of its epoch, or none from before it was proposed. */
  | "block"
  /** A list of this campaign that counted before has its epoch, or a later one. */
  | "epoch";

/** What recomputing a list here came to; `proposedBy` sent the transaction that proposed it. */
export type RootCheck =
  /** By the rule that it names, from what the index says of a block. */
  | { result: "rule"; tree: CampaignTree; facts: RootFacts; proposedBy: Address }
  /** From the lines that its operator published. */
  | { result: "leaves"; tree: CampaignTree; proposedBy: Address }
  | { result: "wrong"; why: RootFault }
  /** Nobody published its lines, or those of the list that it adds to. */
  | { result: "missing" };

/** A proposal, and where it and its lines are read. */
export type RootToCheck = {
  apiUrl: string;
  subgraph: SubgraphClient;
  client: ReadClient;
  distributor: Address;
  campaignId: bigint;
  proposal: Pick<IndexedCampaignRoot, "root" | "uri" | "total" | "createdAt" | "transactionHash">;
};

/**
 * Computes a list again in this browser: by its rule where it names one, else from the lines that were published. Whoever
 * proposed it also wrote its URI, so nothing of that is believed but what only they decide: the amount, and the query. The list
 * that it adds to has to be the one that counted when it was proposed; the block of a bonus is the last of its epoch, and no
 * epoch comes twice.
 */
export async function checkRoot(of: RootToCheck): Promise<RootCheck> {
  const { apiUrl, subgraph, client, distributor, campaignId, proposal } = of;
  const { root, uri, total, transactionHash } = proposal;
  const chainId = client.chain.id;
  const read = (which: Hash) => readTree(apiUrl, { root: which, chainId, distributor });
  const proposedBy = async () => (await getTransaction(client, { hash: transactionHash })).from;
  const rule = ruleOf(uri, subgraph);
  if (!rule) {
    const tree = await read(root);
    if (!tree) return { result: "missing" };
    const why = tree.campaignId === campaignId ? faultOf(tree) : "root";
    return why ? { result: "wrong", why } : { result: "leaves", tree, proposedBy: await proposedBy() };
  }
  const earlier = countedBefore(await getCampaignRoots(subgraph, { campaignId }), proposal);
  if (rule.previous !== earlier[0]?.root && !(rule.mayStandAlone && rule.previous === undefined))
    return { result: "wrong", why: "previous" };
  if (rule.epoch && !isLater(rule.epoch.number, earlier)) return { result: "wrong", why: "epoch" };
  const at = await timeOfBlock(client, rule, Number(proposal.createdAt));
  if (at === undefined) return { result: "wrong", why: "block" };
  const before = rule.previous ? await read(rule.previous) : undefined;
  if (rule.previous && !before) return { result: "missing" };
  const { leaves, amount } = await rule.list(before?.claims ?? []);
  if (leaves.length === 0) return { result: "wrong", why: "root" };
  const tree = buildCampaignTree({ chainId, distributor, campaignId, leaves });
  const why = faultOf(tree);
  if (why) return { result: "wrong", why };
  const { block, epoch, previous } = rule;
  const facts = { block, at, amount, epoch, adds: previous !== undefined };
  return { result: "rule", tree, facts, proposedBy: await proposedBy() };

  function faultOf(tree: CampaignTree): RootFault | undefined {
    if (tree.root !== root) return "root";
    return tree.total === total ? undefined : "total";
  }
}

type Counted = Pick<IndexedCampaignRoot, "root" | "uri" | "state" | "createdAt">;

/** Lists that had counted when another was proposed, the newest first: while one waits, no other can be proposed. */
function countedBefore(
  roots: readonly Counted[],
  { createdAt }: Pick<IndexedCampaignRoot, "createdAt">,
): readonly Counted[] {
  return roots.filter((each) => each.state === "ACTIVE" && each.createdAt < createdAt);
}

function isLater(epoch: number, earlier: readonly Counted[]): boolean {
  return earlier.every(({ uri }) => (parseStakingBonusUri(uri)?.epoch ?? -1) < epoch);
}

/** Time of a rule's block, in Unix seconds; `undefined` where it is not the one that the rule asks for. */
async function timeOfBlock(
  client: ReadClient,
  { block, epoch }: Pick<Rule, "block" | "epoch">,
  proposedAt: number,
): Promise<number | undefined> {
  const timeOf = async (blockNumber: bigint) => {
    try {
      return Number((await getBlock(client, { blockNumber })).timestamp);
    } catch (error) {
      if (error instanceof BlockNotFoundError) return undefined;
      throw error;
    }
  };
  const at = await timeOf(block);
  if (at === undefined || at > proposedAt) return undefined;
  if (!epoch) return at;
  const next = await timeOf(block + 1n);
  return at < epoch.until && next !== undefined && next >= epoch.until ? at : undefined;
}

/** A rule by which a list was made: at which block, onto which list, and how. */
type Rule = {
  block: bigint;
  previous: Hash | undefined;
  /** It need not add to the list that counts: what it says may be all that anybody gets. */
  mayStandAlone: boolean;
  epoch: { number: number; from: number; until: number } | undefined;
  list: (previous: readonly CampaignLeaf[]) => Promise<{ leaves: readonly CampaignLeaf[]; amount: bigint }>;
};

function ruleOf(uri: string, subgraph: SubgraphClient): Rule | undefined {
  const bonus = parseStakingBonusUri(uri);
  if (bonus) {
    const { block, previous, epoch: number, amount } = bonus;
    const from = number * bonusEpochSeconds;
    return {
      block,
      previous,
      mayStandAlone: false,
      epoch: { number, from, until: from + bonusEpochSeconds },
      list: async (before) => {
        const positions = await getBonusPositions(subgraph, { blockNumber: block });
        return { amount, leaves: stakingBonusLeaves({ ...bonus, positions, previous: before }).leaves };
      },
    };
  }
  const query = parseCampaignQueryUri(uri);
  if (!query) return undefined;
  return {
    block: query.block,
    previous: query.previous,
    mayStandAlone: true,
    epoch: undefined,
    list: async (previous) => {
      try {
        const rows = await readCampaignQuery(subgraph, query);
        const { leaves, added: amount } = campaignQueryLeaves({ ...query, rows, previous });
        return { leaves, amount };
      } catch (error) {
        // A query that makes no list made no root either.
        if (error instanceof CampaignQueryError) return { leaves: [], amount: 0n };
        throw error;
      }
    },
  };
}

/** The lines that were published for a root, which the SDK has computed again; nothing where there are none. */
export async function readTree(
  url: string,
  of: { root: Hash; chainId: number; distributor: Address },
): Promise<(CampaignTree & { campaignId: bigint }) | undefined> {
  try {
    return await getCampaignTree({ url }, of);
  } catch (error) {
    if (error instanceof ApiProblemError && error.status === 404) return undefined;
    throw error;
  }
}
