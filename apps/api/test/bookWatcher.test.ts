import {
  freezeSync,
  getQuotes,
  matchOrdersSync,
  type Order,
  orderFlags,
  pauseSync,
  setFrozenTokensSync,
  tightenRulesSync,
  windowAt,
} from "@qti/sdk";
import { exchangeAbi } from "@qti/sdk/abis";
import { type BookOrder, orderPageSchema } from "@qti/sdk/exchange/wire";
import * as fc from "fast-check";
import type { Address, Hex } from "viem";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { WrongChainError } from "../src/core/chain.ts";
import { BookWatcher } from "../src/exchange/bookWatcher.ts";
import { listening, startChild } from "./support/childService.ts";
import {
  DAY,
  DOLLAR,
  orderOf,
  post,
  postGood,
  SHARE,
  type Terms,
  type Trader,
  type World,
} from "./support/market.ts";
import { ownChain } from "./support/ownChain.ts";
import { problemOf } from "./support/person.ts";
import { type Service, type ServiceOptions, serviceForTest } from "./support/service.ts";
import { StreamClient } from "./support/stream.ts";

let world: World;
let stopChain: () => Promise<void>;
let issuer: Trader & { asset: Address };
let asset: Address;
let taker: Trader;

beforeAll(async () => {
  ({ world, stop: stopChain } = await ownChain());
  issuer = await world.issuer();
  ({ asset } = issuer);
  taker = await world.trader();
  await taker.approve(world.dollar);
}, 300_000);
afterAll(() => stopChain());

/** A service on the chain of this file. */
function serviceHere({ environment }: ServiceOptions = {}): Promise<Service> {
  return serviceForTest({
    environment: {
      QTI_RPC_URL: world.rpcUrl,
      QTI_CONTRACTS: JSON.stringify(world.contracts),
      ...environment,
    },
  });
}

/** Somebody with shares to sell, which the exchange may move. */
async function seller(shares = 100n): Promise<Trader> {
  const trader = await world.trader();
  await issuer.give(asset, trader.address, shares * SHARE);
  return trader.approve(asset);
}

async function buyer(): Promise<Trader> {
  return (await world.trader()).approve(world.dollar);
}

/** What somebody signed and the book took. */
type Kept = { order: Order; signature: Hex; hash: Hex };

async function offer(service: { url: string }, maker: Trader, terms?: Terms): Promise<Kept> {
  const order = await maker.ask(asset, terms);
  const posted = await maker.sign(order);
  const { hash } = await postGood(service, posted);
  return { order, signature: posted.signature, hash };
}

async function want(service: { url: string }, maker: Trader, terms?: Terms): Promise<Kept> {
  const order = await maker.bid(asset, terms);
  const posted = await maker.sign(order);
  const { hash } = await postGood(service, posted);
  return { order, signature: posted.signature, hash };
}

/** Lets the watcher catch up, and looks at an order. */
async function caughtUp(service: Service, { hash }: { hash: string }): Promise<BookOrder> {
  await service.watch();
  return orderOf(service, hash);
}

describe("an order in the book", () => {
  it("shrinks as it is filled, and ends when nothing is left of it", async () => {
    const service = await serviceHere();
    const kept = await offer(service, await seller());
    await taker.take(kept, 4n * SHARE);
    expect(await caughtUp(service, kept)).toMatchObject({
      state: "open",
      fillable: 6n * SHARE,
      filled: 4n * SHARE,
      wanted: 60n * DOLLAR,
    });
    await taker.take(kept, 6n * SHARE);
    expect(await caughtUp(service, kept)).toMatchObject({
      state: "filled",
      issue: "filled",
      fillable: 0n,
      filled: 10n * SHARE,
    });
  });

  it("ends when its maker cancels it, alone or with all others", async () => {
    const service = await serviceHere();
    const maker = await seller();
    const [one, two, three] = [
      await offer(service, maker),
      await offer(service, maker),
      await offer(service, maker),
    ];
    await maker.cancel(one.order);
    expect(await caughtUp(service, one)).toMatchObject({
      state: "cancelled",
      issue: "cancelled",
      opensAt: 0,
    });
    expect(await caughtUp(service, two)).toMatchObject({ state: "open" });
    await maker.cancelAll();
    for (const kept of [two, three]) {
      expect(await caughtUp(service, kept)).toMatchObject({ state: "cancelled", issue: "epoch" });
    }
  });

  it("is out while its maker lacks what it sells, and comes back by itself", async () => {
    const service = await serviceHere();
    const maker = await seller(10n);
    const parts = await offer(service, maker);
    const whole = await offer(service, maker, { flags: 0 });
    await maker.give(asset, issuer.address, 7n * SHARE);
    expect(await caughtUp(service, parts)).toMatchObject({ state: "open", fillable: 3n * SHARE });
    expect(await caughtUp(service, whole)).toMatchObject({
      state: "unfillable",
      issue: "makerBalance",
      fillable: 0n,
    });
    await maker.give(asset, issuer.address, 3n * SHARE);
    expect(await caughtUp(service, parts)).toMatchObject({ state: "unfillable", issue: "makerBalance" });
    await issuer.give(asset, maker.address, 10n * SHARE);
    expect(await caughtUp(service, parts)).toMatchObject({ state: "open", fillable: 10n * SHARE });
    expect(await caughtUp(service, whole)).toMatchObject({ state: "open", fillable: 10n * SHARE });
  });

  it("that buys is out while the money is away, and comes back by itself", async () => {
    const service = await serviceHere();
    const maker = await buyer();
    const kept = await want(service, maker);
    await maker.give(world.dollar, taker.address, 10_000n * DOLLAR);
    expect(await caughtUp(service, kept)).toMatchObject({ state: "unfillable", issue: "makerBalance" });
    await taker.give(world.dollar, maker.address, 50n * DOLLAR);
    expect(await caughtUp(service, kept)).toMatchObject({ state: "open", fillable: 50n * DOLLAR });
  });

  it("is out while the exchange may not move what it sells, and comes back by itself", async () => {
    const service = await serviceHere();
    const [selling, buying] = [await seller(), await buyer()];
    const [ask, bid] = [await offer(service, selling), await want(service, buying)];
    await selling.approve(asset, 0n);
    await buying.approve(world.dollar, 0n);
    for (const kept of [ask, bid]) {
      expect(await caughtUp(service, kept)).toMatchObject({ state: "unfillable", issue: "makerAllowance" });
    }
    await selling.approve(asset);
    await buying.approve(world.dollar, 30n * DOLLAR);
    expect(await caughtUp(service, ask)).toMatchObject({ state: "open", fillable: 10n * SHARE });
    expect(await caughtUp(service, bid)).toMatchObject({ state: "open", fillable: 30n * DOLLAR });
  });

  it("changes when another order of its maker is filled with what both would sell", async () => {
    const service = await serviceHere();
    const maker = await seller(10n);
    const [one, two] = [await offer(service, maker), await offer(service, maker, { dollars: 90n })];
    await taker.take(two);
    expect(await caughtUp(service, one)).toMatchObject({ state: "unfillable", issue: "makerBalance" });
    expect(await caughtUp(service, two)).toMatchObject({ state: "filled" });
  });

  it("and the one it was matched with both change", async () => {
    const service = await serviceHere();
    const [ask, bid] = [
      await offer(service, await seller()),
      await want(service, await buyer(), { dollars: 150n }),
    ];
    await matchOrdersSync(taker.wallet, {
      ask: ask.order,
      askSignature: ask.signature,
      bid: bid.order,
      bidSignature: bid.signature,
      assetAmount: 4n * SHARE,
    });
    expect(await caughtUp(service, ask)).toMatchObject({ fillable: 6n * SHARE, filled: 4n * SHARE });
    expect(await caughtUp(service, bid)).toMatchObject({ fillable: 90n * DOLLAR, filled: 60n * DOLLAR });
  });

  it("is out while its maker's shares are frozen", async () => {
    const service = await serviceHere();
    const maker = await seller(10n);
    const kept = await offer(service, maker);
    const desk = world.desk(3);
    await setFrozenTokensSync(desk, { asset, holder: maker.address, amount: 8n * SHARE });
    expect(await caughtUp(service, kept)).toMatchObject({ state: "open", fillable: 2n * SHARE });
    await setFrozenTokensSync(desk, { asset, holder: maker.address, amount: 10n * SHARE });
    expect(await caughtUp(service, kept)).toMatchObject({ state: "unfillable", issue: "makerBalance" });
    await setFrozenTokensSync(desk, { asset, holder: maker.address, amount: 0n });
    expect(await caughtUp(service, kept)).toMatchObject({ state: "open", fillable: 10n * SHARE });
  });

  it("is out while its maker is frozen as a person", async () => {
    const service = await serviceHere();
    const [selling, buying] = [await seller(), await buyer()];
    const [ask, bid] = [await offer(service, selling), await want(service, buying)];
    await freezeSync(world.desk(3), { subject: selling.address });
    await freezeSync(world.desk(3), { subject: buying.address });
    expect(await caughtUp(service, ask)).toMatchObject({
      state: "unfillable",
      issue: "compliance",
      refusal: 2,
    });
    expect(await caughtUp(service, bid)).toMatchObject({
      state: "unfillable",
      issue: "compliance",
      refusal: 6,
    });
  });

  it("is out when the asset's rules no longer let its maker have it", async () => {
    const service = await serviceHere();
    const other = await world.issuer();
    await other.approve(other.asset);
    const maker = await buyer();
    const order = await maker.bid(other.asset);
    const kept = await postGood(service, await maker.sign(order));
    expect(await caughtUp(service, kept)).toMatchObject({ state: "open" });
    const rules = { minTier: 3, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n };
    await tightenRulesSync(world.desk(3), { asset: other.asset, rules });
    expect(await caughtUp(service, kept)).toMatchObject({
      state: "unfillable",
      issue: "compliance",
      refusal: 10,
    });
  });

  it("is in during a lock-up, whether a window is open or not: the issuer may take it", async () => {
    const service = await serviceHere();
    const other = await world.issuer();
    const maker = await buyer();
    const lockedUntil = (await world.now()) + 30 * DAY;
    const rules = { minTier: 1, maxHolders: 0, lockedUntil, capPerIdentity: 0n };
    await tightenRulesSync(world.desk(3), { asset: other.asset, rules });
    const kept = await postGood(service, await maker.sign(await maker.bid(other.asset)));
    expect(await caughtUp(service, kept)).toMatchObject({ state: "open", issue: "none", refusal: 0 });
    const later = await maker.bid(other.asset, { start: (await world.now()) + DAY });
    const waiting = await postGood(service, await maker.sign(later));
    expect(await caughtUp(service, waiting)).toMatchObject({ state: "waiting" });
  });

  it("is out while its asset or the exchange is paused, and back when the pause lapses", async () => {
    const service = await serviceHere();
    const other = await world.issuer();
    await other.approve(other.asset);
    const order = await other.ask(other.asset, { duration: 40 * DAY });
    const kept = await postGood(service, await other.sign(order));
    await pauseSync(world.desk(6), { asset: other.asset });
    expect(await caughtUp(service, kept)).toMatchObject({ state: "unfillable", issue: "compliance" });
    await world.pass(14 * DAY);
    // Nothing happened on the chain but time.
    service.clock.advance(61_000);
    expect(await caughtUp(service, kept)).toMatchObject({ state: "open" });
    const pauser = world.desk(6);
    const hash = await pauser.writeContract({
      address: world.exchange,
      abi: exchangeAbi,
      functionName: "pause",
      args: [],
    });
    await world.node.waitForTransactionReceipt({ hash });
    expect(await caughtUp(service, kept)).toMatchObject({ state: "unfillable", issue: "paused" });
    // Posting goes on, and cancelling does.
    const later = await offer(service, await seller(), { duration: 40 * DAY });
    expect(await caughtUp(service, later)).toMatchObject({ state: "unfillable", issue: "paused" });
    const poor = await world.trader();
    await poor.approve(asset);
    const problem = await problemOf(await post(service, await poor.sign(await poor.ask(asset))));
    expect(problem).toMatchObject({ code: "order-balance" });
    await world.pass(14 * DAY);
    service.clock.advance(61_000);
    expect(await caughtUp(service, later)).toMatchObject({ state: "open" });
  });

  it("of a smart account is out when the account no longer accepts its signature, though no event says so", async () => {
    const service = await serviceHere();
    const owner = await world.stranger();
    const maker = await smartMaker(owner);
    const order = { ...(await owner.bid(asset)), maker };
    const kept = await postGood(service, await owner.sign(order));
    expect(await caughtUp(service, kept)).toMatchObject({ state: "open" });
    const code = (await world.node.getCode({ address: maker })) ?? "0x";
    await world.node.setCode({ address: maker, bytecode: "0x5f5ffd" });
    expect(await caughtUp(service, kept)).toMatchObject({ state: "open" });
    service.clock.advance(61_000);
    expect(await caughtUp(service, kept)).toMatchObject({ state: "unfillable", issue: "signature" });
    await world.node.setCode({ address: maker, bytecode: code });
    service.clock.advance(61_000);
    expect(await caughtUp(service, kept)).toMatchObject({ state: "open" });
  });

  it("of a smart account is signed anew when the account has another owner", async () => {
    const service = await serviceHere();
    const [owner, next] = [await world.stranger(), await world.stranger()];
    const [maker, other] = [await smartMaker(owner), await smartMaker(next)];
    const order = { ...(await owner.bid(asset)), maker };
    const kept = await postGood(service, await owner.sign(order));
    // The account is given the code that asks its new owner.
    const code = await world.node.getCode({ address: other });
    await world.node.setCode({ address: maker, bytecode: code ?? "0x" });
    const response = await post(service, await next.sign(order));
    expect(response.status).toBe(200);
    service.clock.advance(61_000);
    const signed = await caughtUp(service, kept);
    expect(signed).toMatchObject({ state: "open", signature: (await next.sign(order)).signature });
  });

  it("of a smart account keeps its signature while that is good, whatever else the account accepts", async () => {
    const service = await serviceHere();
    const [owner, next] = [await world.stranger(), await world.stranger()];
    const maker = await smartMaker(owner);
    // It says yes to everything.
    await world.node.setCode({ address: maker, bytecode: "0x631626ba7e60e01b5f5260205ff3" });
    const order = { ...(await owner.bid(asset)), maker };
    const first = await owner.sign(order);
    await postGood(service, first);
    const response = await post(service, await next.sign(order));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ signature: first.signature });
    const { rows } = await service.pool.query("select count(*)::int as events from order_events");
    expect(rows).toEqual([{ events: 1 }]);
  });

  /** A smart account of an owner, verified and with money that the exchange may move. */
  async function smartMaker(owner: Trader): Promise<Address> {
    const { deployFactory, deploySmartAccount, smartAccountOf } = await import("./support/smartAccount.ts");
    const factory = await deployFactory(world.rpcUrl);
    await deploySmartAccount(factory, owner.address, world.rpcUrl);
    const maker = smartAccountOf(factory, owner.address);
    await taker.give(world.dollar, maker, 200n * DOLLAR);
    await world.attest(maker);
    await world.approveFor(maker, world.dollar);
    return maker;
  }
});

describe("windows", () => {
  it("open and close with the chain's clock", async () => {
    const service = await serviceHere();
    const start = (await world.now()) + DAY;
    const kept = await offer(service, await seller(), { start });
    expect(await caughtUp(service, kept)).toMatchObject({
      state: "waiting",
      issue: "notYet",
      opensAt: start,
    });
    await world.pass(DAY);
    expect(await caughtUp(service, kept)).toMatchObject({ state: "open", closesAt: start + DAY });
    await world.pass(DAY + 10);
    expect(await caughtUp(service, kept)).toMatchObject({ state: "expired", issue: "expired", closesAt: 0 });
  });

  it("are open at once when they begin with the block that comes next", async () => {
    const service = await serviceHere();
    const maker = await seller();
    const { timestamp } = await world.node.getBlock({ blockTag: "pending" });
    const kept = await offer(service, maker, { start: Number(timestamp) });
    // No block was made meanwhile.
    expect(await world.now()).toBeLessThan(kept.order.start);
    expect(await orderOf(service, kept.hash)).toMatchObject({ state: "open", fillable: 10n * SHARE });
  });

  it("open while no block is made, where blocks are made on demand", async () => {
    const service = await serviceHere();
    const maker = await seller();
    const start = (await world.now()) + DAY;
    const good = await offer(service, maker, { start });
    const poor = await seller(10n);
    const empty = await offer(service, poor, { start });
    await poor.give(asset, issuer.address, 10n * SHARE);
    await world.node.increaseTime({ seconds: DAY + 60 });
    expect(await caughtUp(service, good)).toMatchObject({ state: "open", fillable: 10n * SHARE });
    // The next block is asked about everything, not only about time.
    expect(await caughtUp(service, empty)).toMatchObject({ state: "unfillable", issue: "makerBalance" });
    await world.node.increaseTime({ seconds: DAY });
    expect(await caughtUp(service, good)).toMatchObject({ state: "expired" });
    await world.node.mine({ blocks: 1 });
  });

  it("of a standing order come one after another; what one sold says nothing of the next", async () => {
    const service = await serviceHere();
    const start = await world.now();
    const standing = { start, duration: DAY / 2, interval: DAY, count: 3 };
    const kept = await offer(service, await seller(), standing);
    await taker.take(kept);
    expect(await caughtUp(service, kept)).toMatchObject({
      state: "waiting",
      issue: "filled",
      window: 1,
      filled: 0n,
      opensAt: start + DAY,
    });
    await world.pass(DAY);
    expect(await caughtUp(service, kept)).toMatchObject({ state: "open", window: 1, fillable: 10n * SHARE });
    await taker.take(kept, 4n * SHARE);
    expect(await caughtUp(service, kept)).toMatchObject({
      state: "open",
      filled: 4n * SHARE,
      fillable: 6n * SHARE,
    });
    await world.pass(DAY / 2);
    expect(await caughtUp(service, kept)).toMatchObject({
      state: "waiting",
      issue: "betweenWindows",
      window: 2,
      filled: 0n,
      fillable: 0n,
      opensAt: start + 2 * DAY,
    });
    await world.pass(DAY / 2);
    expect(await caughtUp(service, kept)).toMatchObject({ state: "open", window: 2, fillable: 10n * SHARE });
    await taker.take(kept);
    expect(await caughtUp(service, kept)).toMatchObject({
      state: "filled",
      window: 2,
      filled: 10n * SHARE,
      opensAt: 0,
    });
  });

  it("that were missed lapse, and the last one ends the order", async () => {
    const service = await serviceHere();
    const start = await world.now();
    const kept = await offer(service, await seller(), { start, duration: 3600, interval: DAY, count: 3 });
    await world.pass(DAY + 7200);
    expect(await caughtUp(service, kept)).toMatchObject({ state: "waiting", window: 2 });
    await world.pass(3 * DAY);
    expect(await caughtUp(service, kept)).toMatchObject({ state: "expired", endsAt: start + 2 * DAY + 3600 });
  });

  it("of a Dutch order bring its price down second by second", async () => {
    const service = await serviceHere();
    const start = await world.now();
    const kept = await offer(service, await seller(), { start, dollars: 200n, dollarsAtEnd: 100n });
    await world.pass(DAY / 4);
    const { price, wanted } = await caughtUp(service, kept);
    expect(price).toBeLessThanOrEqual(17_500_000n);
    expect(price).toBeGreaterThan(17_490_000n);
    expect(price).toBe((wanted + 9n) / 10n);
    await world.pass(DAY);
    expect(await caughtUp(service, kept)).toMatchObject({ state: "expired" });
  });

  it("that closed a moment ago offer nothing, also before the watcher saw it", async () => {
    const service = await serviceHere();
    const kept = await offer(service, await seller(), { duration: 3600 });
    await service.watch();
    service.clock.advance(2 * 3_600_000);
    expect(await orderOf(service, kept.hash)).toMatchObject({ state: "expired", fillable: 0n });
    const page = await fetch(`${service.url}/v1/orders?state=open`);
    expect(orderPageSchema.parse(await page.json()).items).toEqual([]);
    const book = await fetch(`${service.url}/v1/orders/book?asset=${asset}&money=${world.dollar}`);
    expect(await book.json()).toMatchObject({ asks: [] });
  });
});

describe("when the chain gives blocks up", () => {
  it("what they ended comes back, and whoever listens is told", async () => {
    const service = await serviceHere();
    const maker = await seller();
    const [sold, dropped, all] = [
      await offer(service, maker),
      await offer(service, maker),
      await offer(service, await seller()),
    ];
    await service.watch();
    const id = await world.node.snapshot();
    await taker.take(sold);
    await maker.cancel(dropped.order);
    expect(await caughtUp(service, sold)).toMatchObject({ state: "filled" });
    expect(await caughtUp(service, dropped)).toMatchObject({ state: "cancelled" });
    await taker.take(all, SHARE);
    expect(await caughtUp(service, all)).toMatchObject({ fillable: 9n * SHARE });
    const client = await StreamClient.open(service);
    onTestFinished(() => client.close());
    await client.next();
    await world.node.revert({ id });
    for (const kept of [sold, dropped, all]) {
      expect(await caughtUp(service, kept)).toMatchObject({ state: "open", fillable: 10n * SHARE });
    }
    const told = [await client.order(), await client.order(), await client.order()];
    const names = new Map(told.map(({ name, order }) => [order.hash, name]));
    expect(names).toEqual(
      new Map([
        [sold.hash, "added"],
        [dropped.hash, "added"],
        [all.hash, "changed"],
      ]),
    );
  });

  it("and makes others in their place, the book follows the new ones", async () => {
    const service = await serviceHere();
    const maker = await seller();
    const [one, two] = [await offer(service, maker), await offer(service, maker)];
    await service.watch();
    const id = await world.node.snapshot();
    await maker.cancel(one.order);
    expect(await caughtUp(service, one)).toMatchObject({ state: "cancelled" });
    await world.node.revert({ id });
    await maker.cancel(two.order);
    await world.node.mine({ blocks: 3 });
    expect(await caughtUp(service, one)).toMatchObject({ state: "open" });
    expect(await caughtUp(service, two)).toMatchObject({ state: "cancelled" });
  });

  it("further than it remembers, every order is asked about again", async () => {
    const service = await serviceHere();
    const maker = await seller();
    const kept = await offer(service, maker);
    const id = await world.node.snapshot();
    await maker.cancel(kept.order);
    expect(await caughtUp(service, kept)).toMatchObject({ state: "cancelled" });
    await world.node.revert({ id });
    await service.pool.query("update book_blocks set hash = '0x00'");
    expect(await caughtUp(service, kept)).toMatchObject({ state: "open" });
  });
});

describe("when the chain is another one", () => {
  it("though it has the same id, as a development chain that started again, the book is empty", async () => {
    const service = await serviceHere();
    const kept = await offer(service, await seller());
    await service.watch();
    await service.pool.query("update deployments set genesis = '0x00'");
    const client = await StreamClient.open(service);
    onTestFinished(() => client.close());
    await client.next();
    const again = await serviceHere({ environment: { DATABASE_URL: service.config.databaseUrl } });
    await again.watch();
    expect((await fetch(`${service.url}/v1/orders/${kept.hash}`)).status).toBe(404);
    expect(await client.order()).toMatchObject({ name: "removed", order: { hash: kept.hash } });
    const later = await offer(again, await seller());
    expect(await caughtUp(again, later)).toMatchObject({ state: "open" });
  });

  it("on any other network, a turn fails and nothing is lost", async () => {
    const service = await serviceHere();
    const kept = await offer(service, await seller());
    await service.watch();
    await service.pool.query("update deployments set chain_id = 1, genesis = '0x00'");
    const { chain, ...rest } = service.watcherDeps();
    const watcher = new BookWatcher({ ...rest, chain: { ...chain, chain: { ...chain.chain, id: 1 } } });
    await expect(watcher.turn()).rejects.toThrow(WrongChainError);
    expect(await orderOf(service, kept.hash)).toMatchObject({ state: "open" });
  });
});

describe("a service that was away", () => {
  it("catches up with what happened meanwhile, in few blocks or in many", async () => {
    const service = await serviceHere();
    const maker = await seller();
    const [one, two] = [await offer(service, maker), await offer(service, maker)];
    await service.watch();
    await maker.cancel(one.order);
    await world.node.mine({ blocks: 40 });
    expect(await caughtUp(service, one)).toMatchObject({ state: "cancelled" });
    await maker.cancel(two.order);
    await world.node.mine({ blocks: 700 });
    expect(await caughtUp(service, two)).toMatchObject({ state: "cancelled" });
  });

  it("catches up though the node does not say what happened, because that was too much", async () => {
    const service = await serviceHere();
    const maker = await seller();
    const kept = await offer(service, maker);
    await service.watch();
    await maker.cancel(kept.order);
    const { chain, ...rest } = service.watcherDeps();
    const getLogs = () => Promise.reject(new Error("query returned more than 10000 results"));
    await new BookWatcher({ ...rest, chain: { ...chain, getLogs } }).turn();
    expect(await orderOf(service, kept.hash)).toMatchObject({ state: "cancelled" });
  });

  it("finds every order that it acknowledged after it was killed in the middle of its work", {
    timeout: 120_000,
  }, async () => {
    const environment = { QTI_RPC_URL: world.rpcUrl, QTI_CONTRACTS: JSON.stringify(world.contracts) };
    const started = await startChild({ environment });
    const first = await listening(started);
    const maker = await seller();
    const posted = await Promise.all(
      Array.from({ length: 30 }, async () =>
        maker.sign(await maker.ask(asset, { shares: 1n, dollars: 10n })),
      ),
    );
    const early = await postGood(first, posted[0] ?? (await maker.sign(await maker.ask(asset))));
    const sending = posted.slice(1).map((one) => post(first, one).catch(() => undefined));
    // Killed when the first answers are there and the others are not.
    await Promise.race(sending);
    started.child.kill("SIGKILL");
    await started.exited;
    const acknowledged = (await Promise.all(sending)).filter((response) => response?.status === 201).length;
    await maker.cancel(early.order);

    const again = await startChild({
      environment: { ...environment, DATABASE_URL: started.environment.DATABASE_URL ?? "" },
    });
    const second = await listening(again);
    const states = async () => {
      const response = await fetch(`${second.url}/v1/orders?maker=${maker.address}&first=100`);
      return orderPageSchema.parse(await response.json()).items;
    };
    expect((await states()).length).toBeGreaterThanOrEqual(acknowledged + 1);
    // It watches by itself.
    await expect
      .poll(async () => (await orderOf(second, early.hash)).state, { timeout: 20_000 })
      .toBe("cancelled");
    // Whoever got no answer sends it again.
    for (const one of posted.slice(1)) expect([200, 201]).toContain((await post(second, one)).status);
    const rows = await states();
    expect(rows).toHaveLength(30);
    expect(rows.filter(({ state }) => state === "open")).toHaveLength(29);
  });

  it("does a turn again that was cut off before its end", async () => {
    const service = await serviceHere();
    const maker = await seller();
    const kept = await offer(service, maker);
    await service.watch();
    await maker.cancel(kept.order);
    // The lock's connection ends in the middle, as it does when the process is killed.
    const turn = service.watch();
    await service.pool.query(
      "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = $1 and database = (select oid from pg_database where datname = current_database())",
      [0x71746934],
    );
    await turn?.catch(() => undefined);
    // The lock is free once that connection has ended, which is a little later.
    await expect.poll(() => service.watch(), { timeout: 30_000 }).toBeDefined();
    expect(await caughtUp(service, kept)).toMatchObject({ state: "cancelled" });
  });
});

describe("several processes on one database", () => {
  it("watch one at a time, and tell every change once", async () => {
    const one = await serviceHere();
    const two = await serviceHere({ environment: { DATABASE_URL: one.config.databaseUrl } });
    const maker = await seller();
    const kept = [];
    for (let count = 0; count < 5; count++) kept.push(await offer(one, maker));
    const client = await StreamClient.open(two);
    onTestFinished(() => client.close());
    await client.next();
    await maker.cancelAll();
    const turns = await Promise.all([one, two, one, two].map((service) => service.watch()));
    expect(turns.filter((asked) => asked !== undefined).length).toBeGreaterThanOrEqual(1);
    const told = [];
    for (const _ of kept) told.push(await client.order());
    expect(told.map(({ name }) => name)).toEqual(Array(5).fill("removed"));
    expect(new Set(told.map(({ order }) => order.hash))).toEqual(new Set(kept.map(({ hash }) => hash)));
    const { rows } = await one.pool.query(
      "select count(*)::int as events from order_events where name = 'removed'",
    );
    expect(rows).toEqual([{ events: 5 }]);
  });
});

describe("whatever happens on the chain", () => {
  it("the book, once it caught up, offers exactly what the quoter says can be filled", {
    timeout: 240_000,
  }, async () => {
    const service = await serviceHere();
    const makers = [await seller(20n), await seller(20n), await buyer(), await buyer()];
    const posted: Kept[] = [];
    const pick = <one>(list: readonly one[], index: number): one => list[index % list.length] as one;
    const id = await world.node.snapshot();

    const step = fc.record({
      what: fc.constantFrom(
        "offer",
        "offer",
        "take",
        "cancel",
        "give",
        "back",
        "approve",
        "pass",
        "freeze",
        "raise",
        "mine",
      ),
      who: fc.nat(3),
      which: fc.nat(20),
      amount: fc.bigInt(1n, 12n),
      kind: fc.constantFrom("limit", "dutch", "whole", "standing", "later"),
    });

    async function act({
      what,
      who,
      which,
      amount,
      kind,
    }: typeof step extends fc.Arbitrary<infer value> ? value : never) {
      const maker = pick(makers, who);
      const kept = posted.length === 0 ? undefined : pick(posted, which);
      const token = who < 2 ? asset : world.dollar;
      const unit = who < 2 ? SHARE : 10n * DOLLAR;
      switch (what) {
        case "offer": {
          const start = (await world.now()) + (kind === "later" ? DAY / 2 : 0);
          const epoch = await world.node.readContract({
            address: world.exchange,
            abi: exchangeAbi,
            functionName: "epochOf",
            args: [maker.address],
          });
          const terms: Terms = {
            start,
            epoch,
            shares: amount,
            dollars: amount * 10n,
            ...(kind === "dutch" ? { dollarsAtEnd: amount * 5n } : {}),
            ...(kind === "whole" ? { flags: who < 2 ? 0 : orderFlags.bid } : {}),
            ...(kind === "standing" ? { duration: DAY / 3, interval: DAY / 2, count: 3 } : {}),
          };
          const order = who < 2 ? await maker.ask(asset, terms) : await maker.bid(asset, terms);
          const signed = await maker.sign(order);
          const response = await post(service, signed);
          if (response.status === 201) {
            const { hash } = (await response.json()) as { hash: Hex };
            posted.push({ order, signature: signed.signature, hash });
          }
          return;
        }
        case "take":
          if (kept !== undefined)
            await issuer.take(kept, amount * (kept.order.flags & orderFlags.bid ? DOLLAR : SHARE));
          return;
        case "cancel":
          if (kept !== undefined)
            await pick(
              makers,
              makers.findIndex(({ address }) => address === kept.order.maker),
            ).cancel(kept.order);
          return;
        case "give":
          return maker.give(token, issuer.address, amount * unit);
        case "back":
          return issuer.give(token, maker.address, amount * unit);
        case "approve":
          await maker.approve(token, amount * unit);
          return;
        case "pass":
          return world.pass(Number(amount) * 3600);
        case "freeze":
          if (who < 2)
            await setFrozenTokensSync(world.desk(3), {
              asset,
              holder: maker.address,
              amount: amount * SHARE,
            });
          return;
        case "raise":
          return which > 15 ? maker.cancelAll() : undefined;
        case "mine":
          return world.node.mine({ blocks: 1 });
      }
    }

    await issuer.approve(asset);
    await issuer.approve(world.dollar);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        // What the chain refuses is as good as what it does.
        for (const one of steps) await act(one).catch(() => undefined);
        await world.node.mine({ blocks: 1 });
        await service.watch();
        const now = await world.now();
        const quotes = await getQuotes(taker.wallet, { orders: posted });
        for (const [index, kept] of posted.entries()) {
          const quote = quotes[index];
          const { state, fillable, issue } = await orderOf(service, kept.hash);
          const told = JSON.stringify({ steps, issue, state, quoted: quote?.issue }, (_, value) =>
            typeof value === "bigint" ? `${value}` : value,
          );
          expect(state === "open", told).toBe(quote?.issue === "none");
          expect(fillable, told).toBe(state === "open" ? quote?.sellAmount : 0n);
          if (windowAt(kept.order, now) === undefined)
            expect(["filled", "cancelled", "expired"], told).toContain(state);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(posted.length).toBeGreaterThan(5);
    await world.node.revert({ id });
  });
});
