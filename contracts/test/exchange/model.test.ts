import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";
import { type Address, maxUint256 } from "viem";
import { deployAssets, shares, signAttestation, terms, tokenizeAndActivate } from "../shared/assets.ts";
import { BID, dollars, FEE_BPS, type Order, order, PARTIAL, signOrder } from "../shared/orders.ts";
import { trials } from "../shared/trials.ts";
import { balanceOf, fill, type Market, type ModelOrder, match } from "./model.ts";

const DAY = 86_400;
const PERMILLE = 1_000n;
const START_SHARES = shares(200);
const START_MONEY = dollars(10_000);

const who = fc.constantFrom("ada", "ben", "cleo");
/** Parts of an amount, with the ends often. */
const part = fc.oneof(fc.constantFrom(0n, 1n, PERMILLE, PERMILLE + 1n), fc.bigInt(0n, PERMILLE));
const offer = fc.record({
  maker: who,
  partial: fc.oneof(
    { weight: 3, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  shares: fc.bigInt(1n, shares(100)),
  /** Money units a share at its first second, and how much of what is wanted falls away until the last. */
  price: fc.bigInt(dollars(22), dollars(28)),
  fall: fc.constantFrom(0n, 100n, 400n),
  duration: fc.integer({ min: 5 * DAY, max: 20 * DAY }),
  standing: fc.boolean(),
});
type Offer = typeof offer extends fc.Arbitrary<infer T> ? T : never;
/** Of the three sellers, and of the three buyers. */
const pick = fc.nat({ max: 2 });
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("fill"), who, one: pick, other: pick, part }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("match"), who, one: pick, other: pick, part }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cancel"), who, one: pick, other: pick, part }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cancelAll"), who, one: pick, other: pick, part }) },
);
const wait = fc.oneof(fc.constantFrom(1, 3_600, DAY), fc.integer({ min: 1, max: 2 * DAY }));
const story = fc.tuple(
  fc.array(offer, { minLength: 6, maxLength: 6 }),
  fc.array(fc.tuple(wait, step), { minLength: 1, maxLength: 16 }),
);

describe("Exchange and its model", () => {
  it("agree to the last unit after any story", async () => {
    const connection = await network.create();
    const { viem, networkHelpers } = connection;
    const contracts = await deployAssets(viem);
    const { deployer, manager, registry, module, identities } = contracts;
    const [, treasurer, keeper, ...wallets] = await viem.getWalletClients();
    if (!treasurer || !keeper) return expect.fail("no accounts");
    const walletOf = (name: string) => wallets[["ada", "ben", "cleo"].indexOf(name)] ?? expect.fail(name);
    const addresses: Record<string, Address> = {
      treasurer: treasurer.account.address,
      keeper: keeper.account.address,
    };
    const issuer = deployer.account.address;
    for (const name of ["ada", "ben", "cleo"]) addresses[name] = walletOf(name).account.address;
    for (const person of [issuer, ...["ada", "ben", "cleo"].map((name) => addresses[name] ?? issuer)]) {
      const { message, signature } = await signAttestation(contracts, person);
      await identities.write.attest([message, signature]);
    }
    const asset = await registry.read.predictAsset([issuer, terms(module.address).salt]);
    await registry.write.multicall(tokenizeAndActivate(registry, asset, terms(module.address)));
    const token = await viem.getContractAt("AssetToken", asset);
    const dollar = await viem.deployContract("TestDollar", [issuer]);
    const args = [registry.address, manager.address, treasurer.account.address, FEE_BPS] as const;
    const exchange = await viem.deployContract("Exchange", args);
    await dollar.write.approve([exchange.address, 1n]);
    await exchange.write.listMoney([dollar.address, 1n]);
    for (const name of ["ada", "ben", "cleo"]) {
      const { account } = walletOf(name);
      await token.write.transfer([account.address, START_SHARES]);
      await dollar.write.transfer([account.address, START_MONEY]);
      await token.write.approve([exchange.address, maxUint256], { account });
      await dollar.write.approve([exchange.address, maxUint256], { account });
    }
    const snapshot = await networkHelpers.takeSnapshot();
    const happened = { fill: 0, match: 0, refused: 0 };

    async function sign(shape: Offer, index: number, start: number) {
      // The first three sell, at 22 to 28 dollars a share; the others buy, for four dollars more.
      const bid = index > 2;
      const price = bid ? shape.price + dollars(4) : shape.price;
      const money = (shape.shares * price) / shares(1) + 1n;
      const [sellAmount, buyStart] = bid ? [money, shape.shares] : [shape.shares, money];
      const message = order({
        maker: walletOf(shape.maker).account.address,
        asset,
        money: dollar.address,
        sellAmount,
        buyStart,
        buyEnd: buyStart - (buyStart * shape.fall) / PERMILLE || 1n,
        start,
        duration: shape.duration,
        interval: shape.standing ? 7 * DAY + shape.duration : 0,
        count: shape.standing ? 4 : 1,
        flags: (shape.partial ? PARTIAL : 0) | (bid ? BID : 0),
        salt: BigInt(index),
      });
      const signature = await signOrder(walletOf(shape.maker), exchange, message);
      return {
        message,
        signature,
        hash: await exchange.read.hashOrder([message]),
        model: modelOf(shape.maker, message),
      };
    }

    await fc.assert(
      fc.asyncProperty(story, async ([offers, steps]) => {
        await snapshot.restore();
        const names = ["ada", "ben", "cleo"];
        const market: Market = {
          feeBps: BigInt(FEE_BPS),
          shares: new Map(names.map((name) => [name, START_SHARES])),
          money: new Map(names.map((name) => [name, START_MONEY])),
          epochs: new Map(),
        };
        const start = await networkHelpers.time.latest();
        const signed = await Promise.all(offers.map((shape, index) => sign(shape, index, start)));
        for (const [seconds, { kind, who, one, other, part }] of steps) {
          await networkHelpers.time.increase(seconds);
          const now = BigInt(await networkHelpers.time.latest()) + 1n;
          await networkHelpers.time.setNextBlockTimestamp(now);
          const [ask, bid] = [signed[one], signed[3 + other]];
          const { account } = walletOf(who);
          if (!ask || !bid) return expect.fail("no order");
          // Half of the fills and cancels are of bids.
          const first = part % 2n === 0n ? ask : bid;
          let expected = true;
          let sent: Promise<unknown>;
          if (kind === "fill") {
            const amount = (first.message.sellAmount * part) / PERMILLE;
            expected = fill(market, first.model, who, amount, now);
            const { message, signature } = first;
            const request = {
              order: message,
              signature,
              sellAmount: amount,
              maxGive: maxUint256,
              minGet: 0n,
            };
            sent = exchange.write.fill([request], { account });
          } else if (kind === "match") {
            let most = ask.message.sellAmount;
            if (bid.message.buyStart < most) most = bid.message.buyStart;
            const amount = (most * part) / PERMILLE;
            expected = match(market, ask.model, bid.model, amount, "keeper", now);
            sent = exchange.write.matchOrders(
              [ask.message, ask.signature, bid.message, bid.signature, amount],
              { account: keeper.account },
            );
          } else if (kind === "cancel") {
            expected = !first.model.cancelled;
            first.model.cancelled = true;
            sent = exchange.write.cancel([first.message], { account: first.message.maker });
          } else {
            market.epochs.set(who, balanceOf(market.epochs, who) + 1n);
            sent = exchange.write.cancelAll({ account });
          }
          const done = await sent.then(
            () => true,
            () => false,
          );
          expect(done, kind).to.equal(expected);
          if (!done) happened.refused += 1;
          else if (kind === "fill" || kind === "match") happened[kind] += 1;

          for (const [name, address] of Object.entries(addresses)) {
            expect(await token.read.balanceOf([address])).to.equal(balanceOf(market.shares, name));
            expect(await dollar.read.balanceOf([address])).to.equal(balanceOf(market.money, name));
          }
          for (const { hash, model } of [ask, bid]) {
            const { filled, window, cancelled } = await exchange.read.orderStateOf([hash]);
            expect(filled).to.equal(model.sold.get(BigInt(window)) ?? 0n);
            expect(cancelled).to.equal(model.cancelled);
          }
        }
      }),
      trials(40),
    );
    // A comparison of refusals alone would say little.
    expect(happened.fill).to.be.greaterThan(0);
    expect(happened.match).to.be.greaterThan(0);
    await connection.close();
  });
});

function modelOf(maker: string, message: Order): ModelOrder {
  return {
    maker,
    bid: (message.flags & BID) !== 0,
    partial: (message.flags & PARTIAL) !== 0,
    sells: message.sellAmount,
    wantsFirst: message.buyStart,
    wantsLast: message.buyEnd,
    start: BigInt(message.start),
    duration: BigInt(message.duration),
    interval: BigInt(message.interval),
    count: BigInt(message.count),
    epoch: message.epoch,
    cancelled: false,
    sold: new Map(),
  };
}
