import { getBalances } from "@qti/sdk";
import { exchangeAbi } from "@qti/sdk/abis";
import { type Hash, parseEventLogs } from "viem";
import { generatePrivateKey } from "viem/accounts";
import { expect, inject, test } from "vitest";
import { openTestChain, until } from "./support/chain.ts";
import { addressOfKey, freshDatabase, startKeeper } from "./support/keeper.ts";
import { openMarket } from "./support/market.ts";

const share = 10n ** 18n;
const day = 86_400;
const chain = () => openTestChain();

/** A key with ether on it and nothing else. */
async function keeperKey() {
  const key = generatePrivateKey();
  await chain().setBalance({ address: addressOfKey(key), value: 10n ** 19n });
  return key;
}

/** Everything that was ever matched of an asset, oldest first. */
async function matchesOf(asset: string) {
  const logs = await chain().getLogs({ address: inject("contracts").exchange, fromBlock: 0n });
  return parseEventLogs({ abi: exchangeAbi, eventName: "OrdersMatched", logs }).filter(
    ({ args }) => args.trade.asset === asset,
  );
}

async function pass(seconds: number) {
  await chain().increaseTime({ seconds });
  await chain().mine({ blocks: 1 });
}

test("limit orders that cross are matched, and the keeper is paid its tip", async () => {
  const market = await openMarket();
  const ask = await market.limit("ask", 10n, 90n);
  const bid = await market.limit("bid", 6n, 100n);
  const key = await keeperKey();
  const keeper = await startKeeper(key, await freshDatabase());
  const [match] = await until(async () => {
    const found = await matchesOf(market.asset);
    return found.length > 0 ? found : undefined;
  });
  expect(match?.args).toMatchObject({ askHash: ask, bidHash: bid, caller: addressOfKey(key) });
  expect(match?.args.trade.assetAmount).toBe(6n * share);
  const { dollar } = await getBalances(market.seller, { account: addressOfKey(key) });
  expect(dollar).toBe(match?.args.trade.tip);
  expect(dollar).toBeGreaterThan(0n);
  await until(async () => ((await keeper.accounts()).earned.length > 0 ? true : undefined));
  expect(await keeper.accounts()).toMatchObject({
    spent: [{ job: "match", transactions: 1, reverted: 0 }],
    earned: [{ job: "match", amount: dollar }],
  });
  expect(await keeper.text("/metrics")).toContain(
    'qti_keeper_transactions_total{job="match",outcome="confirmed"} 1',
  );
  expect(JSON.parse(await keeper.text("/health"))).toEqual({ status: "ok", state: "working" });
  await keeper.kill("SIGTERM");
});

test("an order that comes later is matched as soon as the book tells of it", async () => {
  const market = await openMarket();
  const keeper = await startKeeper(await keeperKey(), await freshDatabase(), {
    QTI_KEEPER_INTERVAL_MS: "600000",
  });
  await keeper.said("working");
  await market.limit("ask", 3n, 50n);
  await market.limit("bid", 3n, 50n);
  await until(async () => ((await matchesOf(market.asset)).length === 1 ? true : undefined));
});

test("a falling price is matched when it has come down to the buyer, not before", async () => {
  const market = await openMarket();
  await market.dutch(5n, 200n, 100n);
  await market.limit("bid", 5n, 150n);
  const keeper = await startKeeper(await keeperKey(), await freshDatabase());
  await keeper.said("working");
  await pass(4 * day);
  await keeper.text("/health");
  expect(await matchesOf(market.asset)).toEqual([]);
  await pass(day + 3_600);
  const [match] = await until(async () => {
    const found = await matchesOf(market.asset);
    return found.length > 0 ? found : undefined;
  });
  expect(match?.args.trade.assetAmount).toBe(5n * share);
  expect(match?.args.trade.bidCost).toBeLessThanOrEqual(750_000_000n);
});

test("a standing order buys once in each window", async () => {
  const market = await openMarket();
  await market.limit("ask", 100n, 20n);
  const weekly = await market.weekly(4n, 20n, 3);
  const keeper = await startKeeper(await keeperKey(), await freshDatabase());
  for (const window of [0, 1, 2]) {
    await until(async () => ((await matchesOf(market.asset)).length === window + 1 ? true : undefined));
    await pass(7 * day);
  }
  await keeper.text("/health");
  const matches = await matchesOf(market.asset);
  expect(matches.map(({ args }) => [args.bidHash, args.trade.bidWindow])).toEqual([
    [weekly, 0],
    [weekly, 1],
    [weekly, 2],
  ]);
});

test("killed again and again at any moment: every pair is matched once, and the books are those of the chain", async () => {
  const market = await openMarket();
  const bids: Hash[] = [];
  for (let price = 1n; price <= 3n; price += 1n) {
    await market.limit("ask", 1n, price);
    bids.push(await market.limit("bid", 1n, 10n));
  }
  const key = await keeperKey();
  const before = 10n ** 19n;
  const databaseUrl = await freshDatabase();
  const isMatched = async () => {
    const matches = await matchesOf(market.asset);
    return matches.reduce((sum, { args }) => sum + args.trade.assetAmount, 0n) >= 3n * share;
  };
  for (let life = 0; !(await isMatched()); life += 1) {
    const keeper = await startKeeper(key, databaseUrl);
    // Another moment in each life: as the work begins, in the middle of it, before it.
    const words = ["working", "confirmed", "listening"][life % 3] ?? "listening";
    await keeper.saidOrDone(words, isMatched);
    for (let turn = 0; turn < life; turn += 1) await chain().getBlockNumber({ cacheTime: 0 });
    await keeper.kill();
  }
  const last = await startKeeper(key, databaseUrl);
  await last.said("working");
  const events = await matchesOf(market.asset);
  // Nobody's order was filled beyond what it says.
  for (const bid of bids) {
    const got = events.filter(({ args }) => args.bidHash === bid);
    expect(got.reduce((sum, { args }) => sum + args.trade.assetAmount, 0n)).toBeLessThanOrEqual(share);
  }
  const { spent, earned } = await until(async () => {
    const accounts = await last.accounts();
    return accounts.spent[0]?.transactions === (await matchesOf(market.asset)).length ? accounts : undefined;
  });
  expect(spent[0]?.reverted).toBe(0);
  expect(spent[0]?.wei).toBe(before - (await chain().getBalance({ address: addressOfKey(key) })));
  const tips = events.reduce((sum, { args }) => sum + args.trade.tip, 0n);
  expect(earned.reduce((sum, { amount }) => sum + amount, 0n)).toBe(tips);
  expect((await getBalances(market.seller, { account: addressOfKey(key) })).dollar).toBe(tips);
});

test("a second keeper with the same key stands by, and takes over when the first is killed", async () => {
  const key = await keeperKey();
  const databaseUrl = await freshDatabase();
  const first = await startKeeper(key, databaseUrl);
  await first.said("working");
  const second = await startKeeper(key, databaseUrl);
  await second.said("standing by");
  expect(JSON.parse(await second.text("/health"))).toEqual({ status: "ok", state: "standby" });
  await first.kill();
  await second.said("working");
});

test("a dry run says what it would match and sends nothing", async () => {
  const market = await openMarket();
  await market.limit("ask", 1n, 10n);
  await market.limit("bid", 1n, 12n);
  const key = await keeperKey();
  const keeper = await startKeeper(key, await freshDatabase(), { QTI_KEEPER_DRY_RUN: "1" });
  await keeper.said("would match");
  expect(await matchesOf(market.asset)).toEqual([]);
  expect(await chain().getTransactionCount({ address: addressOfKey(key) })).toBe(0);
});

test("a configuration that is wrong ends it with words and exit code 2", async () => {
  const keeper = await startKeeper("0x12", "nowhere");
  const [code] = await keeper.exited;
  expect(code).toBe(2);
  expect(keeper.lines[0]?.msg).toMatch(/DATABASE_URL[\s\S]*QTI_KEEPER_KEY/);
  expect(JSON.stringify(keeper.lines)).not.toContain("nowhere");
});
