import type { WalletClient } from "@nomicfoundation/hardhat-viem/types";
import { expect } from "chai";
import { type Abi, type Address, encodeFunctionData, getAddress, maxUint256, parseEther } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { APPRAISAL_TERMS } from "../../ignition/credit.ts";
import { shares, signAttestation, terms, tokenizeAndActivate } from "../shared/assets.ts";
import { type Devnet, deployDevnet, devnetAccounts } from "../shared/deployment.ts";
import { creditAttestationTypes } from "../shared/loans.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const WAD = 10n ** 18n;
const dollars = (whole: number) => BigInt(Math.round(whole * 1e6));
const [SETTLED, CURRENT, GRACE, DELINQUENT, DEFAULT] = [0, 1, 2, 3, 4];
/** Hardhat's account that is the `underwriter` of parameters/devnet.json. */
const underwriter = mnemonicToAccount("test test test test test test test test test test test junk", {
  addressIndex: 27,
});

/** Who signs a transaction. */
type Person = Pick<WalletClient, "account">;

describe("loans, over two years", () => {
  let chain: Devnet;
  let desk: Record<string, Address>;
  /** Borrow. */
  let nia: Person;
  let bob: Person;
  let dora: Person;
  /** Lend, lose first, vouch. */
  let sam: Person;
  let vic: Person;
  let cleo: Person;
  /** Issues flats. */
  let ada: Person;
  let keeper: Person;

  before(async () => {
    chain = await deployDevnet({ initialDate: new Date("2026-01-01T00:00:00Z") });
    desk = await devnetAccounts();
    const clients = await chain.viem.getWalletClients();
    const person = (index: number) => ({
      account: (clients[index] ?? expect.fail(`no account ${index}`)).account,
    });
    [nia, bob, dora, sam] = [person(10), person(11), person(12), person(13)];
    [vic, cleo, ada, keeper] = [person(14), person(15), person(16), person(19)];
    for (const who of [nia, bob]) await verify(addressOf(who), 1);
    for (const who of [dora, cleo, ada]) await verify(addressOf(who), 3);
    const { testDollar, creditLines, seniorPool, firstLossPool, vouching, lendingMarkets, liquidator } =
      chain.contracts;
    for (const { account } of [nia, bob, dora, sam, vic, cleo, ada, keeper]) {
      await testDollar.write.transfer([account.address, dollars(100_000)], as("qtiHolder"));
      for (const { address } of [creditLines, seniorPool, firstLossPool, lendingMarkets, liquidator])
        await testDollar.write.approve([address, maxUint256], { account });
    }
    await firstLossPool.write.approve([vouching.address, maxUint256], cleo);
  });

  after(() => chain.close());

  const addressOf = ({ account: { address } }: Person) => getAddress(address);
  const as = (name: string) => ({ account: desk[name] ?? expect.fail(`no ${name}`) });
  const moneyOf = (who: Person) => chain.contracts.testDollar.read.balanceOf([addressOf(who)]);
  const pass = (days: number) => chain.networkHelpers.time.increase(days * DAY);
  const lineOf = (who: Person) => chain.contracts.creditLines.read.lineOf([addressOf(who)]);

  async function verify(account: Address, tier: number) {
    const { identityRegistry } = chain.contracts;
    const attester = await chain.viem.getWalletClient(desk.attester ?? expect.fail("no attester"));
    const signed = await signAttestation({ attester, identities: identityRegistry }, account, { tier });
    await identityRegistry.write.attest([signed.message, signed.signature]);
  }

  /** What the api hands out after an application; whoever got it submits it. */
  async function signLimit(who: Person, limit: bigint) {
    const { creditLines, identityRegistry } = chain.contracts;
    const account = addressOf(who);
    const { index } = await identityRegistry.read.standingOf([account]);
    const deadline = BigInt((await chain.networkHelpers.time.latest()) + DAY);
    const message = { account, limit, nonce: await creditLines.read.nonceOf([index]), deadline };
    const { address: verifyingContract } = creditLines;
    const signature = await underwriter.signTypedData({
      domain: { name: "QTI Credit", version: "1", chainId: 31_337, verifyingContract },
      types: creditAttestationTypes,
      primaryType: "CreditAttestation",
      message,
    });
    return [message, underwriter.address, signature] as const;
  }

  /** To days after the statement of a cycle closed. */
  async function toStatement(cycle: number, days: number) {
    const start = await chain.contracts.creditBook.read.start();
    await chain.networkHelpers.time.increaseTo(start + (30 * cycle + days) * DAY);
  }

  async function payDue(who: Person, by = who) {
    // A second passes until the payment is in a block.
    const { due } = await lineOf(who);
    await chain.contracts.creditLines.write.repay([addressOf(who), due + 1_000n], by);
  }

  async function worth() {
    const { creditBook } = chain.contracts;
    const { senior, junior, seniorExit } = await creditBook.read.balance();
    return { senior, junior, seniorExit };
  }

  describe("a credit line", () => {
    it("is given to a newcomer on an underwriter's word, and drawn from what lenders put in", async () => {
      const { creditLines, seniorPool, firstLossPool } = chain.contracts;
      await seniorPool.write.deposit([dollars(5_000), addressOf(sam)], sam);
      await firstLossPool.write.deposit([dollars(2_000), addressOf(vic)], vic);
      await creditLines.write.attest(await signLimit(nia, dollars(400)), nia);
      expect(await creditLines.read.availableTo([addressOf(nia)])).to.equal(dollars(400));
      const before = await moneyOf(nia);
      await creditLines.write.draw([dollars(300), addressOf(nia)], nia);
      expect((await moneyOf(nia)) - before).to.equal(dollars(300));
      expect(await lineOf(nia)).to.deep.include({ state: CURRENT, cycle: 1, due: 0n });
      await chain.viem.assertions.revertWithCustomError(
        creditLines.write.draw([dollars(101), addressOf(nia)], nia),
        creditLines,
        "CreditLimitExceeded",
      );
    });

    it("grows with every cycle that is paid in time, as far as it was used", async () => {
      const { creditLines } = chain.contracts;
      let { limit } = await lineOf(nia);
      for (const cycle of [1, 2, 3]) {
        await toStatement(cycle, 2);
        const open = await lineOf(nia);
        expect(open.due > 0n && open.due < open.principal, `due after cycle ${cycle}`).to.equal(true);
        await chain.viem.assertions.revertWithCustomError(
          creditLines.write.draw([1n, addressOf(nia)], nia),
          creditLines,
          "CreditStatementOpen",
        );
        await payDue(nia);
        const paid = await lineOf(nia);
        expect(paid.limit > limit && paid.limit < (limit * 12n) / 10n, `cycle ${cycle}`).to.equal(true);
        limit = paid.limit;
        await creditLines.write.draw([limit - paid.principal - dollars(1), addressOf(nia)], nia);
      }
      expect(limit > dollars(500)).to.equal(true);
    });

    it("costs nothing in grace, and when it is late more, half of its limit, and its growth", async () => {
      await toStatement(4, 12);
      expect((await lineOf(nia)).state).to.equal(GRACE);
      const { limit } = await lineOf(nia);
      await payDue(nia);
      expect((await lineOf(nia)).limit).to.equal(limit);

      await toStatement(5, 20);
      expect((await lineOf(nia)).state).to.equal(DELINQUENT);
      await payDue(nia);
      expect((await lineOf(nia)).limit).to.equal(limit / 2n);
      // Above its limit now, which asks for nothing sooner.
      expect((await lineOf(nia)).due).to.equal(0n);
      await chain.contracts.creditLines.write.repay([addressOf(nia), maxUint256], nia);
      expect(await lineOf(nia)).to.deep.include({ state: SETTLED, principal: 0n, interest: 0n });
      const { senior, junior } = await worth();
      expect(senior > dollars(5_000) && junior > dollars(2_000), "both earned").to.equal(true);
    });

    it("is opened by a friend who puts first-loss shares behind it", async () => {
      const { creditLines, firstLossPool, vouching, identityRegistry } = chain.contracts;
      await firstLossPool.write.deposit([dollars(500), addressOf(cleo)], cleo);
      await vouching.write.invite([addressOf(cleo), true], bob);
      const held = await firstLossPool.read.balanceOf([addressOf(cleo)]);
      await chain.viem.assertions.revertWithCustomError(
        vouching.write.vouch([addressOf(bob), held, dollars(410)], cleo),
        vouching,
        "VouchingAboveWorth",
      );
      await vouching.write.vouch([addressOf(bob), held, dollars(390)], cleo);
      const { index } = await identityRegistry.read.standingOf([addressOf(bob)]);
      expect((await vouching.read.vouchersOf([index])).length).to.equal(1);
      await creditLines.write.draw([dollars(380), addressOf(bob)], bob);
      expect((await lineOf(bob)).cycle).to.equal(6);
    });

    it("that nobody pays goes its way by the calendar: lenders who leave early pay for what is known", async () => {
      const { creditLines, seniorPool } = chain.contracts;
      await toStatement(6, 14);
      expect((await lineOf(bob)).state).to.equal(GRACE);
      const calm = await worth();
      expect(calm.seniorExit).to.equal(calm.senior);
      await toStatement(6, 15);
      expect((await lineOf(bob)).state).to.equal(DELINQUENT);
      await toStatement(6, 45);
      expect((await lineOf(bob)).state).to.equal(DEFAULT);
      const { interest } = await lineOf(bob);
      await pass(90);
      // No interest after default, and half of the markdown done.
      expect((await lineOf(bob)).interest).to.equal(interest);
      const late = await worth();
      expect(late.junior < calm.junior && late.senior >= calm.senior, "first loss first").to.equal(true);
      await chain.viem.assertions.revertWithCustomError(
        creditLines.write.writeOff([addressOf(bob)], keeper),
        creditLines,
        "CreditNotWritable",
      );
      const held = await seniorPool.read.balanceOf([addressOf(sam)]);
      expect(await seniorPool.read.previewRedeem([held])).to.equal(
        await seniorPool.read.convertToAssets([held]),
        "the first loss is large enough",
      );
    });

    it("is written off by anyone 180 days after default, and the friend's shares burn for it", async () => {
      const { creditLines, firstLossPool, vouching, identityRegistry } = chain.contracts;
      await toStatement(6, 225);
      const [before, lenders] = [await worth(), await firstLossPool.read.totalSupply()];
      const own = await firstLossPool.read.convertToAssets([
        await firstLossPool.read.balanceOf([addressOf(vic)]),
      ]);
      await creditLines.write.writeOff([addressOf(bob)], keeper);
      const { index } = await identityRegistry.read.standingOf([addressOf(bob)]);
      const [voucher] = await vouching.read.vouchersOf([index]);
      const left = await vouching.read.vouchOf([index, voucher ?? 0n]);
      const burnt = lenders - (await firstLossPool.read.totalSupply());
      expect(burnt > 0n).to.equal(true);
      const afterwards = await worth();
      expect(afterwards.senior).to.equal(before.senior);
      expect(afterwards.junior).to.equal(before.junior);
      // What burnt makes good what the mark-down had taken from the other one.
      const made = await firstLossPool.read.convertToAssets([
        await firstLossPool.read.balanceOf([addressOf(vic)]),
      ]);
      expect(made > own + dollars(250)).to.equal(true);
      await vouching.write.unlock([index], cleo);
      expect(await firstLossPool.read.balanceOf([addressOf(cleo)])).to.equal(left.shares);
    });

    it("that was written off is still owed: what comes later is everybody's income, and opens nothing for a year", async () => {
      const { creditLines } = chain.contracts;
      const before = await worth();
      await creditLines.write.repay([addressOf(bob), maxUint256], bob);
      const { senior, junior } = await worth();
      expect(senior > before.senior && junior > before.junior).to.equal(true);
      expect(senior + junior - before.senior - before.junior > dollars(390)).to.equal(true);
      expect(await lineOf(bob)).to.deep.include({ state: SETTLED, limit: 0n, writtenOff: false });
      await chain.viem.assertions.revertWithCustomError(
        creditLines.write.attest(await signLimit(bob, dollars(10)), bob),
        creditLines,
        "CreditBarred",
      );
      // Twelve whole cycles, and his word counts again.
      await pass(361);
      await creditLines.write.attest(await signLimit(bob, dollars(10)), bob);
    });
  });

  describe("the pools", () => {
    it("let a senior wait in the queue while all is lent, and pay it before anybody draws again", async () => {
      const { creditLines, seniorPool } = chain.contracts;
      // More than what underwriters may give in a day, all together: half of it on the next.
      await creditLines.write.attest(await signLimit(dora, dollars(4_500)), dora);
      await pass(1);
      await creditLines.write.attest(await signLimit(dora, dollars(9_000)), dora);
      await creditLines.write.draw([dollars(7_000), addressOf(dora)], dora);
      const held = await seniorPool.read.balanceOf([addressOf(sam)]);
      await chain.viem.assertions.revertWithCustomError(
        seniorPool.write.redeem([held, addressOf(sam), addressOf(sam)], sam),
        seniorPool,
        "ERC4626ExceededMaxRedeem",
      );
      await seniorPool.write.queueExit([held], sam);
      await chain.viem.assertions.revertWithCustomError(
        creditLines.write.draw([dollars(1), addressOf(dora)], dora),
        chain.contracts.creditBook,
        "CreditNotEnoughCash",
      );
      await seniorPool.write.serveQueue([10n], keeper);
      const part = await seniorPool.read.claimableOf([addressOf(sam)]);
      expect(part > 0n && part < dollars(1_000)).to.equal(true);
      await pass(20);
      await creditLines.write.repay([addressOf(dora), maxUint256], dora);
      await seniorPool.write.serveQueue([10n], keeper);
      const before = await moneyOf(sam);
      await seniorPool.write.claim([addressOf(sam)], sam);
      expect((await moneyOf(sam)) - before > dollars(5_100), "more than was put in").to.equal(true);
      expect(await seniorPool.read.balanceOf([addressOf(sam)])).to.equal(0n);
    });

    it("let the first loss go after sixty days' notice", async () => {
      const { firstLossPool } = chain.contracts;
      const held = await firstLossPool.read.balanceOf([addressOf(vic)]);
      await firstLossPool.write.giveNotice([held], vic);
      await pass(59);
      expect(await firstLossPool.read.maxRedeem([addressOf(vic)])).to.equal(0n);
      await pass(1);
      const before = await moneyOf(vic);
      await firstLossPool.write.redeem([held, addressOf(vic), addressOf(vic)], vic);
      expect((await moneyOf(vic)) - before > dollars(2_000), "more than was put in").to.equal(true);
    });
  });

  describe("a lending market", () => {
    let asset: Address;
    let params: Awaited<ReturnType<typeof market>>;

    function market(collateral: Address) {
      const { testDollar, appraisalOracle, interestRateModel } = chain.contracts;
      return {
        loanToken: testDollar.address,
        collateral,
        oracle: appraisalOracle.address,
        rateModel: interestRateModel.address,
        lltv: (70n * WAD) / 100n,
        dust: dollars(100),
      };
    }

    /** As RISK has to: three public days before anything happens. */
    async function afterThreeDays(
      target: { address: Address; abi: Abi },
      functionName: string,
      args: unknown[],
    ) {
      const { accessManager } = chain.contracts;
      const data = encodeFunctionData({ abi: target.abi, functionName, args });
      await accessManager.write.schedule([target.address, data, 0], as("risk"));
      await chain.networkHelpers.time.increase(72 * HOUR);
      const risk = await chain.viem.getWalletClient(as("risk").account);
      await risk.sendTransaction({ to: target.address, data });
    }

    const appraise = (value: number) =>
      chain.contracts.appraisalOracle.write.appraise([asset, dollars(value)], as("appraiser"));
    const healthOf = (who: Person) => chain.contracts.lendingMarkets.read.healthOf([params, addressOf(who)]);
    const sharesOf = async (who: Address) =>
      (await chain.viem.getContractAt("AssetToken", asset)).read.balanceOf([who]);

    it("is created by RISK for shares that the appraiser has valued", async () => {
      const { demoDesk, assetRegistry, complianceModule, appraisalOracle, lendingMarkets } = chain.contracts;
      await demoDesk.write.enrolIssuer(ada);
      const flats = terms(complianceModule.address);
      asset = await assetRegistry.read.predictAsset([addressOf(ada), flats.salt]);
      await assetRegistry.write.multicall([...tokenizeAndActivate(assetRegistry, asset, flats)], ada);
      const token = await chain.viem.getContractAt("AssetToken", asset);
      await token.write.transfer([addressOf(dora), shares(100)], ada);
      await token.write.approve([lendingMarkets.address, maxUint256], dora);
      await afterThreeDays(appraisalOracle, "setTerms", [asset, APPRAISAL_TERMS]);
      await appraise(2_500_000);
      params = market(asset);
      await afterThreeDays(lendingMarkets, "createMarket", [params, dollars(1_000_000), dollars(900_000)]);
    });

    it("lends against pledged shares, which stay their owner's", async () => {
      const { lendingMarkets } = chain.contracts;
      await lendingMarkets.write.supply([params, dollars(95_000), 0n, addressOf(cleo), "0x"], cleo);
      await lendingMarkets.write.supplyCollateral([params, shares(40), addressOf(dora), "0x"], dora);
      // Forty shares of 2,500 dollars: seventy thousand at most.
      await chain.viem.assertions.revertWithCustomError(
        lendingMarkets.write.borrow([params, dollars(70_001), 0n, addressOf(dora), addressOf(dora)], dora),
        lendingMarkets,
        "MarketUnhealthy",
      );
      await lendingMarkets.write.borrow(
        [params, dollars(60_000), 0n, addressOf(dora), addressOf(dora)],
        dora,
      );
      expect(await lendingMarkets.read.pledgedOf([asset, addressOf(dora)])).to.equal(shares(40));
      await pass(30);
      const [debt] = await healthOf(dora);
      expect(debt > dollars(60_000) && debt < dollars(60_500), "a month of interest").to.equal(true);
    });

    it("follows a lower appraisal down day by day, until the keeper liquidates what it pays for", async () => {
      const { lendingMarkets, liquidator } = chain.contracts;
      await appraise(2_000_000);
      const [, limit, borrowable] = await healthOf(dora);
      expect(borrowable < limit, "nobody borrows against the old price").to.equal(true);
      await chain.viem.assertions.revertWithCustomError(
        liquidator.write.liquidate([params, addressOf(dora), maxUint256, 0n], keeper),
        lendingMarkets,
        "MarketNotPermitted",
      );
      await verify(liquidator.address, 3);
      await chain.viem.assertions.revertWithCustomError(
        liquidator.write.liquidate([params, addressOf(dora), maxUint256, 0n], keeper),
        lendingMarkets,
        "MarketHealthy",
      );
      await pass(10);
      const [debt, lower] = await healthOf(dora);
      expect(debt > lower).to.equal(true);
      const before = await moneyOf(keeper);
      await liquidator.write.liquidate([params, addressOf(dora), dollars(20_000) * 1_000_000n, 0n], keeper);
      expect(before - (await moneyOf(keeper)) >= dollars(19_000)).to.equal(true);
      // The keeper is nobody who may hold shares: its liquidator keeps them until somebody verified takes them.
      const seized = await sharesOf(liquidator.address);
      expect(seized > shares(9) && seized < shares(12)).to.equal(true);
      expect(await sharesOf(addressOf(keeper))).to.equal(0n);
      await liquidator.write.take([asset, seized, addressOf(cleo)], keeper);
      const [rest, most] = await healthOf(dora);
      expect(rest <= most, "healthy again").to.equal(true);
    });

    it("sells cheaper by the day when nobody verified comes, and lenders bear at once what is missing", async () => {
      const { lendingMarkets } = chain.contracts;
      await appraise(1_000_000);
      await pass(30);
      const [debt, limit] = await healthOf(dora);
      expect(debt > limit).to.equal(true);
      await lendingMarkets.write.flag([params, addressOf(dora)], sam);
      await pass(11);
      const [lent] = [await lendingMarkets.read.expected([params])];
      const before = await moneyOf(ada);
      await lendingMarkets.write.liquidate([params, addressOf(dora), maxUint256, "0x"], ada);
      const paid = before - (await moneyOf(ada));
      const { supplied, borrowed, borrowShares } = await lendingMarkets.read.expected([params]);
      expect([borrowed, borrowShares]).to.deep.equal([0n, 0n]);
      expect(lent.supplied - supplied > 0n, "lenders lost").to.equal(true);
      expect(paid + (lent.supplied - supplied) >= debt, "all is paid or written off").to.equal(true);
      expect(await lendingMarkets.read.pledgedOf([asset, addressOf(dora)])).to.equal(0n);
    });

    it("lets lenders leave with what there is", async () => {
      const { lendingMarkets } = chain.contracts;
      const id = (await lendingMarkets.getEvents.MarketCreated({}, { fromBlock: 0n }))[0]?.args.id;
      const { supplyShares } = await lendingMarkets.read.positionOf([
        id ?? expect.fail("no market"),
        addressOf(cleo),
      ]);
      const { supplied } = await lendingMarkets.read.expected([params]);
      const before = await moneyOf(cleo);
      await lendingMarkets.write.withdraw([params, 0n, supplyShares, addressOf(cleo), addressOf(cleo)], cleo);
      expect((await moneyOf(cleo)) - before).to.equal(supplied);
    });

    it("lends against QTI by a published price as well", async () => {
      const { lendingMarkets, feedOracle, testFeed, qtiToken, ...c } = chain.contracts;
      const ofQti = { ...market(qtiToken.address), oracle: feedOracle.address };
      await afterThreeDays(lendingMarkets, "createMarket", [ofQti, dollars(1_000_000), dollars(900_000)]);
      await testFeed.write.setAnswer([2n * 10n ** 8n], as("appraiser"));
      await lendingMarkets.write.supply([ofQti, dollars(5_000), 0n, addressOf(cleo), "0x"], cleo);
      await c.demoFaucet.write.drip(nia);
      await qtiToken.write.approve([lendingMarkets.address, maxUint256], nia);
      await lendingMarkets.write.supplyCollateral([ofQti, parseEther("1000"), addressOf(nia), "0x"], nia);
      await lendingMarkets.write.borrow([ofQti, dollars(1_300), 0n, addressOf(nia), addressOf(nia)], nia);
      await testFeed.write.setAnswer([18n * 10n ** 7n], as("appraiser"));
      await c.liquidator.write.liquidate([ofQti, addressOf(nia), dollars(500) * 1_000_000n, 0n], keeper);
      expect(await qtiToken.read.balanceOf([addressOf(keeper)])).to.equal(
        // Five hundred dollars, rounded up, and nine percent, at 1.80 dollars.
        ((((dollars(500) + 1n) * 109n) / 100n) * 10n ** 18n) / 1_800_000n,
      );
      await lendingMarkets.write.repay([ofQti, 0n, maxUint256, addressOf(nia), "0x"], nia);
    });
  });
});
