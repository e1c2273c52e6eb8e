import { keccak256, maxUint256 } from "viem";
import { beforeEach, describe, expect, test } from "vitest";
import {
  accountOf,
  allowExchange,
  contracts,
  DOLLAR,
  marketOfAda,
  node,
  now,
  type Person,
  pass,
  SHARE,
  termsOf,
  walletOf,
} from "../../test/support/chain.ts";
import { getHolding } from "../assets/getHolding.ts";
import { tokenizeAndActivateSync } from "../assets/tokenizeAndActivate.ts";
import { requirements } from "../core/requirements.ts";
import {
  ExchangeAmountTooLargeError,
  ExchangeInvalidSignatureError,
  ExchangeLimitExceededError,
  ExchangeMismatchError,
  ExchangeNotCrossedError,
  ExchangeNotMakerError,
  ExchangeNotPartialError,
  ExchangeNotTakerError,
  ExchangeOrderCancelledError,
  ExchangeOrderNotOpenError,
  ExchangePausedError,
  ExchangeSelfTradeError,
  ExchangeWrongEpochError,
} from "../errors/exchange.ts";
import { TransferRefusedError } from "../errors/refusal.ts";
import { ERC20InsufficientAllowanceError } from "../errors/tokens.ts";
import { getBalances } from "../tokens/getBalances.ts";
import { cancelAllOrdersSync } from "./cancelAllOrders.ts";
import { cancelOrder, cancelOrderSync } from "./cancelOrder.ts";
import { dutchOrder } from "./dutchOrder.ts";
import { fill, fillSync } from "./fill.ts";
import { fillBatch, fillBatchSync } from "./fillBatch.ts";
import { getEpoch } from "./getEpoch.ts";
import { getOrderState } from "./getOrderState.ts";
import { getQuote } from "./getQuote.ts";
import { getQuotes } from "./getQuotes.ts";
import { limitOrder } from "./limitOrder.ts";
import { matchOrders, matchOrdersSync } from "./matchOrders.ts";
import type { Order } from "./order.ts";
import { pauseExchangeSync } from "./pauseExchange.ts";
import { previewFill } from "./price.ts";
import { quoteMatch } from "./quoteMatch.ts";
import { signOrder } from "./signOrder.ts";
import { standingOrder } from "./standingOrder.ts";

const [ada, ben, cleo] = [walletOf("ada"), walletOf("ben"), walletOf("cleo")];
const { testDollar: money } = contracts;
const DAY = 86_400;
let asset: Order["asset"];
let start: number;

beforeEach(async () => {
  ({ asset } = await marketOfAda());
  start = await now();
});

/** Ten of Ada's shares for 95 dollars each, or what is changed. */
const ask = (changes: Partial<Parameters<typeof limitOrder>[0]> = {}) =>
  limitOrder({
    maker: ada.account.address,
    asset,
    money,
    side: "ask",
    shares: 10n * SHARE,
    price: 95n * DOLLAR,
    start,
    expiresAt: start + DAY,
    epoch: 0n,
    ...changes,
  });

/** Ben buys as much. */
const bid = (changes: Partial<Parameters<typeof limitOrder>[0]> = {}) =>
  ask({ maker: ben.account.address, side: "bid", ...changes });

/** A signed order and the terms of a quote of it. */
async function offered(order: Order, maker: Person, taker?: Person) {
  const signed = await signOrder(walletOf(maker), { order });
  const quote = await getQuote(node, { ...signed, taker: taker && accountOf(taker).address });
  const { sellAmount, gives: maxGive, gets: minGet } = quote;
  return { ...signed, quote, sellAmount, maxGive, minGet };
}

const dollarsOf = async (person: Person) =>
  (await getBalances(node, { account: accountOf(person).address })).dollar;
const sharesOf = async (person: Person) =>
  (await getHolding(node, { asset, account: accountOf(person).address })).balance;

describe("fill", () => {
  test("default", async () => {
    await allowExchange(asset, "ada");
    await allowExchange(money, "ben");
    const { quote, ...terms } = await offered(ask(), "ada", "ben");
    expect(quote).toMatchObject({
      issue: "none",
      refusal: "none",
      buyAmount: 950n * DOLLAR,
      gets: 10n * SHARE,
    });
    const before = await dollarsOf("ben");
    const { event } = await fillSync(ben, terms);
    expect(event.args).toMatchObject({ maker: ada.account.address, taker: ben.account.address });
    expect(event.args.trade).toMatchObject({
      assetAmount: 10n * SHARE,
      moneyAmount: 950n * DOLLAR,
      bid: false,
    });
    expect(await sharesOf("ben")).toBe(10n * SHARE);
    expect(before - (await dollarsOf("ben"))).toBe(quote.gives);
    expect(await getOrderState(node, terms)).toEqual({ filled: 10n * SHARE, window: 0, cancelled: false });
  });

  test("behavior: a bid is taken with a permit of the shares", async () => {
    await allowExchange(money, "ben");
    const { quote, ...terms } = await offered(bid(), "ben");
    const owner = ada.account.address;
    const [missing, ...more] = await requirements(ada, { action: "fill", ...terms, owner });
    if (missing?.type !== "permit" || more.length > 0) expect.fail("one permit was expected");
    const permit = missing.apply(await ada.signTypedData(missing.typedData));
    const { event } = await fillSync(ada, { ...terms, ...permit });
    expect(event.args.trade).toMatchObject({ assetAmount: 10n * SHARE, bid: true });
    expect(await dollarsOf("ada")).toBe(quote.gets);
    expect(quote.gets).toBe(quote.sellAmount - quote.fee);
  });

  test("behavior: in parts", async () => {
    await allowExchange(asset, "ada");
    await allowExchange(money, "ben");
    const { quote, ...terms } = await offered(ask(), "ada", "ben");
    await fillSync(ben, { ...terms, sellAmount: 4n * SHARE, minGet: 4n * SHARE });
    const { order, signature } = terms;
    const left = await getQuote(node, { order, signature, taker: ben.account.address });
    expect(left).toMatchObject({ issue: "none", sellAmount: 6n * SHARE });
    await expect(fill(ben, { ...terms, sellAmount: 7n * SHARE })).rejects.toThrow(
      ExchangeAmountTooLargeError,
    );
  });

  test("behavior: what is missing is an identity first, then money", async () => {
    const terms = { order: ask(), maxGive: 1000n * DOLLAR };
    const missing = await requirements(node, {
      action: "fill",
      ...terms,
      owner: accountOf("holder").address,
    });
    expect(missing.map(({ type }) => type)).toEqual(["identity", "permit"]);
    await allowExchange(money, "ben");
    expect(await requirements(node, { action: "fill", ...terms, owner: ben.account.address })).toEqual([]);
  });

  test("behavior: a quote says why nothing fills", async () => {
    const issueOf = async (order: Order, taker?: Person, signer: Person = "ada") =>
      (await offered(order, signer, taker)).quote.issue;
    expect(await issueOf(ask())).toBe("makerAllowance");
    await allowExchange(asset, "ada");
    expect(await issueOf(ask())).toBe("none");
    expect(await issueOf(ask(), "ben")).toBe("takerAllowance");
    expect(await issueOf(ask(), undefined, "ben")).toBe("signature");
    expect(await issueOf(ask({ taker: cleo.account.address }), "ben")).toBe("taker");
    expect(await issueOf(ask({ start: start + DAY, expiresAt: start + 2 * DAY }))).toBe("notYet");
    expect(await issueOf(ask({ money: asset }))).toBe("moneyNotListed");
    expect(await issueOf(ask({ epoch: 1n }))).toBe("epoch");
    await allowExchange(money, "holder");
    const unknown = (await offered(ask(), "ada", "holder")).quote;
    expect(unknown.refusal).toBe("receiverUnknown");
  });

  test("error: ERC20InsufficientAllowanceError", async () => {
    await allowExchange(asset, "ada");
    const { quote, ...terms } = await offered(ask(), "ada");
    await expect(fill(ben, terms)).rejects.toThrow(ERC20InsufficientAllowanceError);
  });

  test("error: ExchangeLimitExceededError", async () => {
    await allowExchange(asset, "ada");
    await allowExchange(money, "ben");
    const { quote, ...terms } = await offered(ask(), "ada", "ben");
    await expect(fill(ben, { ...terms, maxGive: quote.gives - 1n })).rejects.toThrow(
      ExchangeLimitExceededError,
    );
    await expect(fill(ben, { ...terms, minGet: quote.gets + 1n })).rejects.toThrow(
      ExchangeLimitExceededError,
    );
  });

  test("error: TransferRefusedError names the rule", async () => {
    const rules = { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: SHARE };
    asset = (await tokenizeAndActivateSync(ada, termsOf({ rules, salt: keccak256("0x02") }))).event.args
      .asset;
    await allowExchange(asset, "ada");
    await allowExchange(money, "ben");
    const signed = await signOrder(ada, { order: ask() });
    const terms = { ...signed, sellAmount: 10n * SHARE, maxGive: maxUint256, minGet: 0n };
    await expect(fill(ben, terms)).rejects.toThrow(TransferRefusedError);
    await expect(fill(ben, terms)).rejects.toMatchObject({ refusal: "identityCap" });
  });

  test("error: what else the exchange refuses", async () => {
    await allowExchange(asset, "ada");
    await allowExchange(money, "ben", "cleo");
    const { quote, ...terms } = await offered(
      ask({ partial: false, taker: ben.account.address }),
      "ada",
      "ben",
    );
    await expect(fill(cleo, terms)).rejects.toThrow(ExchangeNotTakerError);
    await expect(fill(ben, { ...terms, sellAmount: SHARE })).rejects.toThrow(ExchangeNotPartialError);
    await expect(fill(ben, { ...terms, signature: "0x00" })).rejects.toThrow(ExchangeInvalidSignatureError);
    const own = await offered(ask(), "ada", "ben");
    await expect(fill(ada, own)).rejects.toThrow(ExchangeSelfTradeError);
    await pass(2 * DAY);
    await expect(fill(ben, terms)).rejects.toThrow(ExchangeOrderNotOpenError);
  });
});

describe("cancelling", () => {
  test("default", async () => {
    await allowExchange(asset, "ada");
    await allowExchange(money, "ben");
    const { quote, ...terms } = await offered(ask(), "ada", "ben");
    const { event } = await cancelOrderSync(ada, terms);
    expect(event.args.orderHash).toBe(terms.orderHash);
    await expect(fill(ben, terms)).rejects.toThrow(ExchangeOrderCancelledError);
    await expect(cancelOrder(ada, terms)).rejects.toThrow(ExchangeOrderCancelledError);
    expect((await getOrderState(node, terms)).cancelled).toBe(true);
  });

  test("behavior: all at once, and what is signed for the new epoch counts", async () => {
    await allowExchange(asset, "ada");
    await allowExchange(money, "ben");
    const { quote, ...terms } = await offered(ask(), "ada", "ben");
    const { event } = await cancelAllOrdersSync(ada);
    await expect(fill(ben, terms)).rejects.toThrow(ExchangeWrongEpochError);
    const epoch = await getEpoch(node, { account: ada.account.address });
    expect(epoch).toBe(event.args.epoch);
    const { quote: again, ...fresh } = await offered(ask({ epoch }), "ada", "ben");
    expect(again.issue).toBe("none");
    expect((await fillSync(ben, fresh)).receipt.status).toBe("success");
  });

  test("error: ExchangeNotMakerError", async () => {
    await expect(cancelOrder(ben, { order: ask() })).rejects.toThrow(ExchangeNotMakerError);
  });

  test("behavior: goes on while trading is paused", async () => {
    await allowExchange(asset, "ada");
    await allowExchange(money, "ben");
    const { quote, ...terms } = await offered(ask(), "ada", "ben");
    await pauseExchangeSync(walletOf("pauser"));
    await expect(fill(ben, terms)).rejects.toThrow(ExchangePausedError);
    expect((await cancelOrderSync(ada, terms)).receipt.status).toBe("success");
  });
});

describe("fillBatch", () => {
  test("default", async () => {
    await allowExchange(asset, "ada");
    await allowExchange(money, "ben");
    const requests = [
      await offered(ask(), "ada", "ben"),
      await offered(ask(), "ada", "ben"),
      await offered(bid(), "ada"),
    ].map(({ quote, orderHash, ...request }) => request);
    const [first, second] = requests;
    if (!first || !second) expect.fail("three were made");
    await cancelOrderSync(ada, second);
    const { outcomes } = await fillBatchSync(ben, { requests });
    expect(outcomes.map(({ trade, error }) => trade?.assetAmount ?? error?.name)).toEqual([
      10n * SHARE,
      "ExchangeOrderCancelledError",
      "ExchangeSelfTradeError",
    ]);
    expect(await sharesOf("ben")).toBe(10n * SHARE);
  });

  test("behavior: a batch of which nothing could be filled is no failure", async () => {
    const { quote, orderHash, ...request } = await offered(ask(), "ben");
    const { outcomes } = await fillBatchSync(ben, { requests: [request] });
    expect(outcomes).toMatchObject([{ orderHash, error: { name: "ExchangeInvalidSignatureError" } }]);
  });

  test("error: ExchangePausedError is told for each order", async () => {
    await pauseExchangeSync(walletOf("pauser"));
    const { quote, orderHash, ...request } = await offered(ask(), "ada");
    const { outcomes } = await fillBatchSync(ben, { requests: [request, request] });
    expect(outcomes.map(({ error }) => error?.name)).toEqual(["ExchangePausedError", "ExchangePausedError"]);
    expect(await fillBatch.estimateGas(ben, { requests: [request] })).toBeGreaterThan(21_000n);
  });
});

describe("matchOrders", () => {
  test("default", async () => {
    await allowExchange(asset, "ada");
    await allowExchange(money, "ben");
    const [seller, buyer] = [
      await offered(ask(), "ada"),
      await offered(bid({ price: 100n * DOLLAR }), "ben"),
    ];
    const pair = {
      ask: seller.order,
      askSignature: seller.signature,
      bid: buyer.order,
      bidSignature: buyer.signature,
    };
    const { issue, refusal, ...quote } = await quoteMatch(node, pair);
    expect([issue, refusal]).toEqual(["none", "none"]);
    const { event } = await matchOrdersSync(cleo, { ...pair, assetAmount: quote.assetAmount });
    expect(event.args.trade).toMatchObject(quote);
    expect(quote.bidCost).toBe(quote.askProceeds + quote.fee + quote.tip);
    expect(await dollarsOf("ada")).toBe(quote.askProceeds);
  });

  test("error: ExchangeNotCrossedError and ExchangeMismatchError", async () => {
    await allowExchange(asset, "ada");
    await allowExchange(money, "ben");
    const [seller, buyer] = [await offered(ask(), "ada"), await offered(bid({ price: 90n * DOLLAR }), "ben")];
    const pair = {
      ask: seller.order,
      askSignature: seller.signature,
      bid: buyer.order,
      bidSignature: buyer.signature,
    };
    expect((await quoteMatch(node, pair)).issue).toBe("notCrossed");
    await expect(matchOrders(cleo, { ...pair, assetAmount: SHARE })).rejects.toThrow(ExchangeNotCrossedError);
    const turned = { ...pair, ask: buyer.order, askSignature: buyer.signature, assetAmount: SHARE };
    await expect(matchOrders(cleo, turned)).rejects.toThrow(ExchangeMismatchError);
  });
});

describe("a standing order", () => {
  test("default", async () => {
    const order = standingOrder({
      maker: ada.account.address,
      asset,
      money,
      side: "ask",
      shares: 2n * SHARE,
      price: 90n * DOLLAR,
      startPrice: 110n * DOLLAR,
      start,
      duration: 10 * DAY,
      interval: 30 * DAY,
      count: 3,
      epoch: 0n,
    });
    const [missing] = await requirements(node, { action: "placeOrder", order, owner: order.maker });
    if (missing?.type !== "approval") expect.fail("an approval was expected");
    expect(missing.call.args[1]).toBe(6n * SHARE);
    await ada.writeContract(missing.call);
    expect(await requirements(node, { action: "placeOrder", order, owner: order.maker })).toEqual([]);
    expect(
      await requirements(node, { action: "placeOrder", order, owner: order.maker, besides: 1n }),
    ).toMatchObject([{ type: "approval" }]);

    await allowExchange(money, "ben");
    const signed = await signOrder(ada, { order });
    await pass(5 * DAY);
    const quoted = await getQuote(node, { ...signed, taker: ben.account.address });
    expect(quoted).toMatchObject({ issue: "none", window: 0, sellAmount: 2n * SHARE });
    await fillSync(ben, { ...signed, sellAmount: 2n * SHARE, maxGive: quoted.gives, minGet: quoted.gets });
    expect((await getQuote(node, signed)).issue).toBe("filled");
    await pass(25 * DAY);
    expect(await getQuote(node, signed)).toMatchObject({ issue: "none", window: 1, sellAmount: 2n * SHARE });
    await pass(15 * DAY);
    expect((await getQuote(node, signed)).issue).toBe("betweenWindows");
  });
});

describe("prices", () => {
  test("behavior: are the contract's own, to the unit, at any time and for any amount", async () => {
    await allowExchange(asset, "ada");
    await allowExchange(money, "ben");
    // A fixed sequence of odd numbers: what rounds, rounds here.
    let seed = 7n;
    const any = (limit: bigint) => {
      seed = (seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
      return 1n + ((seed >> 16n) % limit);
    };
    const orders = await Promise.all(
      Array.from({ length: 24 }, async (_, index) => {
        const person = index % 2 === 0 ? ("ada" as const) : ("ben" as const);
        const prices = [any(200n * DOLLAR), any(200n * DOLLAR)].sort((a, b) => (a < b ? -1 : 1));
        const [low = 1n, high = 1n] = prices;
        const order = dutchOrder({
          maker: accountOf(person).address,
          asset,
          money,
          side: person === "ada" ? "ask" : "bid",
          shares: any(40n * SHARE) + SHARE,
          startPrice: person === "ada" ? high : low,
          endPrice: person === "ada" ? low : high,
          start,
          expiresAt: start + 1000 + Number(any(10_000n)),
          epoch: 0n,
        });
        return signOrder(walletOf(person), { order });
      }),
    );
    for (const seconds of [1, 499, 503, 977]) {
      await pass(seconds);
      const at = await now();
      const quotes = await getQuotes(node, { orders });
      for (const [index, quote] of quotes.entries()) {
        const order = orders[index]?.order ?? expect.fail("there is a quote for each");
        const preview = previewFill({ order, sellAmount: quote.sellAmount, at, feeBps: 25 });
        expect(quote.issue === "none" ? preview : undefined).toEqual(
          quote.issue === "none"
            ? {
                assetAmount: preview?.assetAmount,
                moneyAmount: preview?.moneyAmount,
                fee: quote.fee,
                gives: quote.gives,
                gets: quote.gets,
              }
            : undefined,
        );
      }
      expect(quotes.filter(({ issue }) => issue === "none").length).toBeGreaterThan(12);
    }
  });
});
