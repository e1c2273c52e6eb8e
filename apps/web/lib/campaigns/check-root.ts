import { ApiProblemError } from "@qti/sdk/errors";
import {
  buildCampaignTree,
  type CampaignTree,
  getCampaignTree,
  parseStakingBonusUri,
  stakingBonusLeaves,
} from "@qti/sdk/rewards/campaigns";
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
  const read = (which: Hash) => published(apiUrl, { root: which, chainId, distributor });
  const bonus = parseStakingBonusUri(uri);
  if (!bonus) {
    const tree = await read(root);
    return tree ? { result: "leaves", tree } : { result: "missing" };
  }
  const before = bonus.previous ? await read(bonus.previous) : undefined;
  if (bonus.previous && !before) return { result: "missing" };
  const positions = await getBonusPositions(subgraph, { blockNumber: bonus.block });
  const { leaves } = stakingBonusLeaves({ ...bonus, positions, previous: before?.claims ?? [] });
  if (leaves.length === 0) return { result: "wrong" };
  const tree = buildCampaignTree({ chainId, distributor, campaignId, leaves });
  return tree.root === root ? { result: "rule", tree, block: bonus.block } : { result: "wrong" };
}

/** The lines that were published for a root, which the SDK has computed again; nothing where there are none. */
async function published(
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
