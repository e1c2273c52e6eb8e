import { getAddress, type Hex } from "viem";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createSubgraphClient, type SubgraphClient } from "./createSubgraphClient.ts";
import { getBonusPositions } from "./getBonusPositions.ts";
import { getBudgets } from "./getBudgets.ts";
import { getCampaignClaims } from "./getCampaignClaims.ts";
import { getCampaignRoots } from "./getCampaignRoots.ts";
import { getCampaigns } from "./getCampaigns.ts";
import { getPointsAccount } from "./getPointsAccount.ts";
import { getPointsChannels } from "./getPointsChannels.ts";
import { getPointsEvents } from "./getPointsEvents.ts";
import { getPoolEvents } from "./getPoolEvents.ts";
import { getPoolFigures } from "./getPoolFigures.ts";
import { getPoolHistory } from "./getPoolHistory.ts";
import { getPoolPoint } from "./getPoolPoint.ts";
import { getPoolPositions } from "./getPoolPositions.ts";
import { getReferrals } from "./getReferrals.ts";
import { getStoreItems } from "./getStoreItems.ts";
import { getStoreOrders } from "./getStoreOrders.ts";
import { getTapClaims } from "./getTapClaims.ts";
import { getVaultPoint } from "./getVaultPoint.ts";

const low = "0xa51c1fc2f0d1a1b8494ed1fe312d7c3a78ed91c0";
const address = getAddress(low);
const hash: Hex = `0x${"ab".repeat(32)}`;
const mined = { sequence: "70", timestamp: "5", blockNumber: "6", transactionHash: hash };

/** A subgraph that gives these answers in turn, the last one for ever, and what it was asked. */
function answering(...answers: readonly object[]): {
  subgraph: SubgraphClient;
  asked: { [name: string]: unknown }[];
} {
  const asked: { [name: string]: unknown }[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (_, init) => {
    asked.push(JSON.parse(String(init?.body)).variables);
    return new Response(JSON.stringify({ data: answers[Math.min(asked.length, answers.length) - 1] }));
  });
  return { subgraph: createSubgraphClient({ url: "http://subgraph" }), asked };
}

afterEach(() => void vi.restoreAllMocks());

const position = {
  positionId: "3",
  owner: { id: low },
  amount: "100",
  weight: "150",
  lock: 2,
  start: "1000",
  unlock: "7777000",
  owed: "4",
  rewardPerWeightPaid: "5",
  deposited: "100",
  withdrawn: "0",
  penalties: "0",
  claimed: "0",
  pokedAt: null,
  createdAt: "1000",
  createdAtBlock: "6",
  updatedAt: "1000",
  transactionHash: hash,
};

describe("getPoolPositions", () => {
  test("default", async () => {
    const { subgraph, asked } = answering({ poolPositions: [position] });
    const { items, next } = await getPoolPositions(subgraph, { owner: address, open: true, first: 1 });
    expect(items[0]).toMatchObject({
      positionId: 3n,
      owner: address,
      weight: 150n,
      lock: 2,
      unlock: 7_777_000n,
    });
    expect(items[0]?.pokedAt).toBeUndefined();
    expect(next).toBe(3n);
    expect(asked[0]).toEqual({ first: 1, where: { owner: low, amount_gt: "0" }, block: null });
  });

  test("behavior: those whose multiplier can be ended, at a block, after a page", async () => {
    const { subgraph, asked } = answering({ poolPositions: [] });
    await getPoolPositions(subgraph, { unlockedBy: 99n, open: false, blockNumber: 12n, after: 3n });
    expect(asked[0]).toEqual({
      first: 50,
      where: { amount: "0", unlock_lte: "99", lock_gt: 0, pokedAt: null, positionId_lt: "3" },
      block: { number: 12 },
    });
  });
});

describe("getBonusPositions", () => {
  test("default", async () => {
    const page = Array.from({ length: 1_000 }, (_, index) => ({
      ...position,
      positionId: `${2_000 - index}`,
    }));
    const { subgraph, asked } = answering({ poolPositions: page }, { poolPositions: [position] });
    const positions = await getBonusPositions(subgraph, { blockNumber: 9n });
    expect(positions).toHaveLength(1_001);
    expect(positions[0]).toEqual({ owner: address, amount: 100n, start: 1_000, lockDuration: 7_776_000 });
    expect(asked.map(({ block }) => block)).toEqual([{ number: 9 }, { number: 9 }]);
    expect(asked[1]?.where).toMatchObject({ positionId_lt: "1001" });
  });
});

describe("getPoolEvents", () => {
  test("default", async () => {
    const event = {
      id: hash,
      kind: "WITHDRAWN",
      position: { positionId: "3", lock: 2 },
      owner: { id: low },
      recipient: null,
      moved: "40",
      penalty: "8",
      amount: "60",
      weight: "90",
      owed: "1",
      start: "1",
      unlock: "2",
      ...mined,
    };
    const { subgraph, asked } = answering({ poolEvents: [event] });
    const { items } = await getPoolEvents(subgraph, { positionId: 3n, owner: address });
    expect(items[0]).toMatchObject({
      positionId: 3n,
      lock: 2,
      owner: address,
      recipient: undefined,
      penalty: 8n,
    });
    expect(asked[0]?.where).toEqual({ position_: { positionId: "3" }, owner: low });
  });
});

describe("figures and history of staking", () => {
  test("default", async () => {
    const { subgraph } = answering({
      stakingPools: [{ totalWeight: "9", streamEnd: "4", positionCount: 2 }],
    });
    expect(await getPoolFigures(subgraph)).toEqual({ totalWeight: 9n, streamEnd: 4n, positionCount: 2 });
  });

  test("behavior: nothing before the first change", async () => {
    const { subgraph } = answering({ stakingPools: [], poolSnapshots: [], vaultSnapshots: [] });
    expect(await getPoolFigures(subgraph)).toBeUndefined();
    expect(await getPoolPoint(subgraph)).toBeUndefined();
    expect(await getVaultPoint(subgraph)).toBeUndefined();
  });

  test("behavior: steps are oldest first, in seconds", async () => {
    const rows = ["2000000", "1000000"].map((timestamp) => ({ timestamp, totalStaked: "1" }));
    const { subgraph } = answering({ poolStats_collection: rows });
    const steps = await getPoolHistory(subgraph, { interval: "day" });
    expect(steps.map(({ timestamp }) => timestamp)).toEqual([1n, 2n]);
  });

  test("behavior: a point is the last change until a time, that second included", async () => {
    const { subgraph, asked } = answering({
      poolSnapshots: [{ timestamp: "1000000", rewardPerWeight: "3" }],
      vaultSnapshots: [{ timestamp: "1000000", sharePrice: "4" }],
    });
    expect(await getPoolPoint(subgraph, { until: 1n })).toEqual({ timestamp: 1n, rewardPerWeight: 3n });
    expect(await getVaultPoint(subgraph)).toEqual({ timestamp: 1n, sharePrice: 4n });
    expect(asked.map(({ where }) => where)).toEqual([{ timestamp_lt: "2000000" }, {}]);
  });
});

describe("points", () => {
  test("default", async () => {
    const account = {
      earned: "10",
      redeemed: "4",
      balance: "6",
      sources: [{ channel: { id: low }, earned: "10", earnCount: 2, updatedAt: "5" }],
      createdAt: "1",
      updatedAt: "5",
    };
    const { subgraph, asked } = answering({ pointsAccount: account });
    const found = await getPointsAccount(subgraph, { account: address });
    expect(found).toMatchObject({ balance: 6n, sources: [{ channel: address, earned: 10n, earnCount: 2 }] });
    expect(asked[0]).toEqual({ id: low });
  });

  test("behavior: undefined for an account that never had any", async () => {
    const { subgraph } = answering({ pointsAccount: null });
    expect(await getPointsAccount(subgraph, { account: address })).toBeUndefined();
  });

  test("behavior: how they moved, and what was claimed for taps", async () => {
    const { subgraph, asked } = answering(
      { pointsEvents: [{ id: hash, kind: "EARNED", points: { id: low }, via: low, amount: "1", ...mined }] },
      {
        tapClaims: [
          {
            id: hash,
            account: { id: low },
            submitter: { id: low },
            amount: "1",
            total: "2",
            voucher: "3",
            ...mined,
          },
        ],
      },
    );
    const events = await getPointsEvents(subgraph, { account: address, first: 1 });
    expect(events).toMatchObject({ items: [{ account: address, via: address, amount: 1n }], next: 70n });
    const claims = await getTapClaims(subgraph, { account: address, after: 70n });
    expect(claims.items[0]).toMatchObject({ account: address, submitter: address, voucher: 3n });
    expect(asked.map(({ where }) => where)).toEqual([{ points: low }, { account: low, sequence_lt: "70" }]);
  });
});

describe("getReferrals", () => {
  const referral = {
    id: low,
    referrer: { id: low },
    state: "VESTED",
    bonusBps: 1000,
    newcomerCap: "5",
    position: { positionId: "3" },
    paid: "1",
    bonusCount: 1,
    boundAt: "1",
    settledAt: "2",
    vestedAt: null,
    transactionHash: hash,
  };

  test("default", async () => {
    const { subgraph, asked } = answering({ referrals: [referral, { ...referral, position: null }] });
    const { items, next } = await getReferrals(subgraph, { referrer: address, states: ["VESTED"], first: 2 });
    expect(items[0]).toMatchObject({ newcomer: address, referrer: address, positionId: 3n, settledAt: 2n });
    expect(items[1]?.positionId).toBeUndefined();
    expect(next).toBe(address);
    expect(asked[0]?.where).toEqual({ referrer: low, state_in: ["VESTED"] });
  });
});

describe("the store", () => {
  test("default", async () => {
    const item = { itemId: "1", price: "5", stock: "2", limit: "0", uri: "{}", sold: "3", spent: "15" };
    const { subgraph, asked } = answering({ storeItems: [item] });
    const { items, next } = await getStoreItems(subgraph, { inStock: true, first: 1, after: 0n });
    expect(items[0]).toMatchObject({ itemId: 1n, price: 5n, limit: 0n });
    expect(next).toBe(1n);
    expect(asked[0]?.where).toEqual({ stock_gt: "0", itemId_gt: "0" });
  });

  test("behavior: purchases name their item", async () => {
    const order = {
      orderId: "9",
      item: { itemId: "1", uri: "{}" },
      account: { id: low },
      quantity: "2",
      points: "10",
    };
    const { subgraph, asked } = answering({ storeOrders: [{ ...order, ...mined }] });
    const { items } = await getStoreOrders(subgraph, { account: address, itemId: 1n });
    expect(items[0]).toMatchObject({ orderId: 9n, itemId: 1n, itemUri: "{}", account: address });
    expect(asked[0]?.where).toEqual({ account: low, item_: { itemId: "1" } });
  });
});

describe("campaigns", () => {
  const campaign = {
    campaignId: "4",
    uri: "{}",
    endsAt: "99",
    closed: false,
    funded: "10",
    root: null,
    proposal: null,
    activatedAt: null,
    closedAt: null,
  };

  test("default", async () => {
    const { subgraph, asked } = answering({ campaigns: [campaign] });
    const { items } = await getCampaigns(subgraph, { closed: false, endsAfter: 5n, campaignId: 4n });
    expect(items[0]).toMatchObject({ campaignId: 4n, funded: 10n, root: undefined, proposal: undefined });
    expect(asked[0]?.where).toEqual({ campaignId: "4", closed: false, endsAt_gt: "5" });
  });

  test("behavior: all lists ever proposed, newest first", async () => {
    const root = (id: string, createdAt: string) => ({
      id,
      root: hash,
      total: "1",
      createdAt,
      closedAt: null,
    });
    const { subgraph, asked } = answering({ rootProposals: [root("0x01", "5"), root("0x02", "7")] });
    const roots = await getCampaignRoots(subgraph, { campaignId: 4n });
    expect(roots.map(({ createdAt, closedAt }) => [createdAt, closedAt])).toEqual([
      [7n, undefined],
      [5n, undefined],
    ]);
    expect(asked[0]).toEqual({ first: 1000, where: { campaign_: { campaignId: "4" } } });
  });

  test("behavior: claims of an account", async () => {
    const claim = { id: hash, campaign: { campaignId: "4", uri: "{}" }, amount: "1", cumulative: "3" };
    const { subgraph, asked } = answering({
      campaignClaims: [{ ...claim, account: { id: low }, recipient: { id: low }, ...mined }],
    });
    const { items } = await getCampaignClaims(subgraph, { account: address, campaignId: 4n });
    expect(items[0]).toMatchObject({ campaignId: 4n, recipient: address, cumulative: 3n });
    expect(asked[0]?.where).toEqual({ campaign_: { campaignId: "4" }, account: low });
  });
});

describe("quotas", () => {
  test("default", async () => {
    const quota = { id: low, limit: "9", period: "86400", window: "20000", used: "1", updatedAt: "5" };
    const { subgraph } = answering({
      rewardBudgets: [{ ...quota, paid: "1", paymentCount: 1 }],
      pointsChannels: [{ ...quota, earned: "1", earnCount: 1 }],
    });
    expect(await getBudgets(subgraph)).toMatchObject([{ spender: address, limit: 9n, window: 20_000n }]);
    expect(await getPointsChannels(subgraph)).toMatchObject([{ channel: address, used: 1n, earnCount: 1 }]);
  });
});
