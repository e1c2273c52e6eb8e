import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";
import { type Address, maxUint256, parseEther } from "viem";
import { trials } from "../shared/trials.ts";
import {
  assetsFor,
  deposit,
  later,
  mint,
  newVault,
  notify,
  redeem,
  sharesFor,
  sharesOf,
  totalShares,
  type VaultModel,
  withdraw,
} from "./model.ts";

const PERMILLE = 1_000n;
const START = parseEther("1000000");

const who = fc.constantFrom("ada", "ben");
/** Parts of what somebody has, with the ends often. */
const part = fc.oneof(fc.constantFrom(0n, 1n, PERMILLE), fc.bigInt(0n, PERMILLE));
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("deposit"), who, part }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("mint"), who, part }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("withdraw"), who, part }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("redeem"), who, part }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("notify"), who, part }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("donate"), who, part }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const wait = fc.oneof(fc.constantFrom(1, 60, 604_800), fc.integer({ min: 1, max: 1_000_000 }));
const story = fc.array(fc.tuple(wait, step), { minLength: 1, maxLength: 20 });

async function deployVault() {
  const connection = await network.create();
  const { viem, networkHelpers } = connection;
  const [deployer, ada, ben] = (await viem.getWalletClients()).map(({ account }) => account.address);
  if (deployer === undefined || ada === undefined || ben === undefined) expect.fail("no accounts");
  const manager = await viem.deployContract("QtiAccessManager", [deployer]);
  const qti = await viem.deployContract("QtiToken", [deployer]);
  const treasury = await viem.deployContract("RewardsTreasury", [qti.address, manager.address]);
  const vault = await viem.deployContract("StakingVault", [qti.address, treasury.address, manager.address]);
  await treasury.write.setStream([vault.address, true]);
  await qti.write.transfer([treasury.address, START]);
  const people: Record<string, Address> = { ada, ben };
  for (const account of Object.values(people)) {
    await qti.write.transfer([account, START]);
    await qti.write.approve([vault.address, maxUint256], { account });
  }
  return { connection, networkHelpers, people, qti, treasury, vault };
}

describe("StakingVault and its model", () => {
  it("agree to the last unit after any story", async () => {
    const { connection, networkHelpers, people, qti, treasury, vault } = await deployVault();
    const snapshot = await networkHelpers.takeSnapshot();

    /** Does one thing to the contract and tells the model as it should be after it. */
    async function act(before: VaultModel, { kind, who, part }: Step): Promise<VaultModel> {
      const account = people[who];
      if (account === undefined) return expect.fail(who);
      const now = BigInt(await networkHelpers.time.latest()) + 1n;
      const model = later(before, now);
      const purse = await qti.read.balanceOf([account]);
      const [ofPurse, ofShares] = [(purse * part) / PERMILLE, (sharesOf(model, who) * part) / PERMILLE];
      const worth = (assetsFor(model, sharesOf(model, who), "down") * part) / PERMILLE;
      await networkHelpers.time.setNextBlockTimestamp(now);
      if (kind === "deposit") {
        deposit(model, who, ofPurse);
        await vault.write.deposit([ofPurse, account], { account });
      } else if (kind === "mint") {
        // Of half the purse, so that what rounding adds is there.
        const shares = sharesFor(model, ofPurse / 2n, "down");
        mint(model, who, shares);
        await vault.write.mint([shares, account], { account });
      } else if (kind === "withdraw") {
        withdraw(model, who, worth);
        await vault.write.withdraw([worth, account, account], { account });
      } else if (kind === "redeem") {
        redeem(model, who, ofShares);
        await vault.write.redeem([ofShares, account, account], { account });
      } else if (kind === "notify") {
        const amount = (parseEther("10000") * part) / PERMILLE;
        notify(model, amount);
        await treasury.write.fundStream([vault.address, amount]);
      } else {
        // The vault does not hear of a donation: nothing of it changes.
        await qti.write.transfer([vault.address, ofPurse / 100n], { account });
        return { ...before, donated: before.donated + ofPurse / 100n };
      }
      return model;
    }

    async function compare(model: VaultModel) {
      const [left, end, updated] = await vault.read.stream();
      expect([left, BigInt(end - updated), BigInt(updated)]).to.deep.equal([
        model.left,
        model.rest,
        model.updated,
      ]);
      expect(await vault.read.totalSupply()).to.equal(totalShares(model));
      for (const [name, address] of Object.entries(people)) {
        expect(await vault.read.balanceOf([address])).to.equal(sharesOf(model, name));
      }
      const now = later(model, BigInt(await networkHelpers.time.latest()));
      expect(await vault.read.totalAssets()).to.equal(now.assets);
      expect(await vault.read.convertToAssets([10n ** 24n])).to.equal(assetsFor(now, 10n ** 24n, "down"));
      expect(await qti.read.balanceOf([vault.address])).to.equal(now.assets + now.left + model.donated);
    }

    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        await snapshot.restore();
        // Nothing was ever written: the time of the last change is the zero of the slot.
        let model = newVault(0n);
        for (const [seconds, next] of steps) {
          await networkHelpers.time.increase(seconds);
          await compare(model);
          model = await act(model, next);
          await compare(model);
        }
      }),
      trials(50),
    );
    await connection.close();
  });
});
