import { buildCampaignTree, type CampaignLeaf } from "@qti/sdk/rewards/campaigns";
import { createSubgraphClient } from "@qti/sdk/subgraph";
import { type Address, getAddress, type Hash, pad, parseEther, toHex } from "viem";
import { afterEach, describe, expect, it, vi } from "vitest";
import { checkRoot } from "@/lib/campaigns/check-root";
import { chainWith, transactionHash } from "@/lib/campaigns/testing";
import { type BuiltList, buildList, type ListSource } from "./build-list";
import { exampleQuery } from "./query-examples";

const at = (number: number): Address => getAddress(pad(toHex(number), { size: 20 }));
const leaf = (account: number, qti: string) => ({ account: at(account), cumulative: parseEther(qti) });
const place = { chainId: 31_337, distributor: at(0xd1), campaignId: 4n };
const before = buildCampaignTree({ ...place, leaves: [leaf(1, "5"), leaf(2, "7")] });

/** What the index says of who stakes. */
const stakers = [
  { id: "0x01", account: { id: at(2).toLowerCase() }, amount: "300" },
  { id: "0x02", account: { id: at(3).toLowerCase() }, amount: "100" },
  { id: "0x03", account: { id: at(2).toLowerCase() }, amount: "100" },
];

/** The list that counts, as the index says it. */
const counting = {
  id: "0x01",
  root: before.root,
  total: `${before.total}`,
  uri: "qti:campaign/v1",
  state: "ACTIVE",
  readyAt: "200",
  createdAt: "100",
  closedAt: "200",
  transactionHash,
};

/** A service that published these trees, and an index that has the rows. */
function services(
  trees: readonly { root: Hash; claims: readonly CampaignLeaf[] }[],
  rows: object[] = stakers,
) {
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const path = new URL(String(input instanceof Request ? input.url : input)).pathname;
    if (path === "/graphql") {
      const { query, variables } = JSON.parse(String(init?.body));
      if (/_meta/.test(query))
        return Response.json({ data: { _meta: { block: { number: 77 }, hasIndexingErrors: false } } });
      if (/rootProposals/.test(query)) return Response.json({ data: { rootProposals: [counting] } });
      return Response.json({
        data: { rows: rows.filter((row) => (row as { id: string }).id > variables.after) },
      });
    }
    const tree = trees.find(({ root }) => path.endsWith(root));
    if (!tree) return Response.json({ code: "not-found", status: 404, title: "No" }, { status: 404 });
    const leaves = tree.claims.map(({ account, cumulative }) => ({
      account: account.toLowerCase(),
      cumulative: `${cumulative}`,
    }));
    return Response.json({ root: tree.root, campaignId: "4", total: "0", leaves });
  });
}

const apiUrl = "http://service";
const subgraph = createSubgraphClient({ url: "http://index/graphql" });
const query: ListSource = {
  kind: "query",
  query: exampleQuery("stakers", ""),
  share: "proRata",
  amount: parseEther("10"),
};

async function made(changes: { source?: ListSource; root?: Hash; adds?: boolean }): Promise<BuiltList> {
  const made = await buildList({
    apiUrl,
    subgraph,
    ...place,
    root: changes.root,
    source: changes.source ?? query,
    adds: changes.adds ?? false,
  });
  if (made.result !== "built") throw new TypeError(made.result);
  return made.list;
}

const client = chainWith(new Map([[77n, 900]]), at(0x0b));

const check = ({ uri, leaves }: BuiltList, root: Hash) => {
  const total = leaves.reduce((sum, { cumulative }) => sum + cumulative, 0n);
  const proposal = { root, uri, total, createdAt: 1_000n, transactionHash };
  return checkRoot({ apiUrl, subgraph, client, ...place, proposal });
};

afterEach(() => void vi.restoreAllMocks());

describe("a list of a query", () => {
  it("adds to the one that counts, and whoever computes it again comes to the same root", async () => {
    services([before]);
    const list = await made({ root: before.root, adds: true });
    expect(list).toMatchObject({ block: 77n, repeated: 1, askedOnce: false });
    const { root, claims } = buildCampaignTree({ ...place, leaves: list.leaves });
    expect(claims.map(({ account, cumulative }) => ({ account, cumulative }))).toEqual([
      leaf(1, "5"),
      leaf(2, "15"),
      leaf(3, "2"),
    ]);
    expect(await check(list, root)).toMatchObject({
      result: "rule",
      proposedBy: at(0x0b),
      facts: { block: 77n, at: 900, amount: parseEther("10"), epoch: undefined, adds: true },
    });
  });

  it("is wrong where it adds to a list that never counted", async () => {
    const never = buildCampaignTree({ ...place, leaves: [leaf(9, "1000000")] });
    services([before, never]);
    const list = await made({ root: never.root, adds: true });
    const { root } = buildCampaignTree({ ...place, leaves: list.leaves });
    expect(await check(list, root)).toEqual({ result: "wrong", why: "previous" });
  });

  it("is wrong where the index has other rows", async () => {
    services([before]);
    const list = await made({ root: before.root, adds: true });
    const { root } = buildCampaignTree({ ...place, leaves: list.leaves });
    services([before], stakers.slice(1));
    expect(await check(list, root)).toEqual({ result: "wrong", why: "root" });
    services([before], [{ id: "0x01" }]);
    expect(await check(list, root)).toEqual({ result: "wrong", why: "root" });
  });

  it("cannot be checked without the list that it adds to", async () => {
    services([before]);
    const list = await made({ root: before.root, adds: true });
    services([]);
    expect(await check(list, before.root)).toEqual({ result: "missing" });
  });

  it("says who would lose where it stands alone", async () => {
    services([before]);
    const { comparison } = await made({ root: before.root });
    expect(comparison.falling).toEqual([{ account: at(1), before: parseEther("5"), after: 0n }]);
  });
});

describe("a list of a table", () => {
  const source: ListSource = { kind: "csv", text: `account,qti\n${at(3)},2.5` };

  it("is all that anybody gets, or is added to the one that counts", async () => {
    services([before]);
    expect((await made({ root: before.root, source })).leaves).toEqual([leaf(3, "2.5")]);
    const { leaves, uri } = await made({ root: before.root, source, adds: true });
    expect(leaves).toEqual([leaf(1, "5"), leaf(2, "7"), leaf(3, "2.5")]);
    expect(uri).toBe("qti:campaign/v1");
  });

  it("is not made where nobody can tell what it changes", async () => {
    services([]);
    const parameters = { apiUrl, subgraph, ...place, root: before.root, source, adds: false };
    expect(await buildList(parameters)).toEqual({ result: "previousMissing" });
  });
});
