import { getAddress } from "viem";
import * as z from "zod/mini";
import { schema } from "../core/schema.ts";
import { CampaignQueryError } from "../errors/campaignQuery.ts";
import type { SubgraphClient, SubgraphOptions } from "../subgraph/createSubgraphClient.ts";
import type { CampaignQueryRow, CampaignQuerySource } from "./campaignQuery.ts";

/** Parameters of {@link readCampaignQuery}. */
export type ReadCampaignQueryParameters = SubgraphOptions &
  Pick<CampaignQuerySource, "query" | "block" | "share">;

/** Most that the index answers at once. */
const page = 1_000;
const most = 100_000;

const address = () => z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/));
const answer = /* @__PURE__ */ schema(() => z.object({ rows: z.array(z.unknown()) }));
/** Integers arrive as `bigint` where the client knows the name of their field, else as digits or numbers. */
const row = /* @__PURE__ */ schema(() =>
  z.object({
    id: z.string().check(z.regex(/^0x[0-9a-fA-F]*$/)),
    account: z.union([address(), z.object({ id: address() })]),
    amount: z.optional(z.union([z.bigint(), z.int(), z.string().check(z.regex(/^\d{1,78}$/))])),
  }),
);

/**
 * Asks the index a query of the rule "qti:campaign-query/v1" as of one block, to its last page. What it answers is checked row by
 * row.
 *
 * The query names one list `rows` and says `block: $block` (`Block_height`) in it. Of each row it asks an `id`, an `account` (an
 * address, or something with the address as its `id`), and but for equal shares an `amount`. A list that is ordered by `id` and
 * filtered by `id_gt: $after` (`Bytes`) is read page by page until one is empty; one without is asked once.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link ReadCampaignQueryParameters}
 * @returns A list of `CampaignQueryRow`, in the order of the index.
 * @throws {@link CampaignQueryError} naming the first row that cannot be read, or what the query lacks.
 * @throws {@link SubgraphQueryError} when the index does not understand the query, or has not come to the block.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const query = `query ($block: Block_height!, $after: Bytes!) {
 *   rows: poolStakers(block: $block, first: 1000, orderBy: id, where: { id_gt: $after }) { id account { id } amount }
 * }`;
 * const rows = await readCampaignQuery(subgraph, { query, block: 1_234n, share: "proRata" });
 * ```
 */
export async function readCampaignQuery(
  subgraph: SubgraphClient,
  { query, block, share, signal }: ReadCampaignQueryParameters,
): Promise<readonly CampaignQueryRow[]> {
  if (!/\bblock\s*:\s*\$block\b/.test(query)) throw new CampaignQueryError("block");
  const paged = /\$after\b/.test(query);
  const rows: CampaignQueryRow[] = [];
  let after = "0x";
  for (;;) {
    const variables = { block: { number: Number(block) }, ...(paged ? { after } : {}) };
    const { data } = answer().safeParse(
      await subgraph.request<unknown, typeof variables>({ query }, variables, { signal }),
    );
    if (data === undefined) throw new CampaignQueryError("rows");
    for (const found of data.rows) {
      const { id, account, amount } = toRow(found, rows.length + 1);
      if (paged && id <= after) throw new CampaignQueryError("order", rows.length + 1);
      if (amount === undefined && share !== "equal") throw new CampaignQueryError("amount", rows.length + 1);
      after = id;
      rows.push({ account, amount: amount ?? 0n });
    }
    if (!paged && data.rows.length >= page) throw new CampaignQueryError("cut");
    if (rows.length > most) throw new CampaignQueryError("many");
    if (!paged || data.rows.length === 0) return rows;
  }
}

function toRow(found: unknown, number: number) {
  const { data, error } = row().safeParse(found);
  if (error) {
    const [field] = error.issues[0]?.path ?? [];
    throw new CampaignQueryError(field === "account" || field === "amount" ? field : "id", number);
  }
  const { id, account, amount } = data;
  const units = amount === undefined ? undefined : BigInt(amount);
  if (units !== undefined && units < 0n) throw new CampaignQueryError("amount", number);
  // Ids have the case of a checksum where they look like addresses; their order is that of the bytes.
  return {
    id: id.toLowerCase(),
    account: getAddress(typeof account === "string" ? account : account.id),
    amount: units,
  };
}
