import { readFileSync } from "node:fs";
import { type Hex, hexToBytes } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import * as everything from "../../../packages/sdk/src/subgraph/index.ts";
import { noText, tokenizeHostile } from "./hostile.ts";
import { reconcile } from "./reconcile/index.ts";
import { startTestStack, type TestStack } from "./stack.ts";
import { catchUp, drive } from "./traffic/index.ts";
import { pointsOf } from "./traffic/rewards.ts";

/** The SDK, which remembers what was asked of it. */
const asked = new Set<string>();
const sdk = new Proxy(everything, {
  get: (functions, name, receiver) => {
    asked.add(String(name));
    return Reflect.get(functions, name, receiver);
  },
});

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack(20_262);
});
afterAll(() => stack.stop());

test("behavior: after random traffic over all contracts the index says what the contracts say", async () => {
  const { world, graph } = stack;
  const tally = await catchUp(world, await drive(world, 500));
  expect([...tally].filter(([, { done }]) => done === 0)).toEqual([]);
  await reconcile(world, graph);
});

test("behavior: every list of the SDK is answered, and its pages are the whole", async () => {
  const { world, graph, graphql: url } = stack;
  const subgraph = sdk.createSubgraphClient({ url });
  await graph.until(Number(await world.reader.getBlockNumber()));
  const bySequence = readingAll<bigint>();
  const byId = readingAll<Hex>();

  const [market] = await sdk.getMarkets(subgraph);
  if (market === undefined) expect.fail("nothing was traded");
  const { asset, money } = market;
  const trades = await bySequence((page) => sdk.getTrades(subgraph, { asset, money, ...page }));
  const [newest] = trades;
  if (newest === undefined) expect.fail("the market has no trades");
  expect(market.lastPrice).toBe(newest.price);
  for (const interval of ["hour", "day"] as const) {
    const candles = await bySequence((page) =>
      sdk.getPriceHistory(subgraph, { asset, money, interval, ...page }),
    );
    const last = candles.reduce((a, b) => (a.timestamp > b.timestamp ? a : b));
    expect(new Set(candles.map(({ timestamp }) => timestamp)).size).toBe(candles.length);
    expect(candles.reduce((sum, each) => sum + each.trades, 0)).toBe(trades.length);
    expect(candles.reduce((sum, each) => sum + each.assetVolume, 0n)).toBe(market.assetVolume);
    expect(last.close).toBe(newest.price);
    // Steps are cut off at the very start of the newest one.
    const { items } = await sdk.getPriceHistory(subgraph, { asset, money, interval, from: last.timestamp });
    expect(items).toEqual([last]);
  }

  const orders = await byId((page) => sdk.getMakerOrders(subgraph, page));
  const [{ maker } = expect.fail("no order was filled")] = orders;
  const mine = await byId((page) => sdk.getMakerOrders(subgraph, { maker, ...page }));
  expect(mine).toEqual(orders.filter((order) => order.maker === maker));
  expect((await sdk.getMaker(subgraph, { maker }))?.orderCount).toBe(mine.length);

  const payments = await byId((page) => sdk.getPayments(subgraph, page));
  const [payment = expect.fail("no income was paid")] = payments;
  const paid = payments.filter(
    (each) => each.asset.asset === payment.asset.asset && each.money === payment.money,
  );
  const income = await sdk.getIncomeHistory(subgraph, {
    asset: payment.asset.asset,
    money: payment.money,
    interval: "day",
    first: 1_000,
  });
  const total = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
  expect(total(income.map((step) => step.paid))).toBe(total(paid.map(({ amount }) => amount)));
  expect(total(income.map((step) => step.claimed))).toBe(total(paid.map(({ claimed }) => claimed)));

  const failed = await bySequence((page) => sdk.getFailedFills(subgraph, page));
  expect(new Set(failed.map(({ id }) => id)).size).toBe(failed.length);
  for (const allowed of [true, false]) {
    const attesters = await sdk.getAttesters(subgraph, { allowed });
    expect(attesters.filter((each) => each.allowed !== allowed)).toEqual([]);
    const modules = await sdk.getModules(subgraph, { allowed });
    expect(modules.filter((each) => each.allowed !== allowed)).toEqual([]);
  }
  const { assetCount } = (await sdk.getProtocol(subgraph)) ?? expect.fail("nothing happened");
  expect(await bySequence((page) => sdk.getAssets(subgraph, page))).toHaveLength(assetCount);
  for (const list of [
    sdk.getRedemptions,
    sdk.getRecoveries,
    sdk.getClaims,
    sdk.getShareRedemptions,
    sdk.getTransactions,
    sdk.getOperations,
    sdk.getAnchors,
  ])
    expect((await list(subgraph, { first: 3 })).items.length).toBeGreaterThan(0);
  expect((await sdk.getRoles(subgraph)).length).toBeGreaterThan(5);
  expect((await sdk.getMoneyListings(subgraph)).length).toBeGreaterThan(0);

  const held = await sdk.getAsset(subgraph, { asset });
  const holders = await byId((page) => sdk.getHolders(subgraph, { asset, ...page }));
  expect(held?.supply).toBe(total(holders.map(({ balance }) => balance)));
  const { number: blockNumber } = await sdk.getIndexedBlock(subgraph);
  const { holdings } = await sdk.getIncomeHoldings(subgraph, { asset, blockNumber });
  expect(total(holdings.map(({ balance }) => balance))).toBe(held?.supply);
  const [{ account } = expect.fail("nobody holds the asset")] = holders;
  expect((await sdk.getPortfolio(subgraph, { account })).holdings.length).toBeGreaterThan(0);
  expect((await sdk.getAssetHistory(subgraph, { asset, interval: "day" })).length).toBeGreaterThan(0);
});

test("behavior: every list of staking and rewards is answered, and its pages are the whole", async () => {
  const { world, graph, graphql: url } = stack;
  const subgraph = sdk.createSubgraphClient({ url });
  await graph.until(Number(await world.reader.getBlockNumber()));
  const bySequence = readingAll<bigint>();
  const total = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);

  const pool = (await sdk.getPoolFigures(subgraph)) ?? expect.fail("nobody staked in the pool");
  const positions = await bySequence((page) => sdk.getPoolPositions(subgraph, page));
  expect(total(positions.map(({ amount }) => amount))).toBe(pool.totalStaked);
  const { number: blockNumber } = await sdk.getIndexedBlock(subgraph);
  const open = positions.filter(({ amount }) => amount > 0n);
  expect(await sdk.getBonusPositions(subgraph, { blockNumber })).toHaveLength(open.length);
  expect((await sdk.getPoolPoint(subgraph))?.totalStaked).toBe(pool.totalStaked);
  expect((await sdk.getVaultPoint(subgraph))?.sharePrice).toBeGreaterThan(0n);
  expect((await sdk.getPoolHistory(subgraph, { interval: "day" })).length).toBeGreaterThan(0);
  expect((await sdk.getVaultHistory(subgraph, { interval: "day" })).length).toBeGreaterThan(0);

  const campaigns = await bySequence((page) => sdk.getCampaigns(subgraph, page));
  const claims = await bySequence((page) => sdk.getCampaignClaims(subgraph, page));
  expect(total(campaigns.map(({ claimed }) => claimed))).toBe(total(claims.map(({ amount }) => amount)));
  const roots = await Promise.all(
    campaigns.map(({ campaignId }) => sdk.getCampaignRoots(subgraph, { campaignId })),
  );
  expect(roots.flat().length).toBeGreaterThan(0);

  const items = await bySequence((page) => sdk.getStoreItems(subgraph, page));
  const orders = await bySequence((page) => sdk.getStoreOrders(subgraph, page));
  const known = new Set(items.map(({ itemId }) => itemId));
  expect(orders.filter(({ itemId }) => !known.has(itemId))).toEqual([]);
  const referrals = await readingAll<Hex>()((page) => sdk.getReferrals(subgraph, page));
  expect(new Set(referrals.map(({ newcomer }) => newcomer)).size).toBe(referrals.length);

  const [{ account } = expect.fail("nobody claimed points")] = await bySequence((page) =>
    sdk.getTapClaims(subgraph, page),
  );
  const { balance } = (await sdk.getPointsAccount(subgraph, { account })) ?? expect.fail("no points");
  expect(balance).toBe(await pointsOf(world).read.balanceOf([account]));
  const told = await bySequence((page) => sdk.getPoolEvents(subgraph, page));
  expect(new Set(told.map(({ positionId }) => positionId)).size).toBe(positions.length);
  expect((await bySequence((page) => sdk.getPointsEvents(subgraph, page))).length).toBeGreaterThan(0);
  expect((await sdk.getPointsChannels(subgraph)).length).toBeGreaterThan(0);
  expect((await sdk.getBudgets(subgraph)).length).toBeGreaterThan(0);
});

test("behavior: every list of loans is answered, and its pages are the whole", async () => {
  const { world, graph, graphql: url } = stack;
  const subgraph = sdk.createSubgraphClient({ url });
  await graph.until(Number(await world.reader.getBlockNumber()));
  const bySequence = readingAll<bigint>();
  const byId = readingAll<Hex>();
  const total = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
  const interval = "day";

  const markets = await byId((page) => sdk.getLendingMarkets(subgraph, page));
  const positions = await byId((page) => sdk.getLendingPositions(subgraph, page));
  const moved = await bySequence((page) => sdk.getLendingEvents(subgraph, page));
  for (const { id: market, supplyShares, borrowShares, collateralAmount, liquidationCount } of markets) {
    const own = positions.filter((each) => each.market === market);
    expect(total(own.map((each) => each.supplyShares))).toBe(supplyShares);
    expect(total(own.map((each) => each.borrowShares))).toBe(borrowShares);
    expect(total(own.map((each) => each.collateral))).toBe(collateralAmount);
    const owing = await byId((page) => sdk.getLendingPositions(subgraph, { market, owing: true, ...page }));
    expect(owing).toEqual(own.filter((each) => each.borrowShares > 0n));
    const seized = moved.filter(({ kind, market: of }) => kind === "LIQUIDATED" && of === market);
    expect(seized).toHaveLength(liquidationCount);
    const flows = await sdk.getLendingFlows(subgraph, { market, interval });
    expect(total(flows.map(({ liquidated }) => liquidated))).toBe(
      markets.find(({ id }) => id === market)?.cumulativeLiquidate,
    );
    await sdk.getLendingHistory(subgraph, { market, interval });
  }
  const figures = await sdk.getLendingFigures(subgraph);
  expect(figures?.marketCount ?? 0).toBe(markets.length);
  expect(figures?.positionCount ?? 0).toBe(positions.length);
  expect((await sdk.getLendingOracles(subgraph, { listed: true })).length).toBeGreaterThan(0);
  expect((await sdk.getLendingRateModels(subgraph, { listed: true })).length).toBeGreaterThan(0);
  await sdk.getLendingAuthorizations(subgraph, { isAuthorized: true });
  for (const { asset, appraisalCount } of await sdk.getAppraisedAssets(subgraph)) {
    const said = await bySequence((page) => sdk.getAppraisals(subgraph, { asset, ...page }));
    expect(said).toHaveLength(appraisalCount);
    const days = await sdk.getAppraisalHistory(subgraph, { asset, interval, first: 1_000 });
    expect(days.reduce((sum, { appraisals }) => sum + appraisals, 0)).toBe(appraisalCount);
  }

  const lines = await bySequence((page) => sdk.getCreditLines(subgraph, page));
  const told = await bySequence((page) => sdk.getCreditEvents(subgraph, page));
  expect(told.filter(({ kind }) => kind === "DRAWN")).toHaveLength(
    lines.reduce((sum, { drawCount }) => sum + drawCount, 0),
  );
  const program = await sdk.getCreditProgram(subgraph);
  expect(program?.lineCount ?? 0).toBe(lines.length);
  expect(await sdk.getCreditTierCaps(subgraph)).toHaveLength(3);
  const [{ cycle: firstCycle } = expect.fail("there are no terms")] = await sdk.getCreditCycleTerms(subgraph);
  expect(firstCycle).toBe(1);
  const book = (await sdk.getCreditBookFigures(subgraph)) ?? expect.fail("there is no book");
  const cohorts = await sdk.getCreditCohorts(subgraph);
  expect(total(cohorts.map(({ principal }) => principal))).toBe(book.principal);
  await sdk.getCreditBookHistory(subgraph, { interval });
  const flows = await sdk.getCreditFlows(subgraph, { interval, first: 1_000 });
  expect(total(flows.map(({ drawn }) => drawn))).toBe(program?.drawn);

  for (const pool of ["senior", "firstLoss"] as const) {
    const [found = expect.fail("there is no such pool")] = await sdk.getCreditPools(subgraph, { pool });
    const owned = await byId((page) => sdk.getCreditPoolPositions(subgraph, { pool, ...page }));
    // What is queued, under notice or locked lies in the shares of who keeps it.
    expect(total(owned.map(({ shares }) => shares))).toBe(found.totalShares);
    const put = await sdk.getCreditPoolFlows(subgraph, { pool, interval, first: 1_000 });
    expect(total(put.map(({ deposited }) => deposited))).toBe(found.deposited);
    await sdk.getCreditPoolHistory(subgraph, { pool, interval });
    const events = await bySequence((page) => sdk.getCreditPoolEvents(subgraph, { pool, ...page }));
    const paid = events.filter(({ kind }) => kind === "DEPOSITED").map(({ assets }) => assets);
    expect(total(paid)).toBe(found.deposited);
    if (pool === "senior")
      expect(await bySequence((page) => sdk.getPoolExits(subgraph, page))).toHaveLength(found.exitCount);
    else
      expect(total((await sdk.getPoolNotices(subgraph)).map(({ shares }) => shares))).toBe(
        found.noticeShares,
      );
  }
  const vouches = await byId((page) => sdk.getVouches(subgraph, page));
  const changed = await bySequence((page) => sdk.getVouchEvents(subgraph, page));
  const pairs = new Set(changed.map(({ identity, voucher }) => `${identity} ${voucher}`));
  expect(pairs.size).toBe(vouches.length);
  const invites = await sdk.getVouchInvites(subgraph);
  expect(invites.length).toBeGreaterThanOrEqual(vouches.length);
});

test("behavior: no read of the SDK was left out", () => {
  const reads = Object.keys(everything).filter((name) => name.startsWith("get"));
  expect(reads.filter((name) => !asked.has(name))).toEqual([]);
});

test("behavior: names and links that are no text are indexed as what a lenient reader makes of them", async () => {
  const { world, graph } = stack;
  const asset = await tokenizeHostile(world, world.random.word());
  const block = Number(await world.reader.getBlockNumber());
  await graph.until(block);
  const { asset: row } = await graph.query(
    `{ asset(id: "${asset.toLowerCase()}") { name symbol metadataURI } }`,
    z.object({ asset: z.object({ name: z.string(), symbol: z.string(), metadataURI: z.string() }) }),
  );
  expect(row.name).toBe(new TextDecoder().decode(hexToBytes(noText)).replaceAll("\0", ""));
  expect(row.symbol).toBe("\u{fffd}");
  expect(row.metadataURI).toBe(`data:application/json,${"\u{fffd}".repeat(4_085)}`);
  await reconcile(world, graph);
});

test("behavior: every query of the README is answered", async () => {
  const { world, graph } = stack;
  await graph.until(Number(await world.reader.getBlockNumber()));
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const queries = [...readme.matchAll(/```graphql\n(.*?)```/gs)].map(([, query = ""]) => query);
  expect(queries.length).toBeGreaterThan(5);
  for (const query of queries) await graph.query(query, z.record(z.string(), z.unknown()));
});

/** Reads a list of the SDK to its end, three items at a time. */
function readingAll<cursor>() {
  return async <item>(
    list: (page: everything.PageParameters<cursor>) => Promise<everything.Page<item, cursor>>,
  ) => {
    const items: item[] = [];
    let after: cursor | undefined;
    do {
      const page = await list({ first: 3, after });
      items.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    return items;
  };
}
