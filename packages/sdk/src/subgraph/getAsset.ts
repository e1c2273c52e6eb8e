import type { Address, Hex } from "viem";
import type { AssetRules } from "../assets/terms.ts";
import { assetDocument } from "../generated/graphql.ts";
import { type IndexedAsset, toIndexedAsset } from "./asset.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

/** Parameters of {@link getAsset}. */
export type GetIndexedAssetParameters = SubgraphOptions & {
  /** Address of the share token. */
  asset: Address;
};

/** An asset with its rules and its history, newest first. */
export type GetIndexedAssetReturnType = IndexedAsset & {
  rules: (AssetRules & { blockedCountries: readonly number[] }) | undefined;
  documents: readonly { index: bigint; root: Hex; timestamp: bigint; transactionHash: Hex }[];
  valuations: readonly { valuation: bigint; timestamp: bigint; transactionHash: Hex }[];
};

/**
 * Reads one asset with its rules, documents and valuations.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetIndexedAssetParameters}
 * @returns {@link GetIndexedAssetReturnType}; `undefined` when the subgraph knows no such asset.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const asset = await getAsset(subgraph, { asset: address });
 * ```
 */
export async function getAsset(
  subgraph: SubgraphClient,
  parameters: GetIndexedAssetParameters,
): Promise<GetIndexedAssetReturnType | undefined> {
  const { asset: address, signal } = parameters;
  const { asset } = await subgraph.request(assetDocument, { id: address.toLowerCase() }, { signal });
  if (!asset) return undefined;
  const { rules, documents, valuations, ...fields } = asset;
  return {
    ...toIndexedAsset(fields),
    rules: rules
      ? { ...rules, maxHolders: Number(rules.maxHolders), lockedUntil: Number(rules.lockedUntil) }
      : undefined,
    documents,
    valuations,
  };
}
