import type { Address } from "viem";
import type { AssetState } from "../assets/terms.ts";
import { type Asset_Filter, assetsDocument } from "../generated/graphql.ts";
import { type IndexedAsset, toIndexedAsset } from "./asset.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getAssets}. */
export type GetAssetsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    /** Part of the name or the symbol, in any case. */
    search?: string | undefined;
    state?: Exclude<AssetState, "none"> | undefined;
    issuer?: Address | undefined;
  };

const states = { draft: "DRAFT", active: "ACTIVE", matured: "MATURED", retired: "RETIRED" } as const;

/**
 * Lists assets, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetAssetsParameters}
 * @returns A page of {@link IndexedAsset}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items, next } = await getAssets(subgraph, { first: 20, search: "harbour" });
 * ```
 */
export async function getAssets(
  subgraph: SubgraphClient,
  parameters: GetAssetsParameters = {},
): Promise<Page<IndexedAsset, bigint>> {
  const { first = PAGE, after, search, state, issuer, signal } = parameters;
  // graph-node takes `or` beside other filters only as members of one `and`.
  const and: Asset_Filter[] = [];
  if (after !== undefined) and.push({ assetId_lt: after });
  if (state) and.push({ state: states[state] });
  if (issuer) and.push({ issuer: issuer.toLowerCase() });
  if (search) and.push({ or: [{ name_contains_nocase: search }, { symbol_contains_nocase: search }] });
  const { assets } = await subgraph.request(assetsDocument, { first, where: { and } }, { signal });
  return toPage(assets, first, toIndexedAsset, ({ assetId }) => assetId);
}
