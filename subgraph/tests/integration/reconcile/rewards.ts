import { expect } from "vitest";
import { z } from "zod";
import type { Graph } from "../graphql.ts";
import { newcomers, pointsOf, storeOf, tapsOf } from "../traffic/rewards.ts";
import { people, type World } from "../world.ts";
import { big, countRows, hex, reference, sum } from "./columns.ts";
import type { Reconciliation } from "./reconciliation.ts";
import { reconcileReferrals } from "./referrals.ts";

const quota = { id: hex, limit: big, period: big, window: big, used: big };
const channelRow = z.object({ ...quota, earned: big, earnCount: z.number() });
const budgetRow = z.object({
  ...quota,
  paid: big,
  paymentCount: z.number(),
  payments: z.array(z.object({ amount: big })),
});
const accountRow = z.object({
  id: hex,
  earned: big,
  redeemed: big,
  balance: big,
  sources: z.array(z.object({ earned: big, earnCount: z.number(), channel: reference })),
  events: z.array(z.object({ kind: z.string(), via: hex, amount: big })),
});
const redeemerRow = z.object({ id: hex, allowed: z.boolean(), redeemed: big, redeemCount: z.number() });
const programRow = z.object({
  id: hex,
  oracle: hex,
  dailyCap: big,
  pausedUntil: big,
  claimed: big,
  claimCount: z.number(),
  identityCount: z.number(),
});
const tallyRow = z.object({
  id: hex,
  identity: z.object({ index: big }),
  voucher: big,
  day: z.number(),
  today: big,
  total: big,
  firstDay: z.number(),
  early: big,
  claimCount: z.number(),
  claims: z.array(z.object({ amount: big })),
});
const storeRow = z.object({
  id: hex,
  rate: big,
  pausedUntil: big,
  itemCount: z.number(),
  orderCount: z.number(),
  exchangeCount: z.number(),
  spent: big,
  exchanged: big,
  paid: big,
});
const itemRow = z.object({
  id: hex,
  itemId: big,
  price: big,
  stock: big,
  limit: big,
  uri: z.string(),
  sold: big,
  spent: big,
  orders: z.array(z.object({ quantity: big, points: big })),
});
const buyerRow = z.object({
  id: hex,
  identity: z.object({ index: big }),
  item: z.object({ itemId: big }),
  quantity: big,
});
const exchangeRow = z.object({ id: hex, points: big, qti: big, rate: big });
const flows = z.object({
  pointsStats_collection: z.array(z.object({ via: hex, earned: big, redeemed: big })),
  rewardStats_collection: z.array(z.object({ via: hex, streamed: big, paid: big })),
});
const point = 10n ** 6n;

type Quota = { readonly [name in "limit" | "period" | "window" | "used"]: bigint };
type QuotaState = { limit: bigint; used: bigint; window: number; period: number };

const fieldsOf = (shape: z.ZodRawShape) =>
  Object.keys(shape)
    .filter((name) => name !== "id")
    .join(" ");

/** A quota by the index's word at a time, as its contract tells it. */
function quotaAt({ limit, period, window, used }: Quota, time: bigint): QuotaState {
  if (period === 0n) return { limit, used, window: 0, period: 0 };
  const current = time / period;
  return {
    limit,
    used: current === window ? used : 0n,
    window: Number(current),
    period: Number(period),
  };
}

/** Points, taps, referrals, the store and what the treasury pays: what the index says equals what the contracts say. */
async function reconcileRewards(world: World, graph: Graph, block: number): Promise<void> {
  const { timestamp } = await world.reader.getBlock({ blockNumber: BigInt(block) });
  await reconcilePoints(world, graph, block, timestamp);
  await reconcileTaps(world, graph, block);
  await reconcileReferrals(world, graph, block);
  await reconcileStore(world, graph, block);
  await reconcileBudgets(world, graph, block, timestamp);
}

async function reconcilePoints(world: World, graph: Graph, block: number, time: bigint): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read } = pointsOf(world);
  const channels = await graph.all("pointsChannels", fieldsOf(channelRow.shape), channelRow, block);
  for (const channel of channels)
    expect([channel.id, await read.channelOf([channel.id], at)]).toEqual([
      channel.id,
      quotaAt(channel, time),
    ]);
  const redeemers = await graph.all("pointsRedeemers", fieldsOf(redeemerRow.shape), redeemerRow, block);
  for (const { id, allowed } of redeemers) expect(await read.isRedeemer([id], at)).toBe(allowed);

  const accounts = await graph.all(
    "pointsAccounts",
    `earned redeemed balance sources(first: 1000) { earned earnCount channel { id } }
     events(first: 1000) { kind via amount }`,
    accountRow,
    block,
  );
  const byId = new Map(accounts.map((account) => [account.id, account]));
  for (const account of [...people, ...newcomers.map(({ address }) => address)]) {
    const balance = byId.get(z.parse(hex, account.toLowerCase()))?.balance ?? 0n;
    expect([account, await read.balanceOf([account], at)]).toEqual([account, balance]);
  }
  for (const { earned, redeemed, balance, sources, events } of accounts) {
    expect(balance).toBe(earned - redeemed);
    expect(sum(sources.map((source) => source.earned))).toBe(earned);
    const moved = (kind: string) =>
      sum(events.filter((each) => each.kind === kind).map(({ amount }) => amount));
    expect([moved("EARNED"), moved("REDEEMED")]).toEqual([earned, redeemed]);
  }
  expect(await read.totalSupply(at)).toBe(sum(accounts.map(({ balance }) => balance)));
  for (const { id, earned, earnCount } of channels) {
    const own = accounts.flatMap(({ sources }) => sources.filter(({ channel }) => channel === id));
    expect([id, sum(own.map((source) => source.earned))]).toEqual([id, earned]);
    expect(own.reduce((total, source) => total + source.earnCount, 0)).toBe(earnCount);
  }
  const { pointsStats_collection: days } = await graph.query(
    `{ pointsStats_collection(first: 1000, interval: day, current: include) { via earned redeemed }
       rewardStats_collection(first: 1000, interval: day, current: include) { via streamed paid } }`,
    flows,
  );
  for (const { id, earned } of channels)
    expect(sum(days.filter(({ via }) => via === id).map((day) => day.earned))).toBe(earned);
  for (const { id, redeemed } of redeemers)
    expect(sum(days.filter(({ via }) => via === id).map((day) => day.redeemed))).toBe(redeemed);
}

async function reconcileTaps(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read, address } = tapsOf(world);
  const [program] = await graph.all("tapPrograms", fieldsOf(programRow.shape), programRow, block);
  expect(program?.id).toBe(address.toLowerCase());
  if (program === undefined) return;
  expect([program.oracle, program.dailyCap, Number(program.pausedUntil)]).toEqual([
    (await read.oracle(at)).toLowerCase(),
    await read.dailyCap(at),
    await read.pausedUntil(at),
  ]);

  const tallies = await graph.all(
    "tapTallies",
    "identity { index } voucher day today total firstDay early claimCount claims(first: 1000) { amount }",
    tallyRow,
    block,
  );
  for (const { identity, voucher, day, today, total, firstDay, early, claims, claimCount } of tallies) {
    const told = await read.tallyOf([identity.index], at);
    expect({ sequence: Number(voucher), day, today, total, firstDay, early }).toEqual(told);
    expect(sum(claims.map(({ amount }) => amount))).toBe(total);
    expect(claims).toHaveLength(claimCount);
  }
  expect([program.claimed, program.claimCount, program.identityCount]).toEqual([
    sum(tallies.map(({ total }) => total)),
    tallies.reduce((all, { claimCount }) => all + claimCount, 0),
    tallies.filter(({ claimCount }) => claimCount > 0).length,
  ]);
}

async function reconcileStore(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read, address } = storeOf(world);
  const [store] = await graph.all("rewardStores", fieldsOf(storeRow.shape), storeRow, block);
  expect(store?.id).toBe(address.toLowerCase());
  if (store === undefined) return;
  expect([store.rate, Number(store.pausedUntil), BigInt(store.itemCount), BigInt(store.orderCount)]).toEqual([
    await read.rate(at),
    await read.pausedUntil(at),
    await read.itemCount(at),
    await read.orderCount(at),
  ]);

  const items = await graph.all(
    "storeItems",
    "itemId price stock limit uri sold spent orders(first: 1000) { quantity points }",
    itemRow,
    block,
  );
  expect(items).toHaveLength(store.itemCount);
  for (const { itemId, price, stock, limit, uri, sold, spent, orders } of items) {
    const told = await read.itemOf([itemId], at);
    expect({ price, stock, limit: Number(limit), uri }).toEqual({
      ...told,
      uri: told.uri.replaceAll("\0", ""),
    });
    expect([sum(orders.map(({ quantity }) => quantity)), sum(orders.map(({ points }) => points))]).toEqual([
      sold,
      spent,
    ]);
  }
  const orders = items.flatMap((item) => item.orders);
  expect([orders.length, sum(orders.map(({ points }) => points))]).toEqual([store.orderCount, store.spent]);

  const buyers = await graph.all(
    "storeBuyers",
    "identity { index } item { itemId } quantity",
    buyerRow,
    block,
  );
  for (const { identity, item, quantity } of buyers)
    expect(await read.boughtBy([identity.index, item.itemId], at)).toBe(quantity);
  expect(sum(buyers.map(({ quantity }) => quantity))).toBe(sum(items.map(({ sold }) => sold)));

  const exchanges = await graph.all("pointsExchanges", "points qti rate", exchangeRow, block);
  for (const { points, qti, rate } of exchanges) expect(qti).toBe((points * rate) / point);
  expect([
    exchanges.length,
    sum(exchanges.map(({ points }) => points)),
    sum(exchanges.map(({ qti }) => qti)),
  ]).toEqual([store.exchangeCount, store.exchanged, store.paid]);
}

async function reconcileBudgets(world: World, graph: Graph, block: number, time: bigint): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const fields = "limit period window used paid paymentCount payments(first: 1000) { amount }";
  const budgets = await graph.all("rewardBudgets", fields, budgetRow, block);
  expect(budgets.length).toBeGreaterThan(1);
  for (const budget of budgets) {
    const told = await world.rewardsTreasury.read.budgetOf([budget.id], at);
    expect([budget.id, told]).toEqual([budget.id, quotaAt(budget, time)]);
    expect(sum(budget.payments.map(({ amount }) => amount))).toBe(budget.paid);
    expect(budget.payments).toHaveLength(budget.paymentCount);
  }
  const { rewardStats_collection: days } = await graph.query(
    `{ pointsStats_collection(first: 1, interval: day) { via earned redeemed }
       rewardStats_collection(first: 1000, interval: day, current: include) { via streamed paid } }`,
    flows,
  );
  for (const { id, paid } of budgets)
    expect(sum(days.filter(({ via }) => via === id).map((day) => day.paid))).toBe(paid);
}

export const rewardsReconciliation: Reconciliation = {
  contracts: ["qtiPoints", "tapRewards", "referralRegistry", "rewardStore"],
  reconcile: reconcileRewards,
  protocol: async (graph, block) => {
    const accounts = await graph.all(
      "pointsAccounts",
      "earned redeemed",
      accountRow.pick({ id: true, earned: true, redeemed: true }),
      block,
    );
    const paid = z.object({ id: hex, amount: big });
    const payments = await graph.all("rewardPayments", "amount", paid, block);
    return {
      pointsEarned: sum(accounts.map(({ earned }) => earned)),
      pointsRedeemed: sum(accounts.map(({ redeemed }) => redeemed)),
      rewardsPaid: sum(payments.map(({ amount }) => amount)),
      referralCount: await countRows(graph, "referrals", block),
      storeOrderCount: await countRows(graph, "storeOrders", block),
    };
  },
};
