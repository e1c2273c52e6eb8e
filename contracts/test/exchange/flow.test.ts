import type { WalletClient } from "@nomicfoundation/hardhat-viem/types";
import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, maxUint256 } from "viem";
import { shares, signAttestation, terms, tokenizeAndActivate } from "../shared/assets.ts";
import { type Devnet, deployDevnet, devnetAccounts } from "../shared/deployment.ts";
import { BID, dollars, type Order, order, PARTIAL, signOrder } from "../shared/orders.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

describe("a market of shares, over a quarter of a year", () => {
  let chain: Devnet;
  let desk: Record<string, Address>;
  let ada: WalletClient;
  let ben: WalletClient;
  let cleo: WalletClient;
  let keeper: WalletClient;
  let asset: Address;
  let salt = 0n;

  before(async () => {
    chain = await deployDevnet({ initialDate: new Date("2026-01-01T00:00:00Z") });
    desk = await devnetAccounts();
    const clients = await chain.viem.getWalletClients();
    const person = (index: number) => clients[index] ?? expect.fail(`no account ${index}`);
    [ada, ben, cleo, keeper] = [person(10), person(11), person(12), person(13)];
    const { assetRegistry, complianceModule, demoDesk, demoFaucet, identityRegistry, testDollar, exchange } =
      chain.contracts;
    const attester = await chain.viem.getWalletClient(desk.attester ?? expect.fail("no attester"));
    for (const wallet of [ada, ben, cleo]) {
      const by = { attester, identities: identityRegistry };
      const { message, signature } = await signAttestation(by, addressOf(wallet));
      await identityRegistry.write.attest([message, signature]);
      await demoFaucet.write.drip({ account: wallet.account });
      await testDollar.write.approve([exchange.address, maxUint256], { account: wallet.account });
    }
    await demoDesk.write.enrolIssuer({ account: ada.account });
    const flats = terms(complianceModule.address);
    asset = await assetRegistry.read.predictAsset([addressOf(ada), flats.salt]);
    await assetRegistry.write.multicall(tokenizeAndActivate(assetRegistry, asset, flats), {
      account: ada.account,
    });
    for (const { account } of [ada, ben, cleo]) {
      await (await token()).write.approve([exchange.address, maxUint256], { account });
    }
  });

  after(() => chain.close());

  const addressOf = ({ account: { address } }: WalletClient) => getAddress(address);
  const token = () => chain.viem.getContractAt("AssetToken", asset);
  const now = () => chain.networkHelpers.time.latest();
  const moneyOf = (who: Address) => chain.contracts.testDollar.read.balanceOf([who]);
  const sharesOf = async (who: WalletClient) => (await token()).read.balanceOf([addressOf(who)]);

  async function offer(
    maker: WalletClient,
    of: Pick<Order, "sellAmount" | "buyStart"> & Partial<Order>,
  ): Promise<Order> {
    const { testDollar, exchange } = chain.contracts;
    return order({
      maker: addressOf(maker),
      asset,
      money: testDollar.address,
      start: await now(),
      salt: ++salt,
      epoch: await exchange.read.epochOf([addressOf(maker)]),
      ...of,
    });
  }

  async function fill(
    maker: WalletClient,
    taker: WalletClient,
    of: Order,
    sellAmount: bigint,
    maxGive: bigint,
  ) {
    const { exchange } = chain.contracts;
    const signature = await signOrder(maker, exchange, of);
    const request = { order: of, signature, sellAmount, maxGive, minGet: 0n };
    return exchange.write.fill([request], { account: taker.account });
  }

  async function issueOf(maker: WalletClient, of: Order, taker: WalletClient) {
    const { exchange, orderQuoter } = chain.contracts;
    const signature = await signOrder(maker, exchange, of);
    return orderQuoter.read.quote([of, signature, addressOf(taker), 0n]);
  }

  it("sells a hundred shares at a limit, in two parts, for exactly what the seller asked", async () => {
    const before = await moneyOf(addressOf(ada));
    const limit = await offer(ada, { sellAmount: shares(100), buyStart: dollars(2_500) });
    const quote = await issueOf(ada, limit, ben);
    expect(quote).to.include({
      issue: 0,
      sellAmount: shares(100),
      buyAmount: dollars(2_500),
      fee: dollars(6.25),
    });
    await fill(ada, ben, limit, shares(60), dollars(1_503.75));
    await fill(ada, cleo, limit, shares(40), dollars(1_002.5));
    expect(await sharesOf(ben)).to.equal(shares(60));
    expect(await sharesOf(cleo)).to.equal(shares(40));
    expect((await moneyOf(addressOf(ada))) - before).to.equal(dollars(2_500));
    expect(await moneyOf(desk.feeRecipient ?? expect.fail("no recipient"))).to.equal(dollars(6.25));
  });

  it("lets an auction fall for days until somebody takes it", async () => {
    const { exchange } = chain.contracts;
    const auction = await offer(ada, {
      sellAmount: shares(50),
      buyStart: dollars(2_000),
      buyEnd: dollars(1_000),
      duration: 10 * DAY,
      flags: 0,
    });
    await chain.viem.assertions.revertWithCustomError(
      fill(ada, ben, auction, shares(50), dollars(1_400)),
      exchange,
      "ExchangeLimitExceeded",
    );
    await chain.networkHelpers.time.setNextBlockTimestamp(auction.start + 6 * DAY);
    const before = await moneyOf(addressOf(ada));
    await fill(ada, ben, auction, shares(50), dollars(1_403.5));
    expect((await moneyOf(addressOf(ada))) - before).to.equal(dollars(1_400));
  });

  it("buys every week for three months, and what was missed lapses", async () => {
    const { exchange } = chain.contracts;
    const savings = await offer(cleo, {
      sellAmount: dollars(100),
      buyStart: shares(5),
      buyEnd: shares(4),
      duration: DAY,
      interval: WEEK,
      count: 13,
      flags: PARTIAL | BID,
    });
    const before = await sharesOf(cleo);
    for (let week = 0; week < 13; ++week) {
      const opensAt = savings.start + week * WEEK;
      // Ben is away for three weeks, and nobody else sells.
      if (week >= 4 && week < 7) continue;
      await chain.networkHelpers.time.setNextBlockTimestamp(opensAt + DAY / 2);
      await fill(cleo, ben, savings, dollars(100), shares(4.5));
      await chain.viem.assertions.revertWithCustomError(
        fill(cleo, ben, savings, 1n, shares(5)),
        exchange,
        "ExchangeAmountTooLarge",
      );
    }
    // At noon a hundred dollars want 4.5 shares.
    expect((await sharesOf(cleo)) - before).to.equal(shares(45));
    await chain.networkHelpers.time.increase(WEEK);
    expect((await issueOf(cleo, savings, ben)).issue).to.equal(7);
  });

  it("lets a keeper bring a seller and a buyer together, and pays it for that", async () => {
    const { exchange, orderQuoter } = chain.contracts;
    const ask = await offer(ada, { sellAmount: shares(20), buyStart: dollars(500) });
    const bid = await offer(ben, { sellAmount: dollars(520), buyStart: shares(20), flags: PARTIAL | BID });
    const [askSignature, bidSignature] = [
      await signOrder(ada, exchange, ask),
      await signOrder(ben, exchange, bid),
    ];
    const quote = await orderQuoter.read.quoteMatch([ask, askSignature, bid, bidSignature]);
    expect(quote).to.include({ issue: 0, assetAmount: shares(20), fee: dollars(1.25), tip: dollars(1.875) });
    const before = [await moneyOf(addressOf(ada)), await moneyOf(addressOf(ben))] as const;
    const account = keeper.account;
    await exchange.write.matchOrders([ask, askSignature, bid, bidSignature, shares(20)], { account });
    expect(await moneyOf(addressOf(keeper))).to.equal(dollars(1.875));
    const [got, paid] = [
      (await moneyOf(addressOf(ada))) - before[0],
      before[1] - (await moneyOf(addressOf(ben))),
    ];
    expect(got > dollars(500) && paid < dollars(520)).to.equal(true);
    expect(paid).to.equal(got + quote.fee + quote.tip);
  });

  it("takes a better offer of three in one transaction, whatever became of the others", async () => {
    const { exchange } = chain.contracts;
    const offers = [
      await offer(ada, { sellAmount: shares(1), buyStart: dollars(25) }),
      await offer(ada, { sellAmount: shares(2), buyStart: dollars(50) }),
      await offer(ada, { sellAmount: shares(3), buyStart: dollars(75) }),
    ];
    await exchange.write.cancel([offers[1] ?? expect.fail("no order")], { account: ada.account });
    const requests = await Promise.all(
      offers.map(async (each) => ({
        order: each,
        signature: await signOrder(ada, exchange, each),
        sellAmount: each.sellAmount,
        maxGive: maxUint256,
        minGet: each.sellAmount,
      })),
    );
    const before = await sharesOf(cleo);
    const hash = exchange.write.fillBatch([requests, 400_000n], { account: cleo.account });
    await chain.viem.assertions.emit(hash, exchange, "BatchFillFailed");
    expect((await sharesOf(cleo)) - before).to.equal(shares(4));
  });

  it("ends all that was signed at once, and goes on with what is signed anew", async () => {
    const { exchange } = chain.contracts;
    const old = await offer(ben, { sellAmount: shares(5), buyStart: dollars(125) });
    await exchange.write.cancelAll({ account: ben.account });
    await chain.viem.assertions.revertWithCustomErrorWithArgs(
      fill(ben, cleo, old, shares(5), maxUint256),
      exchange,
      "ExchangeWrongEpoch",
      [addressOf(ben), 0n, 1n],
    );
    const fresh = await offer(ben, { sellAmount: shares(5), buyStart: dollars(125) });
    await fill(ben, cleo, fresh, shares(5), maxUint256);
  });

  it("lets makers take back their orders while trading is paused, which ends by itself", async () => {
    const { exchange } = chain.contracts;
    const [kept, dropped] = [
      await offer(ben, { sellAmount: shares(5), buyStart: dollars(125) }),
      await offer(ben, { sellAmount: shares(6), buyStart: dollars(150) }),
    ];
    await exchange.write.pause({ account: desk.pauser ?? expect.fail("no pauser") });
    await chain.viem.assertions.revertWithCustomError(
      fill(ben, cleo, kept, shares(5), maxUint256),
      exchange,
      "ExchangePaused",
    );
    await exchange.write.cancel([dropped], { account: ben.account });
    await chain.networkHelpers.time.increase(14 * DAY);
    await fill(ben, cleo, kept, shares(5), maxUint256);
  });

  it("lets the treasurer set the fee after two days that everybody sees", async () => {
    const { accessManager, exchange } = chain.contracts;
    const account = desk.treasurer ?? expect.fail("no treasurer");
    const data = encodeFunctionData({ abi: exchange.abi, functionName: "setFee", args: [50] });
    await accessManager.write.schedule([exchange.address, data, 0], { account });
    await chain.viem.assertions.revertWithCustomError(
      exchange.write.setFee([50], { account }),
      accessManager,
      "AccessManagerNotReady",
    );
    await chain.networkHelpers.time.increase(48 * HOUR);
    await exchange.write.setFee([50], { account });
    const ask = await offer(ben, { sellAmount: shares(4), buyStart: dollars(100) });
    expect((await issueOf(ben, ask, cleo)).fee).to.equal(dollars(0.5));
  });
});
