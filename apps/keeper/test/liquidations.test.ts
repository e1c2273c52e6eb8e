import { getMarketHealth, getMarketPosition, marketId, transferSync } from "@qti/sdk";
import { type Address, erc20Abi } from "viem";
import { beforeAll, beforeEach, expect, test } from "vitest";
import {
  allow,
  borrower,
  desk,
  dollar,
  newcomer,
  openMarket,
  qtiMarket,
  setPrice,
  startDebtIndex,
} from "./support/borrowers.ts";
import { keyOf, openTestChain, until } from "./support/chain.ts";
import { freshDatabase, startKeeper } from "./support/keeper.ts";
import { addressOf, qti } from "./support/stakers.ts";

/** The account to which the deployment gives the liquidator. */
const keeperAccount = 19;
const keeperKey = keyOf(keeperAccount);
const keeper = () => desk(keeperAccount);
const everybody: Address[] = [];

beforeAll(async () => {
  await openMarket();
});
beforeEach(() => setPrice(2n * dollar));

async function settings(more: Record<string, string> = {}): Promise<Record<string, string>> {
  return {
    QTI_GRAPHQL_URL: await startDebtIndex(() => everybody),
    QTI_KEEPER_MIN_GAIN: `${dollar}`,
    QTI_KEEPER_ETHER_PRICE: `${3_000n * dollar}`,
    QTI_KEEPER_CHORES_MS: "100",
    // Orders that cross, which tests of matching left in the book, are for other keepers.
    QTI_KEEPER_MIN_TIP: `${10n ** 30n}`,
    ...more,
  };
}

/** Somebody whose pledge of 100 QTI, worth 200 dollars, carries 150; at 1.8 dollars it does no more. */
async function owes150(): Promise<Address> {
  const account = await borrower(100n, 150n);
  everybody.push(account);
  return account;
}

/** The keeper has so many dollars, and lets its liquidator take all of them. */
async function give(dollars: bigint): Promise<void> {
  const wallet = keeper();
  const token = addressOf("testDollar");
  const has = await balanceOf(token);
  if (has > 0n) await transferSync(wallet, { asset: token, to: addressOf("demoFaucet"), amount: has });
  const donor = await newcomer();
  await transferSync(donor, { asset: token, to: wallet.account.address, amount: dollars * dollar });
  await allow(wallet, token, addressOf("liquidator"));
}

const balanceOf = (token: Address) =>
  keeper().readContract({
    address: token,
    abi: erc20Abi,
    functionName: "balanceOf",
    args: [keeper().account.address],
  });
const positionOf = (account: Address) => getMarketPosition(keeper(), { id: marketId(qtiMarket()), account });
const debtOf = async (account: Address) =>
  (await getMarketHealth(keeper(), { params: qtiMarket(), account })).debt;

test("killed again and again, it liquidates what is ripe once, with its own money, and leaves the healthy alone", {
  timeout: 600_000,
}, async () => {
  const ripe = await owes150();
  const healthy = await borrower(100n, 50n);
  everybody.push(healthy);
  await give(1_000n);
  const before = await balanceOf(addressOf("qtiToken"));
  const transactions = () => openTestChain().getTransactionCount({ address: keeper().account.address });
  const sent = await transactions();
  await setPrice((18n * dollar) / 10n);
  const databaseUrl = await freshDatabase();
  const environment = await settings();
  const isDone = async () => (await debtOf(ripe)) === 0n;
  for (let life = 0; !(await isDone()); life += 1) {
    const one = await startKeeper(keeperKey, databaseUrl, environment);
    const words = ["listening", "working", "confirmed"][life % 3] ?? "working";
    await one.saidOrDone(words, isDone);
    await one.kill();
  }
  const last = await startKeeper(keeperKey, databaseUrl, environment);
  await last.said("working");
  await last.text("/health");
  expect(await transactions()).toBe(sent + 1);
  // Paid 150 dollars and some interest, and got 6.9 % more in QTI at 1.8 dollars.
  const gained = (await balanceOf(addressOf("qtiToken"))) - before;
  expect(gained).toBeGreaterThan(89n * qti);
  expect(gained).toBeLessThan(90n * qti);
  expect(await balanceOf(addressOf("testDollar"))).toBeLessThanOrEqual(850n * dollar);
  expect(await balanceOf(addressOf("testDollar"))).toBeGreaterThan(849n * dollar);
  expect((await positionOf(healthy)).collateral).toBe(100n * qti);
});

test("with less money than a position needs, it pays a part that leaves no crumbs", async () => {
  const ripe = await owes150();
  await give(60n);
  await setPrice((18n * dollar) / 10n);
  await startKeeper(keeperKey, await freshDatabase(), await settings());
  await until(async () => ((await debtOf(ripe)) < 100n * dollar ? true : undefined));
  const { collateral } = await positionOf(ripe);
  expect(collateral).toBeGreaterThan(60n * qti);
  expect(await balanceOf(addressOf("testDollar"))).toBeLessThan(dollar);
});

test("what brings less than its gas, or than was asked for, is left to others, and says so", async () => {
  const ripe = await owes150();
  await give(1_000n);
  await setPrice((18n * dollar) / 10n);
  const dear = await startKeeper(
    keeperKey,
    await freshDatabase(),
    await settings({ QTI_KEEPER_ETHER_PRICE: `${10n ** 9n * dollar}` }),
  );
  await dear.said("not worth its gas");
  await dear.kill();
  const greedy = await startKeeper(
    keeperKey,
    await freshDatabase(),
    await settings({ QTI_KEEPER_MIN_GAIN: `${100n * dollar}` }),
  );
  await greedy.said("not worth its gas");
  await greedy.kill();
  expect(await debtOf(ripe)).toBeGreaterThan(149n * dollar);
});

test("a dry run says what it would do, and sends nothing", async () => {
  const ripe = await owes150();
  await give(1_000n);
  await setPrice((18n * dollar) / 10n);
  const one = await startKeeper(
    keeperKey,
    await freshDatabase(),
    await settings({ QTI_KEEPER_DRY_RUN: "1" }),
  );
  await one.said("would send");
  expect(await debtOf(ripe)).toBeGreaterThan(149n * dollar);
});

test("money that is not named is not lent, and a wallet without any pays nothing", async () => {
  const ripe = await owes150();
  await give(1_000n);
  await setPrice((18n * dollar) / 10n);
  const other = await startKeeper(
    keeperKey,
    await freshDatabase(),
    await settings({ QTI_KEEPER_MIN_GAIN: JSON.stringify({ [addressOf("qtiToken")]: "1" }) }),
  );
  await other.said("working");
  await other.text("/health");
  await other.kill();
  await allow(keeper(), addressOf("testDollar"), addressOf("liquidator"), 0n);
  const poor = await startKeeper(keeperKey, await freshDatabase(), await settings());
  await poor.said("too little money");
  expect(await debtOf(ripe)).toBeGreaterThan(149n * dollar);
});

test("a market that cannot be reckoned keeps it from none of the others", async () => {
  const ripe = await owes150();
  await give(1_000n);
  await setPrice((18n * dollar) / 10n);
  // Nobody made it, and where its oracle should be there is money.
  const unknown = { ...qtiMarket(), oracle: addressOf("testDollar") };
  const markets = [unknown, qtiMarket(), { ...unknown, rateModel: addressOf("testDollar") }];
  const url = await startDebtIndex(() => everybody, markets);
  const one = await startKeeper(keeperKey, await freshDatabase(), await settings({ QTI_GRAPHQL_URL: url }));
  await until(async () => ((await debtOf(ripe)) === 0n ? true : undefined));
  await one.said("cannot be reckoned");
});
