import { ApiProblemError, CampaignQueryError } from "@qti/sdk/errors";
import {
  buildCampaignTree,
  type CampaignLeaf,
  type CampaignTree,
  getCampaignTree,
  parseStakingBonusUri,
  stakingBonusLeaves,
} from "@qti/sdk/rewards/campaigns";
import { campaignQueryLeaves, parseCampaignQueryUri, readCampaignQuery } from "@qti/sdk/rewards/queries";
import { getBonusPositions, type SubgraphClient } from "@qti/sdk/subgraph";
import type { Address, Hash } from "viem";

/** What recomputing a list here came to. */
export type RootCheck =
  /** By the rule that it names, from what the index says of a block. */
  | { result: "rule"; tree: CampaignTree; block: bigint }
  /** From the lines that its operator published. */
  | { result: "leaves"; tree: CampaignTree }
  | { result: "wrong" }
  /** Nobody published its lines, or those of the list that it adds to. */
  | { result: "missing" };

/** Where a list is read, and what it is called. */
export type RootToCheck = {
  apiUrl: string;
  subgraph: SubgraphClient;
  chainId: number;
  distributor: Address;
  campaignId: bigint;
  root: Hash;
  uri: string;
};

/** Computes a list again in this browser: by its rule where it names one, else from the lines that were published. */
export async function checkRoot(of: RootToCheck): Promise<RootCheck> {
  const { apiUrl, subgraph, chainId, distributor, campaignId, root, uri } = of;
  const read = (which: Hash) => readTree(apiUrl, { root: which, chainId, distributor });
  const rule = ruleOf(uri, subgraph);
  if (!rule) {
    const tree = await read(root);
    return tree ? { result: "leaves", tree } : { result: "missing" };
  }
  const before = rule.previous ? await read(rule.previous) : undefined;
  if (rule.previous && !before) return { result: "missing" };
  const leaves = await rule.leaves(before?.claims ?? []);
  if (leaves.length === 0) return { result: "wrong" };
  const tree = buildCampaignTree({ chainId, distributor, campaignId, leaves });
  return tree.root === root ? { result: "rule", tree, block: rule.block } : { result: "wrong" };
}

/** A rule by which a list was made: at which block, onto which list, and how. */
type Rule = {
  block: bigint;
  previous: Hash | undefined;
  leaves: (previous: readonly CampaignLeaf[]) => Promise<readonly CampaignLeaf[]>;
};

function ruleOf(uri: string, subgraph: SubgraphClient): Rule | undefined {
  const bonus = parseStakingBonusUri(uri);
  if (bonus)
    return {
      ...bonus,
      leaves: async (previous) => {
        const positions = await getBonusPositions(subgraph, { blockNumber: bonus.block });
        return stakingBonusLeaves({ ...bonus, positions, previous }).leaves;
      },
    };
  const query = parseCampaignQueryUri(uri);
  if (!query) return undefined;
  return {
    ...query,
    leaves: async (previous) => {
      try {
        return campaignQueryLeaves({ ...query, rows: await readCampaignQuery(subgraph, query), previous })
          .leaves;
      } catch (error) {
        // A query that makes no list made no root either.
        if (error instanceof CampaignQueryError) return [];
        throw error;
      }
    },
  };
}

/** The lines that were published for a root, which the SDK has computed again; nothing where there are none. */
export async function readTree(
  url: string,
  of: { root: Hash; chainId: number; distributor: Address },
): Promise<CampaignTree | undefined> {
  try {
    return await getCampaignTree({ url }, of);
  } catch (error) {
    if (error instanceof ApiProblemError && error.status === 404) return undefined;
    throw error;
  }
}
