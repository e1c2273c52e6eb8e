import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";
import { type Address, getAddress, maxUint256, pad, toHex } from "viem";
import { deployAssets, shares, signAttestation, terms, tokenizeAndActivate } from "../shared/assets.ts";
import { trials } from "../shared/trials.ts";
import { incomeLines, incomeTree, type RedemptionModel, redeem, totalOf } from "./income.ts";

const CHAIN = 31_337n;
const PERMILLE = 1_000n;

/** An issuer with an active asset and money, and two verified holders, all of it taken by both contracts. */
async function deploy() {
  const connection = await network.create();
  const { viem } = connection;
  const contracts = await deployAssets(viem);
  const { manager, registry, identities, module, deployer } = contracts;
  const issuer = getAddress(deployer.account.address);
  const [, ada, ben] = (await viem.getWalletClients()).map(({ account }) => getAddress(account.address));
  if (ada === undefined || ben === undefined) return expect.fail("no accounts");
  const dollar = await viem.deployContract("TestDollar", [issuer]);
  const income = await viem.deployContract("IncomeDistributor", [manager.address, registry.address]);
  const redemption = await viem.deployContract("AssetRedemption", [manager.address, registry.address]);
  await registry.write.setRedemption([redemption.address]);
  for (const { address } of [income, redemption]) await dollar.write.approve([address, maxUint256]);
  await income.write.listMoney([dollar.address, 1n]);
  await redemption.write.listMoney([dollar.address, 1n]);
  for (const person of [issuer, ada, ben]) {
    const { message, signature } = await signAttestation(contracts, person);
    await identities.write.attest([message, signature]);
  }
  const asset = await registry.read.predictAsset([issuer, terms(module.address).salt]);
  await registry.write.multicall(tokenizeAndActivate(registry, asset, terms(module.address)));
  const token = await viem.getContractAt("AssetToken", asset);
  return { ...connection, registry, token, dollar, income, redemption, issuer, ada, ben };
}

describe("income and redemption and their model", () => {
  it("agree on who gets how much, and every line of every list can be claimed", async () => {
    const { token, dollar, income, issuer, networkHelpers, close } = await deploy();
    const snapshot = await networkHelpers.takeSnapshot();
    /** Holders who never held anything on this chain: what they held is the issuer's word. */
    const holdings = fc.uniqueArray(
      fc.tuple(
        fc.bigInt(1n, (1n << 160n) - 1n).map((n) => getAddress(pad(toHex(n), { size: 20 }))),
        fc.oneof(fc.constantFrom(0n, 1n, shares(1_000)), fc.bigInt(0n, shares(1_000))),
      ),
      { selector: ([account]) => account, minLength: 1, maxLength: 24 },
    );

    await fc.assert(
      fc.asyncProperty(holdings, fc.bigInt(1n, 10n ** 12n), async (held, paid) => {
        await snapshot.restore();
        const lines = incomeLines(new Map([...held, [issuer, shares(7)]]), paid, issuer);
        expect(totalOf(lines) <= paid).to.equal(true);
        if (lines.length === 0) return;
        const paymentId = await income.read.paymentIdOf([token.address, 0n]);
        const payment = { chainId: CHAIN, distributor: income.address, paymentId };
        const { root, proofs } = incomeTree(payment, lines);
        const block = BigInt(await networkHelpers.time.latestBlock());
        const expiry = (await networkHelpers.time.latest()) + 90 * 86_400;
        await income.write.payIncome([
          token.address,
          dollar.address,
          paid,
          block,
          expiry,
          root,
          totalOf(lines),
          "qti:income/v1",
        ]);
        await networkHelpers.time.increase(86_400);
        await income.write.activateRoot([paymentId]);
        for (const [index, { account, amount }] of lines.entries()) {
          await income.write.claimIncome([paymentId, BigInt(index), account, amount, proofs[index] ?? []]);
          expect(await dollar.read.balanceOf([account])).to.equal(amount);
        }
        expect(await dollar.read.balanceOf([income.address])).to.equal(paid - totalOf(lines));
      }),
      trials(20),
    );
    await close();
  });

  it("agree on what each redemption pays, whatever was redeemed and burned before", async () => {
    const { token, dollar, redemption, registry, issuer, ada, ben, networkHelpers, close } = await deploy();
    await token.write.transfer([ada, shares(400)]);
    await token.write.transfer([ben, shares(250)]);
    await registry.write.mature([token.address]);
    const snapshot = await networkHelpers.takeSnapshot();
    const people: Record<string, Address> = { ada, ben };
    const step = fc.record({
      kind: fc.constantFrom("redeem", "redeem", "court"),
      who: fc.constantFrom("ada", "ben"),
      part: fc.oneof(fc.constantFrom(1n, PERMILLE), fc.bigInt(1n, PERMILLE)),
    });

    await fc.assert(
      fc.asyncProperty(
        fc.bigInt(1n, 10n ** 12n),
        fc.array(step, { minLength: 1, maxLength: 12 }),
        async (amount, steps) => {
          await snapshot.restore();
          await redemption.write.openRedemption([token.address, dollar.address, amount]);
          const model: RedemptionModel = { amount, supply: shares(1_000), paid: 0n, redeemed: 0n };
          const got = new Map<Address, bigint>();
          for (const { kind, who, part } of steps) {
            const account = people[who] ?? expect.fail(who);
            const some = ((await token.read.balanceOf([account])) * part) / PERMILLE;
            if (some === 0n) continue;
            if (kind === "court") {
              await registry.write.forcedBurn([token.address, account, some]);
              continue;
            }
            const expected = redeem(model, some);
            expect(await redemption.read.previewRedeemDown([token.address, some])).to.equal(expected);
            await redemption.write.redeem([token.address, some, expected], { account });
            got.set(account, (got.get(account) ?? 0n) + expected);
          }
          for (const [account, sum] of got) expect(await dollar.read.balanceOf([account])).to.equal(sum);
          const { paid, redeemed } = await redemption.read.redemptionOf([token.address]);
          expect([paid, redeemed]).to.deep.equal([model.paid, model.redeemed]);
          const left = await token.read.totalSupply();
          expect(amount - model.paid >= (amount * left) / model.supply).to.equal(true);
          expect(await dollar.read.balanceOf([redemption.address])).to.equal(amount - model.paid);
          expect(await redemption.read.redemptionOf([token.address])).to.include({ issuer, closed: false });
        },
      ),
      trials(25),
    );
    await close();
  });
});
