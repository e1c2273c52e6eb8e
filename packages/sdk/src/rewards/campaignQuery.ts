import { type Address, getAddress, type Hash } from "viem";
import { CampaignQueryError } from "../errors/campaignQuery.ts";
import type { CampaignLeaf } from "./campaignTree.ts";

/** Name of the rule by which a query of the index makes a list. */
export const campaignQueryRule = "qti:campaign-query/v1";

/**
 * How amounts come from rows. `column`: each row's amount, in QTI units. `equal`: a total in equal parts, one an account.
 * `proRata`: a total by the amounts of the rows.
 */
export const campaignQueryShares = ["column", "equal", "proRata"] as const;
/** One of {@link campaignQueryShares}. */
export type CampaignQueryShare = (typeof campaignQueryShares)[number];

/** What the URI of such a root says: all that is needed to compute it again. */
export type CampaignQuerySource = {
  /** Block at whose state the query is asked. */
  block: bigint;
  share: CampaignQueryShare;
  /** QTI units that are shared out; 0 with `column`. */
  amount: bigint;
  /** Root to whose leaves the shares are added; `undefined` when they are all that anybody gets. */
  previous: Hash | undefined;
  /** GraphQL, as `readCampaignQuery` asks it. */
  query: string;
};

/** Most characters of a URI that the index keeps. */
const uriLimit = 2_048;

/**
 * Writes the URI under which the root of a query is proposed: the query itself and its block are in it, so that nobody has to be
 * asked for them. Pure.
 *
 * @param source - {@link CampaignQuerySource}
 * @returns For the proposal of a root.
 * @throws {@link CampaignQueryError} when it would be longer than 2,048 characters.
 *
 * @example
 * ```ts
 * const query = "query ($block: Block_height!) { rows: poolStakers(block: $block) { id account { id } amount } }";
 * const uri = campaignQueryUri({ block: 1_234n, share: "proRata", amount, previous: undefined, query });
 * ```
 */
export function campaignQueryUri({ block, share, amount, previous, query }: CampaignQuerySource): string {
  const parameters = new URLSearchParams({
    block: `${block}`,
    share,
    amount: `${amount}`,
    previous: previous ?? "0x0",
    query,
  });
  const uri = `${campaignQueryRule}?${parameters}`;
  if (uri.length > uriLimit) throw new CampaignQueryError("long");
  return uri;
}

/**
 * Reads the URI of the root of a query. Pure.
 *
 * @param uri - Of a root.
 * @returns {@link CampaignQuerySource}, or `undefined` when it is of another rule.
 *
 * @example
 * ```ts
 * const source = parseCampaignQueryUri(uri);
 * if (source) console.log(source.block, source.query);
 * ```
 */
export function parseCampaignQueryUri(uri: string): CampaignQuerySource | undefined {
  if (!uri.startsWith(`${campaignQueryRule}?`)) return undefined;
  const parameters = new URLSearchParams(uri.slice(campaignQueryRule.length + 1));
  const text = (name: string, pattern: RegExp) => pattern.exec(parameters.get(name) ?? "")?.[0];
  const block = text("block", /^\d{1,18}$/);
  const amount = text("amount", /^\d{1,30}$/);
  const previous = text("previous", /^0x(0|[0-9a-f]{64})$/);
  const share = campaignQueryShares.find((each) => each === parameters.get("share"));
  const query = parameters.get("query");
  if (block === undefined || amount === undefined || previous === undefined || !share || !query)
    return undefined;
  return {
    block: BigInt(block),
    share,
    amount: BigInt(amount),
    previous: previous === "0x0" ? undefined : (previous as Hash),
    query,
  };
}

/** A row of the answer. */
export type CampaignQueryRow = { account: Address; amount: bigint };

/** Parameters of {@link campaignQueryLeaves}. */
export type CampaignQueryParameters = Pick<CampaignQuerySource, "share" | "amount"> & {
  /** From `readCampaignQuery`. */
  rows: readonly CampaignQueryRow[];
  /** Leaves of the root that it adds to; none where it adds to none. */
  previous: readonly CampaignLeaf[];
};

/** What a query adds, as the campaign's next tree has it. */
export type CampaignQueryLeaves = {
  /** For `buildCampaignTree`: what everybody gets in all. */
  leaves: readonly CampaignLeaf[];
  /** QTI units that it adds: at most its amount, as each share is rounded down. */
  added: bigint;
  /** Rows whose account stood in a row before: their amounts were summed. */
  repeated: number;
};

/**
 * Makes leaves out of rows by the rule "qti:campaign-query/v1". Pure: everybody who has the rows comes to the same leaves.
 *
 * The rule: amounts of rows of one account are summed. A share is that sum (`column`), floor(amount / accounts) (`equal`) or
 * floor(amount * sum / sum of all) (`proRata`). An account gets its share beyond what it had by the root before; who would get
 * nothing is left out.
 *
 * @param parameters - {@link CampaignQueryParameters}
 * @returns {@link CampaignQueryLeaves}
 * @throws {@link CampaignQueryError} when nobody gets anything.
 *
 * @example
 * ```ts
 * const source = parseCampaignQueryUri(uri);
 * if (source) {
 *   const rows = await readCampaignQuery(subgraph, source);
 *   const { leaves } = campaignQueryLeaves({ ...source, rows, previous: [] });
 * }
 * ```
 */
export function campaignQueryLeaves({
  rows,
  share,
  amount,
  previous,
}: CampaignQueryParameters): CampaignQueryLeaves {
  const sums = new Map<Address, bigint>();
  for (const row of rows) {
    const account = getAddress(row.account);
    sums.set(account, (sums.get(account) ?? 0n) + row.amount);
  }
  const whole = [...sums.values()].reduce((total, sum) => total + sum, 0n);
  const shareOf = (sum: bigint): bigint => {
    if (share === "column") return sum;
    if (share === "equal") return amount / BigInt(sums.size);
    return whole === 0n ? 0n : (amount * sum) / whole;
  };
  const cumulative = new Map(previous.map((leaf) => [getAddress(leaf.account), leaf.cumulative]));
  let added = 0n;
  for (const [account, sum] of sums) {
    const part = shareOf(sum);
    added += part;
    if (part > 0n) cumulative.set(account, (cumulative.get(account) ?? 0n) + part);
  }
  if (added === 0n) throw new CampaignQueryError("nobody");
  const leaves = [...cumulative].map(([account, total]) => ({ account, cumulative: total }));
  return { leaves, added, repeated: rows.length - sums.size };
}
