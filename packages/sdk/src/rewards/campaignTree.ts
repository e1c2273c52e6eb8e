import { type Address, encodeAbiParameters, getAddress, type Hash, keccak256 } from "viem";
import { merkleLevels, merkleProof } from "../core/merkleTree.ts";
import { CampaignTreeError } from "../errors/campaignTree.ts";

/** Name of the rule by which this module makes a tree out of leaves. */
export const campaignRule = "qti:campaign/v1";

/** What an account gets of a campaign in all, counted from its beginning. */
export type CampaignLeaf = { account: Address /** QTI units (18 decimals). */; cumulative: bigint };

/** Parameters of {@link buildCampaignTree}. */
export type CampaignTreeParameters = {
  chainId: number;
  /** Address of the `MerkleDistributor`. */
  distributor: Address;
  campaignId: bigint;
  /** In any order. */
  leaves: readonly CampaignLeaf[];
};

/** One account's part, as `claimCampaign` takes it. */
export type CampaignClaim = CampaignLeaf & { proof: readonly Hash[] };

/** Who gets how much, and the root that commits to it. */
export type CampaignTree = {
  root: Hash;
  /** Sum of all leaves: what the campaign has to be funded with. */
  total: bigint;
  /** Ascending by address. */
  claims: readonly CampaignClaim[];
};

/**
 * Makes the tree of a campaign by the rule "qti:campaign/v1". Pure: everybody who knows the leaves comes to the same root.
 *
 * The rule: one leaf an account, each above zero, in ascending order of the addresses. Leaves are hashed as
 * `IMerkleDistributor` says; neighbours are paired from the left, sorted, and hashed; the last of an odd number moves up
 * unchanged.
 *
 * @param parameters - {@link CampaignTreeParameters}
 * @returns {@link CampaignTree}
 * @throws {@link CampaignTreeError} when there is no leaf, one of nothing, or two of one account.
 *
 * @example
 * ```ts
 * const tree = buildCampaignTree({ chainId, distributor, campaignId, leaves: [{ account, cumulative: 5n * 10n ** 18n }] });
 * console.log(tree.root, tree.total);
 * ```
 */
export function buildCampaignTree({
  chainId,
  distributor,
  campaignId,
  leaves,
}: CampaignTreeParameters): CampaignTree {
  const sorted = inOrder(leaves);
  const levels = merkleLevels(
    sorted.map((leaf) => campaignLeaf({ chainId, distributor, campaignId, ...leaf })),
  );
  return {
    root: levels.at(-1)?.[0] ?? "0x",
    total: sorted.reduce((sum, { cumulative }) => sum + cumulative, 0n),
    claims: sorted.map((leaf, index) => ({ ...leaf, proof: merkleProof(levels, index) })),
  };
}

/**
 * Finds what one account gets in a tree. Pure.
 *
 * @param tree - From {@link buildCampaignTree}.
 * @param account - Whose.
 * @returns {@link CampaignClaim}, or `undefined` when it gets nothing.
 *
 * @example
 * ```ts
 * const claim = campaignClaimOf(buildCampaignTree({ chainId, distributor, campaignId, leaves }), account);
 * ```
 */
export function campaignClaimOf({ claims }: CampaignTree, account: Address): CampaignClaim | undefined {
  const whose = getAddress(account);
  return claims.find((claim) => claim.account === whose);
}

/** What {@link campaignLeaf} hashes. */
export type CampaignLeafParameters = CampaignLeaf & {
  chainId: number;
  distributor: Address;
  campaignId: bigint;
};

/**
 * Leaf of an account, hashed twice so that no inner node can pass for one. Pure; the same as the contract's `leafOf`.
 *
 * @param parameters - {@link CampaignLeafParameters}
 * @returns 32 bytes.
 *
 * @example
 * ```ts
 * const leaf = campaignLeaf({ chainId, distributor, campaignId: 0n, account, cumulative });
 * ```
 */
export function campaignLeaf(parameters: CampaignLeafParameters): Hash {
  const { chainId, distributor, campaignId, account, cumulative } = parameters;
  const types = ["uint256", "address", "uint256", "address", "uint256"].map((type) => ({ type }));
  return keccak256(
    keccak256(encodeAbiParameters(types, [BigInt(chainId), distributor, campaignId, account, cumulative])),
  );
}

function inOrder(leaves: readonly CampaignLeaf[]): CampaignLeaf[] {
  if (leaves.length === 0) throw new CampaignTreeError("nobody");
  const found = new Map<Address, bigint>();
  for (const { account, cumulative } of leaves) {
    const whose = getAddress(account);
    if (found.has(whose)) throw new CampaignTreeError("twice", whose);
    if (cumulative <= 0n) throw new CampaignTreeError("nothing", whose);
    found.set(whose, cumulative);
  }
  return [...found]
    .map(([account, cumulative]) => ({ account, cumulative }))
    .sort((a, b) => (a.account.toLowerCase() < b.account.toLowerCase() ? -1 : 1));
}
