import "@/lib/no-eval";
import {
  type CampaignLeaf,
  campaignLimits,
  campaignRule,
  parseCampaignCsv,
} from "@qti/sdk/rewards/campaigns";
import {
  type CampaignQueryShare,
  campaignQueryLeaves,
  campaignQueryUri,
  readCampaignQuery,
} from "@qti/sdk/rewards/queries";
import { getIndexedBlock, type SubgraphClient } from "@qti/sdk/subgraph";
import type { Address, Hash } from "viem";
import { readTree } from "@/lib/campaigns/check-root";
import { compareLists, type ListComparison } from "./compare-lists";
import { compactQuery } from "./query-examples";

/** What a list is made of. */
export type ListSource =
  | { kind: "csv"; text: string }
  | {
      kind: "query";
      query: string;
      share: CampaignQueryShare /** QTI units; 0 with a column. */;
      amount: bigint;
    };

/** Where a list is made, and for which campaign. */
export type ListParameters = {
  apiUrl: string;
  subgraph: SubgraphClient;
  chainId: number;
  distributor: Address;
  /** Root that the campaign pays by. */
  root: Hash | undefined;
  source: ListSource;
  /** Adds to the list that counts, instead of saying what everybody gets in all. */
  adds: boolean;
};

/** A list that can be published and proposed. */
export type BuiltList = {
  leaves: readonly CampaignLeaf[];
  /** Under which its root is proposed. */
  uri: string;
  /** Beside the list that counts. */
  comparison: ListComparison;
  /** Block of a query; `undefined` of a table. */
  block: bigint | undefined;
  /** Rows whose account stood in a row before: their amounts were summed. */
  repeated: number;
  /** A query without pages was asked once. */
  askedOnce: boolean;
  /** Most accounts that the service publishes. */
  most: number;
};

/** Making a list came to this: it, or that the list which it has to be seen against was never published. */
export type ListResult = { result: "built"; list: BuiltList } | { result: "previousMissing" };

/** Makes a list of a table or of a query, and lays it beside the one that counts. Nothing is published by it. */
export async function buildList(parameters: ListParameters): Promise<ListResult> {
  const { apiUrl, chainId, distributor, root, adds } = parameters;
  const before = root ? await readTree(apiUrl, { root, chainId, distributor }) : undefined;
  if (root && !before) return { result: "previousMissing" };
  const previous = (before?.claims ?? []).map(({ account, cumulative }) => ({ account, cumulative }));
  const made = await make(parameters, adds ? previous : []);
  const comparison = compareLists(previous, made.leaves);
  return { result: "built", list: { ...made, comparison, most: campaignLimits.leaves } };
}

type Made = Omit<BuiltList, "comparison" | "most">;

async function make(
  { subgraph, root, source, adds }: ListParameters,
  previous: readonly CampaignLeaf[],
): Promise<Made> {
  if (source.kind === "csv") {
    const rows = parseCampaignCsv(source.text).map(({ account, cumulative }) => ({
      account,
      amount: cumulative,
    }));
    const { leaves } = campaignQueryLeaves({ rows, share: "column", amount: 0n, previous });
    return { leaves, uri: campaignRule, block: undefined, repeated: 0, askedOnce: false };
  }
  const { share, amount } = source;
  const query = compactQuery(source.query);
  const { number: block } = await getIndexedBlock(subgraph);
  const uri = campaignQueryUri({ block, share, amount, previous: adds ? root : undefined, query });
  const rows = await readCampaignQuery(subgraph, { query, block, share });
  const { leaves, repeated } = campaignQueryLeaves({ rows, share, amount, previous });
  return { leaves, uri, block, repeated, askedOnce: !query.includes("$after") };
}
