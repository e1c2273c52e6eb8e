import { hashOrder } from "@qti/sdk";
import { type BookOrder, bookLimits, orderBookSchema, orderPageSchema } from "@qti/sdk/exchange/wire";
import { type Address, zeroAddress } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import {
  DAY,
  DOLLAR,
  orderOf,
  post,
  postGood,
  SHARE,
  type Terms,
  type Trader,
  World,
} from "./support/market.ts";
import { problemOf, Visitor } from "./support/person.ts";
import { type Service, serviceForTest, startService } from "./support/service.ts";
import { deployFactory, deploySmartAccount, smartAccountOf } from "./support/smartAccount.ts";

const world = new World(inject("rpcUrl"), inject("contracts"));
let service: Service;
let issuer: Trader & { asset: Address };
let asset: Address;
let buyer: Trader;

beforeAll(async () => {
  service = await startService();
  issuer = await world.issuer();
  ({ asset } = issuer);
  buyer = await world.trader();
  await issuer.approve(asset);
  await buyer.approve(world.dollar);
});
afterAll(() => service.stop());

const ask = async (terms?: Terms) => issuer.sign(await issuer.ask(asset, terms));
const bid = async (terms?: Terms) => buyer.sign(await buyer.bid(asset, terms));

describe("an order that is good", () => {
  it("is taken without sign-in and without an origin, and can be read by its hash", async () => {
    const order = await issuer.ask(asset);
    const taken = await postGood(service, await issuer.sign(order));
    expect(taken).toMatchObject({
      hash: hashOrder({ chainId: hardhat.id, exchange: world.exchange, order }),
      order,
      side: "ask",
      state: "open",
      issue: "none",
      price: 10n * DOLLAR,
      fillable: order.sellAmount,
      wanted: order.buyStart,
      filled: 0n,
      window: 0,
      opensAt: order.start,
      closesAt: order.start + DAY,
      endsAt: order.start + DAY,
    });
    expect(await orderOf(service, taken.hash)).toEqual(taken);
  });

  it("that buys is taken as well", async () => {
    const order = await buyer.bid(asset, { shares: 3n, dollars: 100n });
    const taken = await postGood(service, await buyer.sign(order));
    // A third of a hundred dollars, rounded down: the buyer offers no more than that.
    expect(taken).toMatchObject({ side: "bid", state: "open", price: 33_333_333n, wanted: 3n * SHARE });
  });

  it("sent again answers with what became of it, and nothing is there twice", async () => {
    const posted = await ask();
    const first = await postGood(service, posted);
    const answers = await Promise.all([post(service, posted), post(service, posted)]);
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ hash: first.hash });
    }
    const { rows } = await service.pool.query("select 1 from orders where hash = $1", [first.hash]);
    expect(rows).toHaveLength(1);
  });

  it("sent many times at once is taken once", async () => {
    const posted = await ask();
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(service, posted)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
  });

  it("may be sent from a page of any kind: nobody's session lends it authority", async () => {
    const visitor = new Visitor(service);
    const response = await visitor.fetch("/v1/orders", {
      method: "POST",
      headers: { "content-type": "application/json", origin: "https://another.example" },
      body: JSON.stringify(await ask()),
    });
    expect(response.status).toBe(201);
    // It is taken for what it is; the page still may not read the answer.
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("offers only what its maker has of it", async () => {
    const seller = await world.trader();
    await issuer.give(asset, seller.address, 4n * SHARE);
    await seller.approve(asset);
    const taken = await postGood(service, await seller.sign(await seller.ask(asset, { shares: 10n })));
    expect(taken).toMatchObject({ state: "open", fillable: 4n * SHARE, wanted: 40n * DOLLAR });
  });

  it("waits when its window opens later", async () => {
    const start = (await world.now()) + DAY;
    const taken = await postGood(service, await ask({ start }));
    expect(taken).toMatchObject({ state: "waiting", issue: "notYet", fillable: 0n, opensAt: start });
  });

  it("of a smart account is taken when the account accepts the signature (ERC-1271)", async () => {
    const owner = await world.stranger();
    const factory = await deployFactory();
    await deploySmartAccount(factory, owner.address);
    const maker = smartAccountOf(factory, owner.address);
    const posted = await owner.sign({ ...(await buyer.bid(asset)), maker });
    // The account accepts it and has no money: the signature was looked at first.
    expect(await problemOf(await post(service, posted))).toMatchObject({ code: "order-balance" });
    const stranger = await world.stranger();
    const forged = await stranger.sign({ ...(await buyer.bid(asset)), maker });
    expect(await problemOf(await post(service, forged))).toMatchObject({ code: "order-signature" });
  });
});

describe("an order is refused, and told why", () => {
  const refusal = async (posted: unknown) => problemOf(await post(service, posted));

  it.each<[string, (posted: { order: Record<string, unknown>; signature: string }) => unknown, string]>([
    ["nothing", () => ({}), "order"],
    ["a list", () => [], "body"],
    ["null", () => null, "body"],
    [
      "an amount below zero",
      ({ order, ...rest }) => ({ ...rest, order: { ...order, sellAmount: "-1" } }),
      "order.sellAmount",
    ],
    [
      "an amount as a number",
      ({ order, ...rest }) => ({ ...rest, order: { ...order, sellAmount: 5 } }),
      "order.sellAmount",
    ],
    [
      "an amount in Arabic digits",
      ({ order, ...rest }) => ({ ...rest, order: { ...order, sellAmount: "٣" } }),
      "order.sellAmount",
    ],
    [
      "an amount beyond its type",
      ({ order, ...rest }) => ({ ...rest, order: { ...order, buyStart: `${2n ** 128n}` } }),
      "order.buyStart",
    ],
    [
      "a million digits",
      ({ order, ...rest }) => ({ ...rest, order: { ...order, salt: "9".repeat(10_000) } }),
      "order.salt",
    ],
    [
      "an address with a wrong checksum",
      ({ order, ...rest }) => ({
        ...rest,
        order: { ...order, maker: "0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266" },
      }),
      "order.maker",
    ],
    [
      "an order that is not started yet in the year 40,000",
      ({ order, ...rest }) => ({ ...rest, order: { ...order, start: 2 ** 41 } }),
      "order.start",
    ],
    [
      "flags that mean nothing",
      ({ order, ...rest }) => ({ ...rest, order: { ...order, flags: 4 } }),
      "order.flags",
    ],
    [
      "a field that it does not know",
      ({ order, ...rest }) => ({ ...rest, order: { ...order, tip: "1" } }),
      "order",
    ],
    ["a signature that is none", (posted) => ({ ...posted, signature: "0xzz" }), "signature"],
    [
      "a signature of a megabyte",
      (posted) => ({ ...posted, signature: `0x${"00".repeat(bookLimits.signatureBytes + 1)}` }),
      "signature",
    ],
    [
      "itself as taker",
      ({ order, ...rest }) => ({ ...rest, order: { ...order, taker: order.maker } }),
      "order.taker",
    ],
  ])("%s", async (_, spoil, field) => {
    const problem = await refusal(spoil(await ask()));
    expect(problem).toMatchObject({ status: 422, code: "invalid-input" });
    expect(problem.errors?.map((error) => error.field)).toContain(field);
  });

  it.each([
    [
      "a prototype",
      '{"__proto__":{"polluted":true},"order":{"__proto__":{"polluted":true}},"signature":"0x00"}',
    ],
    ["a constructor", '{"constructor":{"prototype":{"polluted":true}}}'],
  ])("%s in the JSON changes nothing", async (_, body) => {
    const response = await fetch(`${service.url}/v1/orders`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    expect((await problemOf(response)).code).toBe("invalid-input");
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("more than an order can be", async () => {
    const body = JSON.stringify({ ...(await ask()), signature: `0x${"00".repeat(50_000)}` });
    const response = await fetch(`${service.url}/v1/orders`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    expect(await problemOf(response)).toMatchObject({ status: 413, code: "too-large" });
  });

  it("windows that come so often that each of them would be told to everybody", async () => {
    for (const interval of [1, 599]) {
      const problem = await refusal(await ask({ duration: 1, interval, count: 65_535 }));
      expect(problem).toMatchObject({ code: "invalid-input", errors: [{ field: "order.interval" }] });
    }
    await postGood(service, await ask({ duration: 1, interval: 600, count: 65_535 }));
  });

  it("a signature of somebody else, and one for another order", async () => {
    const order = await issuer.ask(asset);
    expect(await refusal(await buyer.sign(order))).toMatchObject({ code: "order-signature" });
    const { signature } = await issuer.sign({ ...order, salt: order.salt ^ 1n });
    expect(await refusal({ ...(await issuer.sign(order)), signature })).toMatchObject({
      code: "order-signature",
    });
  });

  it("a signature for another exchange or another chain", async () => {
    const order = await issuer.ask(asset);
    const { order: json } = await issuer.sign(order);
    const { orderTypedData } = await import("@qti/sdk");
    for (const domain of [
      { chainId: hardhat.id, exchange: world.dollar },
      { chainId: 1, exchange: world.exchange },
    ]) {
      const signature = await issuer.account.signTypedData(orderTypedData({ ...domain, order }));
      expect(await refusal({ order: json, signature })).toMatchObject({ code: "order-signature" });
    }
  });

  it("an asset that the registry does not know, also one that looks like an asset", async () => {
    const unknown = await issuer.sign(await issuer.ask(world.dollar));
    expect((await refusal(unknown)).code).toMatch(/^order-(invalid|asset)$/);
    const copy = await copyOfAsset();
    const copied = await issuer.sign(await issuer.ask(copy));
    expect((await refusal(copied)).code).toMatch(/^order-(asset|balance)$/);
  });

  /** The code of an asset's token at an address that the registry never heard of. */
  async function copyOfAsset(): Promise<Address> {
    const { address } = privateKeyToAccount(generatePrivateKey());
    const bytecode = await world.node.getCode({ address: asset });
    await world.node.setCode({ address, bytecode: bytecode ?? "0x" });
    return address;
  }

  it("money that the exchange does not list, whether a window is open or not", async () => {
    const money = world.address("qtiToken");
    expect(await refusal(await ask({ money }))).toMatchObject({ code: "order-money" });
    const start = (await world.now()) + DAY;
    expect(await refusal(await ask({ money, start }))).toMatchObject({ code: "order-money" });
  });

  it("another epoch than the maker's", async () => {
    expect(await refusal(await ask({ epoch: 1n }))).toMatchObject({ status: 409, code: "order-epoch" });
    const quitter = await world.trader();
    await quitter.approve(world.dollar);
    const before = await quitter.sign(await quitter.bid(asset));
    await quitter.cancelAll();
    expect(await refusal(before)).toMatchObject({ code: "order-epoch" });
    const after = await quitter.sign(await quitter.bid(asset, { epoch: 1n }));
    expect(await postGood(service, after)).toMatchObject({ state: "open" });
  });

  it("what was cancelled on the chain", async () => {
    const order = await issuer.ask(asset);
    await issuer.cancel(order);
    expect(await refusal(await issuer.sign(order))).toMatchObject({ status: 409, code: "order-cancelled" });
  });

  it("what was filled", async () => {
    const order = await issuer.ask(asset, { shares: 1n, dollars: 1n });
    const signed = await issuer.sign(order);
    await buyer.take({ order, signature: signed.signature });
    expect(await refusal(signed)).toMatchObject({ status: 409, code: "order-filled" });
  });

  it("what is over, a Dutch order too", async () => {
    const now = await world.now();
    const past = { start: now - 2 * DAY, duration: DAY };
    expect(await refusal(await ask(past))).toMatchObject({ code: "order-expired" });
    expect(await refusal(await ask({ ...past, dollarsAtEnd: 50n }))).toMatchObject({ code: "order-expired" });
    const standing = { start: now - 10 * DAY, duration: 3600, interval: DAY, count: 9 };
    expect(await refusal(await ask(standing))).toMatchObject({ code: "order-expired" });
  });

  it("a maker without what it sells, whether a window is open or not", async () => {
    const poor = await world.trader();
    await poor.approve(asset);
    const start = (await world.now()) + DAY;
    for (const terms of [{}, { start }, { flags: 0 }]) {
      const problem = await refusal(await poor.sign(await poor.ask(asset, terms)));
      expect(problem).toMatchObject({ code: "order-balance", needed: `${10n * SHARE}`, has: "0" });
    }
    const some = await world.trader();
    await issuer.give(asset, some.address, 9n * SHARE);
    await some.approve(asset);
    // All or nothing: nine of ten are nothing.
    const problem = await refusal(await some.sign(await some.ask(asset, { flags: 0 })));
    expect(problem).toMatchObject({ code: "order-balance", has: `${9n * SHARE}` });
  });

  it("a maker whose tokens the exchange may not move, whether a window is open or not", async () => {
    const shy = await world.trader();
    const start = (await world.now()) + DAY;
    for (const terms of [{}, { start }]) {
      const problem = await refusal(await shy.sign(await shy.bid(asset, terms)));
      expect(problem).toMatchObject({
        code: "order-allowance",
        needed: `${100n * DOLLAR}`,
        has: "0",
        spender: world.exchange,
      });
    }
  });

  it("a maker that nobody verified, whether a window is open or not", async () => {
    const unknown = await world.stranger();
    await buyer.give(world.dollar, unknown.address, 200n * DOLLAR);
    await unknown.approve(world.dollar);
    const start = (await world.now()) + DAY;
    for (const terms of [{}, { start }]) {
      const problem = await refusal(await unknown.sign(await unknown.bid(asset, terms)));
      expect(problem).toMatchObject({ code: "order-compliance", refusal: "receiverUnknown" });
    }
  });

  it("more orders than one maker may have at a time, also when they come at once", async () => {
    const small = await serviceForTest({ environment: { QTI_ORDERS_PER_MAKER: "2" } });
    const orders = await Promise.all(Array.from({ length: 5 }, () => ask()));
    const answers = await Promise.all(orders.map((posted) => post(small, posted)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused && (await problemOf(refused))).toMatchObject({ code: "order-quota", limit: 2 });
    expect(await postGood(small, await bid())).toMatchObject({ state: "open" });
  });

  it("more posts than one address may send", async () => {
    const busy = await serviceForTest({ environment: { QTI_ORDERS_PER_MINUTE: "3" } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(busy, {})));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([422, 422, 422, 429, 429]);
    expect((await fetch(`${busy.url}/v1/orders`)).status).toBe(200);
  });

  it("anything, while the chain does not answer, and keeps nothing of it", async () => {
    const own = await serviceForTest({ environment: { QTI_RPC_URL: "http://127.0.0.1:1" } });
    expect(await problemOf(await post(own, await ask()))).toMatchObject({
      status: 503,
      code: "chain-unreachable",
    });
    expect((await own.pool.query("select 1 from orders")).rows).toEqual([]);
    // Reading needs no chain.
    expect((await fetch(`${own.url}/v1/orders`)).status).toBe(200);
  });

  it("anything, where the contracts are not where they should be", async () => {
    const contracts = { ...inject("contracts"), orderQuoter: zeroAddress };
    const own = await serviceForTest({ environment: { QTI_CONTRACTS: JSON.stringify(contracts) } });
    expect(await problemOf(await post(own, await ask()))).toMatchObject({ code: "chain-unreachable" });
  });

  it("anything, where no exchange is known", async () => {
    const own = await serviceForTest({ environment: { QTI_CONTRACTS: "{}" } });
    for (const path of ["/v1/orders", `/v1/orders/0x${"00".repeat(32)}`, "/v1/orders/stream"]) {
      expect(await problemOf(await fetch(`${own.url}${path}`))).toMatchObject({ code: "exchange-disabled" });
    }
    expect(await problemOf(await post(own, await ask()))).toMatchObject({ code: "exchange-disabled" });
  });
});

describe("the list of orders", () => {
  type Page = ReturnType<typeof orderPageSchema.parse>;
  const list = async (query: string, at: { url: string } = own): Promise<Page> =>
    orderPageSchema.parse(await (await fetch(`${at.url}/v1/orders?${query}`)).json());
  let own: Service;
  let asks: BookOrder[];
  let bids: BookOrder[];

  beforeAll(async () => {
    own = await startService();
    const start = await world.now();
    const offers: Terms[] = [
      { dollars: 130n },
      { dollars: 110n },
      { dollars: 200n, dollarsAtEnd: 100n, start: start - DAY / 2 },
      { dollars: 110n, shares: 10n },
    ];
    asks = [];
    for (const terms of offers) asks.push(await postGood(own, await ask({ start, ...terms })));
    bids = [];
    for (const dollars of [80n, 95n, 90n]) bids.push(await postGood(own, await bid({ start, dollars })));
  });
  afterAll(() => own.stop());

  it("has the best price first: the cheapest ask, the highest bid, the earlier of two that are equal", async () => {
    const { items } = await list(`asset=${asset}&side=ask&state=open`);
    expect(items.map(({ hash }) => hash)).toEqual([1, 3, 0, 2].map((index) => asks[index]?.hash));
    // Half of its day is over, so the Dutch one has come half of its way down.
    expect(items.at(-1)?.price).toBeGreaterThan(14n * DOLLAR);
    expect(items.at(-1)?.price).toBeLessThanOrEqual(15n * DOLLAR);
    expect((await list("side=bid")).items.map(({ price }) => price)).toEqual([
      9_500_000n,
      9_000_000n,
      8_000_000n,
    ]);
  });

  it("without a side has the newest first", async () => {
    const { items } = await list("");
    expect(items.map(({ hash }) => hash)).toEqual([...asks, ...bids].reverse().map(({ hash }) => hash));
  });

  it.each(["side=ask", "side=bid", "", "side=ask&sort=newest"])(
    "comes in pages that join without a gap (%s)",
    async (query) => {
      const all = await list(query);
      const joined: string[] = [];
      for (let after = ""; ; ) {
        const page = await list(`${query}&first=2${after}`);
        joined.push(...page.items.map(({ hash }) => hash));
        if (page.nextCursor === null) break;
        after = `&after=${page.nextCursor}`;
      }
      expect(joined).toEqual(all.items.map(({ hash }) => hash));
      expect(all.nextCursor).toBeNull();
    },
  );

  it("is of one maker, one asset, one money, one taker, one state or several", async () => {
    const hashes = async (query: string) => (await list(query)).items.length;
    expect(await hashes(`maker=${buyer.address}`)).toBe(3);
    expect(await hashes(`maker=${buyer.address.toLowerCase()}`)).toBe(3);
    expect(await hashes(`asset=${asset}`)).toBe(7);
    expect(await hashes(`asset=${world.dollar}`)).toBe(0);
    expect(await hashes(`money=${world.dollar}`)).toBe(7);
    expect(await hashes(`taker=${zeroAddress}`)).toBe(7);
    expect(await hashes(`taker=${buyer.address}`)).toBe(0);
    expect(await hashes("state=open,waiting")).toBe(7);
    expect(await hashes("state=filled")).toBe(0);
  });

  it.each([
    ["maker=0x12", "query.maker"],
    ["side=buy", "query.side"],
    ["state=", "query.state"],
    ["state=open,", "query.state"],
    ["first=0", "query.first"],
    ["first=101", "query.first"],
    ["first=ten", "query.first"],
    ["sort=price", "query.sort"],
    ["after=rubbish", "query.after"],
    ["side=ask&after=bmV3ZXN0XzE", "query.after"],
    [`after=${Buffer.from("newest_1'; drop table orders").toString("base64url")}`, "query.after"],
    [`side=ask&after=${Buffer.from("price_1_1_1").toString("base64url")}`, "query.after"],
  ])("refuses %s and names it", async (query, field) => {
    const problem = await problemOf(await fetch(`${own.url}/v1/orders?${query}`));
    expect(problem).toMatchObject({ status: 422, code: "invalid-input" });
    expect(problem.errors?.map((error) => error.field)).toContain(field);
  });

  it("has nothing under a hash that nobody posted, and no hash that is none", async () => {
    expect(await problemOf(await fetch(`${own.url}/v1/orders/0x${"00".repeat(32)}`))).toMatchObject({
      code: "not-found",
    });
    expect(await problemOf(await fetch(`${own.url}/v1/orders/0x12`))).toMatchObject({
      code: "invalid-input",
    });
  });
});

describe("the book", () => {
  const book = async (at: { url: string }, of: Address = asset) =>
    orderBookSchema.parse(
      await (await fetch(`${at.url}/v1/orders/book?asset=${of}&money=${world.dollar}`)).json(),
    );

  it("adds up what anybody can take at each price, best first", async () => {
    const own = await serviceForTest();
    const start = await world.now();
    for (const [shares, dollars] of [
      [10n, 120n],
      [5n, 50n],
      [20n, 200n],
      [1n, 11n],
      // By its digits it would stand before 11.
      [1n, 100n],
    ] as const) {
      await postGood(own, await ask({ start, shares, dollars }));
    }
    for (const dollars of [90n, 80n, 100n]) await postGood(own, await bid({ start, shares: 10n, dollars }));
    // For one taker only: none of anybody's business.
    await postGood(own, await ask({ start, shares: 7n, dollars: 7n, taker: buyer.address }));
    const { asks, bids, asset: of, at } = await book(own);
    expect(of).toBe(asset);
    expect(Math.abs(at - start)).toBeLessThan(DAY * 60);
    expect(asks).toEqual([
      {
        price: 10n * DOLLAR,
        shares: 25n * SHARE,
        money: 250n * DOLLAR,
        orders: 2,
        cumulativeShares: 25n * SHARE,
        cumulativeMoney: 250n * DOLLAR,
      },
      {
        price: 11n * DOLLAR,
        shares: SHARE,
        money: 11n * DOLLAR,
        orders: 1,
        cumulativeShares: 26n * SHARE,
        cumulativeMoney: 261n * DOLLAR,
      },
      {
        price: 12n * DOLLAR,
        shares: 10n * SHARE,
        money: 120n * DOLLAR,
        orders: 1,
        cumulativeShares: 36n * SHARE,
        cumulativeMoney: 381n * DOLLAR,
      },
      {
        price: 100n * DOLLAR,
        shares: SHARE,
        money: 100n * DOLLAR,
        orders: 1,
        cumulativeShares: 37n * SHARE,
        cumulativeMoney: 481n * DOLLAR,
      },
    ]);
    expect(bids.map(({ price, cumulativeShares }) => [price, cumulativeShares])).toEqual([
      [10n * DOLLAR, 10n * SHARE],
      [9n * DOLLAR, 20n * SHARE],
      [8n * DOLLAR, 30n * SHARE],
    ]);
  });

  it("counts what a maker has once, however many orders promise it, for the better ones first", async () => {
    const own = await serviceForTest();
    const seller = await world.trader();
    await issuer.give(asset, seller.address, 10n * SHARE);
    await seller.approve(asset);
    const start = await world.now();
    for (const dollars of [130n, 110n, 120n, 140n]) {
      const order = await seller.ask(asset, { start, shares: 6n, dollars: (dollars * 6n) / 10n });
      await postGood(own, await seller.sign(order));
    }
    // All or nothing, and nothing is left.
    await postGood(
      own,
      await seller.sign(await seller.ask(asset, { start, shares: 6n, dollars: 90n, flags: 0 })),
    );
    const { asks } = await book(own);
    expect(asks.map(({ price, shares, money }) => [price, shares, money])).toEqual([
      [11n * DOLLAR, 6n * SHARE, 66n * DOLLAR],
      [12n * DOLLAR, 4n * SHARE, 48n * DOLLAR],
    ]);
    await seller.approve(asset, 7n * SHARE);
    await own.watch();
    expect((await book(own)).asks.at(-1)?.cumulativeShares).toBe(7n * SHARE);
  });

  it("of an asset that nobody trades is empty, and an asset and a money must be named", async () => {
    expect(await book(service, world.dollar)).toMatchObject({ asks: [], bids: [] });
    const problem = await problemOf(await fetch(`${service.url}/v1/orders/book`));
    expect(problem.errors?.map(({ field }) => field)).toEqual(["query.asset", "query.money"]);
  });
});
