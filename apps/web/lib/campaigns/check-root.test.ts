import {
  type BonusPosition,
  bonusEpochSeconds,
  buildCampaignTree,
  type CampaignLeaf,
  type CampaignTree,
  stakingBonusLeaves,
  stakingBonusUri,
} from "@qti/sdk/rewards/campaigns";
import { createSubgraphClient, type IndexedCampaignRoot } from "@qti/sdk/subgraph";
import { type Address, getAddress, type Hash, pad, parseEther, toHex } from "viem";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkRoot } from "./check-root";
import { chainWith, transactionHash } from "./testing";

const index = vi.hoisted(() => ({ positions: [] as BonusPosition[], roots: [] as Proposal[] }));
vi.mock("@qti/sdk/subgraph", async (original) => ({
  ...(await original<typeof import("@qti/sdk/subgraph")>()),
  getBonusPositions: async () => index.positions,
  getCampaignRoots: async () => index.roots.toSorted((a, b) => Number(b.createdAt - a.createdAt)),
}));

type Proposal = Pick<
  IndexedCampaignRoot,
  "root" | "uri" | "total" | "state" | "createdAt" | "transactionHash"
>;

const at = (number: number): Address => getAddress(pad(toHex(number), { size: 20 }));
const [proposer, ada, thief] = [at(0x0b), at(1), at(0xbad)];
const place = { distributor: at(0xd1), campaignId: 0n };
const tree = (leaves: readonly CampaignLeaf[], campaignId = place.campaignId) => ({
  campaignId,
  ...buildCampaignTree({ ...place, chainId: 31_337, campaignId, leaves }),
});
const epoch = 2_900;
const end = (epoch + 1) * bonusEpochSeconds;
const amount = parseEther("1000");

/** Blocks about the end of the epoch: 8 is the last in it. */
const client = chainWith(
  new Map([
    [7n, end - 24],
    [8n, end - 12],
    [9n, end],
    [10n, end + 12],
  ]),
  proposer,
);

/** Everything that somebody published. */
const published = new Map<Hash, ReturnType<typeof tree>>();
beforeEach(() => {
  index.positions = [{ owner: ada, amount: 1n, lockDuration: 30 * 86_400, start: 0 }];
  index.roots = [];
  published.clear();
  vi.stubGlobal("fetch", async (input: string | URL | Request) => {
    const root = new URL(input instanceof Request ? input.url : input).pathname.split("/").at(-1);
    const found = published.get(root as Hash);
    if (!found) return Response.json({ code: "not-found", status: 404, title: "No" }, { status: 404 });
    const leaves = found.claims.map(({ account, cumulative }) => ({
      account: account.toLowerCase(),
      cumulative: `${cumulative}`,
    }));
    return Response.json({ root, campaignId: `${found.campaignId}`, total: `${found.total}`, leaves });
  });
});
afterEach(() => vi.unstubAllGlobals());

/** Proposes a list, an hour after the epoch and those before it, and a day later it counts. */
function propose(list: ReturnType<typeof tree>, uri: string, changes: Partial<Proposal> = {}): Proposal {
  const createdAt = BigInt(end + 3_600 + index.roots.length * 100_000);
  const { root, total } = list;
  const proposal = { root, total, uri, state: "ACTIVE" as const, createdAt, transactionHash, ...changes };
  published.set(root, list);
  index.roots.push(proposal);
  return proposal;
}

function bonus({
  of = epoch,
  block = 8n,
  previous,
}: {
  of?: number;
  block?: bigint;
  previous?: CampaignTree | undefined;
} = {}) {
  const given = { epoch: of, amount, positions: index.positions, previous: previous?.claims ?? [] };
  const uri = stakingBonusUri({ epoch: of, block, amount, previous: previous?.root });
  return [tree(stakingBonusLeaves(given).leaves), uri] as const;
}

const check = (proposal: Proposal) =>
  checkRoot({
    ...place,
    apiUrl: "http://service",
    subgraph: createSubgraphClient({ url: "http://index" }),
    client,
    proposal,
  });

describe("a list of the staking bonus", () => {
  it("is right by its rule, and says what its proposer alone decided", async () => {
    expect(await check(propose(...bonus()))).toMatchObject({
      result: "rule",
      proposedBy: proposer,
      facts: {
        block: 8n,
        at: end - 12,
        amount,
        epoch: { from: end - bonusEpochSeconds, until: end },
        adds: false,
      },
    });
  });

  it("adds to the list that counted, and not to one that was vetoed or waits", async () => {
    const before = propose(...bonus({ of: epoch - 1 }));
    propose(tree([{ account: thief, cumulative: amount }]), "qti:campaign/v1", { state: "VETOED" });
    const counted = published.get(before.root);
    const next = propose(...bonus({ previous: counted }), { state: "PENDING" });
    expect(await check(next)).toMatchObject({ result: "rule", facts: { adds: true } });
    // What came to count later changes nothing of it.
    propose(tree([{ account: thief, cumulative: amount }]), "qti:campaign/v1");
    expect(await check(next)).toMatchObject({ result: "rule" });
  });

  it("is wrong where it adds to a published tree that never counted in the campaign", async () => {
    const never = tree([{ account: thief, cumulative: parseEther("1000000") }]);
    published.set(never.root, never);
    expect(await check(propose(...bonus({ previous: never })))).toEqual({ result: "wrong", why: "previous" });
    index.roots = [];
    propose(never, "qti:campaign/v1", { state: "VETOED" });
    expect(await check(propose(...bonus({ previous: never })))).toEqual({ result: "wrong", why: "previous" });
  });

  it("is wrong where it leaves out the list that counted", async () => {
    propose(...bonus({ of: epoch - 1 }));
    expect(await check(propose(...bonus()))).toEqual({ result: "wrong", why: "previous" });
  });

  it.each([
    ["before the last of its epoch", 7n],
    ["after the end of its epoch", 9n],
    ["that does not exist", 11n],
  ])("is wrong at a block %s", async (_, block) => {
    // At that block, the thief was the only one there.
    index.positions = [{ owner: thief, amount: 1n, lockDuration: 30 * 86_400, start: 0 }];
    expect(await check(propose(...bonus({ block })))).toEqual({ result: "wrong", why: "block" });
  });

  it("is wrong before its epoch is over", async () => {
    const next = bonus({ of: epoch + 1, block: 10n });
    expect(await check(propose(...next))).toEqual({ result: "wrong", why: "block" });
  });

  it.each([
    ["the same epoch", epoch],
    ["a later one", epoch + 1],
  ])("is wrong where a list that counted has %s", async (_, of) => {
    const before = propose(...bonus({ of }));
    const again = propose(...bonus({ previous: published.get(before.root) }));
    expect(await check(again)).toEqual({ result: "wrong", why: "epoch" });
  });

  it("is wrong where its lines give another root, or another total than was proposed", async () => {
    const [list, uri] = bonus();
    expect(await check(propose(tree([{ account: thief, cumulative: 1n }]), uri))).toEqual({
      result: "wrong",
      why: "root",
    });
    index.roots = [];
    const less = { total: list.total - 1n };
    expect(await check(propose(list, uri, less))).toEqual({ result: "wrong", why: "total" });
  });

  it("cannot be checked where nobody published what it adds to", async () => {
    const before = propose(...bonus({ of: epoch - 1 }));
    const next = propose(...bonus({ previous: published.get(before.root) }));
    published.delete(before.root);
    expect(await check(next)).toEqual({ result: "missing" });
  });
});

describe("a list that its operator stands for", () => {
  const leaves = [{ account: ada, cumulative: 7n }];

  it("is that of its lines, and says who proposed it", async () => {
    const list = tree(leaves);
    expect(await check(propose(list, "qti:campaign/v1"))).toMatchObject({
      result: "leaves",
      tree: { root: list.root },
      proposedBy: proposer,
    });
  });

  it("is wrong where its lines are of another campaign, or add up to another total", async () => {
    const other = propose(tree(leaves, 5n), "qti:campaign/v1");
    expect(await check(other)).toEqual({ result: "wrong", why: "root" });
    const less = propose(tree(leaves), "qti:campaign/v1", { total: 6n });
    expect(await check(less)).toEqual({ result: "wrong", why: "total" });
  });
});
