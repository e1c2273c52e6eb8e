import { type Address, getAddress, pad, toHex } from "viem";
import { describe, expect, test, vi } from "vitest";
import { createSubgraphClient } from "../subgraph/createSubgraphClient.ts";
import {
  type CampaignQuerySource,
  campaignQueryLeaves,
  campaignQueryUri,
  parseCampaignQueryUri,
} from "./campaignQuery.ts";
import { readCampaignQuery } from "./readCampaignQuery.ts";

const low = (number: number) => pad(toHex(number), { size: 20 });
const at = (number: number): Address => getAddress(low(number));
const row = (account: number, amount: bigint) => ({ account: at(account), amount });

const query = `query ($block: Block_height!, $after: Bytes!) {
  rows: poolStakers(block: $block, orderBy: id, where: { id_gt: $after, amount_gt: "0" }) { id account { id } amount }
}`;
const once =
  "query ($block: Block_height!) { rows: poolStakers(block: $block, first: 5) { id account { id } amount } }";

describe("campaignQueryLeaves", () => {
  const rows = [row(3, 300n), row(1, 100n), row(3, 200n)];

  test("default", () => {
    const previous = [
      { account: at(1), cumulative: 5n },
      { account: at(9), cumulative: 7n },
    ];
    expect(campaignQueryLeaves({ rows, share: "proRata", amount: 1_000n, previous })).toEqual({
      leaves: [
        { account: at(1), cumulative: 171n },
        { account: at(9), cumulative: 7n },
        { account: at(3), cumulative: 833n },
      ],
      added: 999n,
      repeated: 1,
    });
  });

  test("behavior: a column is what each gets, summed over its rows", () => {
    const { leaves, added } = campaignQueryLeaves({ rows, share: "column", amount: 0n, previous: [] });
    expect(leaves).toEqual([
      { account: at(3), cumulative: 500n },
      { account: at(1), cumulative: 100n },
    ]);
    expect(added).toBe(600n);
  });

  test("behavior: equal shares count accounts and not rows", () => {
    const { leaves } = campaignQueryLeaves({ rows, share: "equal", amount: 101n, previous: [] });
    expect(leaves.map(({ cumulative }) => cumulative)).toEqual([50n, 50n]);
  });

  test("behavior: who would get nothing is left out", () => {
    const { leaves } = campaignQueryLeaves({
      rows: [row(1, 0n), row(2, 5n)],
      share: "column",
      amount: 0n,
      previous: [],
    });
    expect(leaves).toEqual([{ account: at(2), cumulative: 5n }]);
  });

  test.each([
    ["there are no rows", [], "equal", 10n],
    ["all have nothing", [row(1, 0n)], "proRata", 10n],
    ["the total is too small for a unit each", [row(1, 1n), row(2, 1n)], "equal", 1n],
  ] as const)("error: CampaignQueryError when %s", (_, given, share, amount) => {
    expect(() => campaignQueryLeaves({ rows: given, share, amount, previous: [] })).toThrow(
      expect.objectContaining({ name: "CampaignQueryError", reason: "nobody" }),
    );
  });
});

describe("campaignQueryUri", () => {
  const source: CampaignQuerySource = {
    block: 1_234n,
    share: "proRata",
    amount: 10n ** 21n,
    previous: `0x${"ab".repeat(32)}`,
    query,
  };

  test.each([
    ["adds to a root", source],
    ["stands alone", { ...source, previous: undefined, share: "column", amount: 0n }],
    ["has signs that links use", { ...source, query: 'a & b = c + d # "e" ü %20' }],
  ] as const)("behavior: one that %s is read as it was written", (_, each) => {
    expect(parseCampaignQueryUri(campaignQueryUri(each))).toEqual(each);
  });

  test.each([
    "",
    "qti:campaign/v1",
    "qti:campaign-query/v1",
    "qti:campaign-query/v1?block=1&share=equal&amount=1&previous=0x0",
    "qti:campaign-query/v1?block=x&share=equal&amount=1&previous=0x0&query=a",
    "qti:campaign-query/v1?block=1&share=most&amount=1&previous=0x0&query=a",
    "qti:campaign-query/v1?block=1&share=equal&amount=-1&previous=0x0&query=a",
    "qti:campaign-query/v1?block=1&share=equal&amount=1&previous=0x1&query=a",
  ])("behavior: %j is of another rule", (uri) => {
    expect(parseCampaignQueryUri(uri)).toBeUndefined();
  });

  test("error: CampaignQueryError when the index would cut it off", () => {
    expect(() => campaignQueryUri({ ...source, query: "x".repeat(2_048) })).toThrow(
      expect.objectContaining({ reason: "long" }),
    );
  });
});

describe("readCampaignQuery", () => {
  /** An index that gives these answers in turn, and what it was asked. */
  function answering(...answers: readonly object[]) {
    const asked: unknown[] = [];
    vi.spyOn(globalThis, "fetch").mockImplementation(async (_, init) => {
      asked.push(JSON.parse(String(init?.body)).variables);
      return new Response(JSON.stringify({ data: answers[asked.length - 1] }));
    });
    return { subgraph: createSubgraphClient({ url: "http://subgraph" }), asked };
  }
  const raw = (id: number, changes: object = {}) => ({
    id: low(id + 0xab00),
    account: { id: low(id) },
    amount: "7",
    ...changes,
  });

  test("default", async () => {
    const { subgraph, asked } = answering({ rows: [raw(1), raw(2)] }, { rows: [raw(3)] }, { rows: [] });
    expect(await readCampaignQuery(subgraph, { query, block: 9n, share: "column" })).toEqual([
      row(1, 7n),
      row(2, 7n),
      row(3, 7n),
    ]);
    expect(asked).toEqual([
      { block: { number: 9 }, after: "0x" },
      { block: { number: 9 }, after: low(0xab02) },
      { block: { number: 9 }, after: low(0xab03) },
    ]);
  });

  test("behavior: a query without pages is asked once", async () => {
    const { subgraph, asked } = answering({ rows: [raw(2), raw(1, { account: low(1), amount: 3 })] });
    expect(await readCampaignQuery(subgraph, { query: once, block: 9n, share: "column" })).toEqual([
      row(2, 7n),
      row(1, 3n),
    ]);
    expect(asked).toEqual([{ block: { number: 9 } }]);
  });

  test("behavior: equal shares need no amount", async () => {
    const { subgraph } = answering({ rows: [raw(1, { amount: undefined })] });
    expect(await readCampaignQuery(subgraph, { query: once, block: 9n, share: "equal" })).toEqual([
      row(1, 0n),
    ]);
  });

  test.each([
    ["id", 2, raw(2, { id: undefined })],
    ["account", 2, raw(2, { account: null })],
    ["account", 2, raw(2, { account: { id: "0x12" } })],
    ["amount", 2, raw(2, { amount: undefined })],
    ["amount", 2, raw(2, { amount: "-1" })],
    ["amount", 2, raw(2, { amount: 0.5 })],
    ["order", 2, raw(1)],
  ] as const)("error: CampaignQueryError about the %s of row %i", async (reason, number, second) => {
    const { subgraph } = answering({ rows: [raw(1), second] }, { rows: [] });
    await expect(readCampaignQuery(subgraph, { query, block: 9n, share: "column" })).rejects.toMatchObject({
      name: "CampaignQueryError",
      reason,
      row: number,
    });
  });

  test("error: CampaignQueryError when the list has another name", async () => {
    const { subgraph } = answering({ poolStakers: [] });
    await expect(readCampaignQuery(subgraph, { query, block: 9n, share: "equal" })).rejects.toMatchObject({
      reason: "rows",
    });
  });

  test("error: CampaignQueryError when the index may have cut the list", async () => {
    const { subgraph } = answering({ rows: Array.from({ length: 1_000 }, (_, id) => raw(id + 1)) });
    await expect(
      readCampaignQuery(subgraph, { query: once, block: 9n, share: "equal" }),
    ).rejects.toMatchObject({
      reason: "cut",
    });
  });

  test("error: CampaignQueryError when no block is named, before anything is asked", async () => {
    const { subgraph, asked } = answering();
    const adrift = "{ rows: poolStakers { id } }";
    await expect(
      readCampaignQuery(subgraph, { query: adrift, block: 9n, share: "equal" }),
    ).rejects.toMatchObject({ reason: "block" });
    expect(asked).toEqual([]);
  });
});
