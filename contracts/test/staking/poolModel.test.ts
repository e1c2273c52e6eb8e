import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";
import { type Address, getAddress, maxUint256, parseEther, zeroAddress } from "viem";
import { trials } from "../shared/trials.ts";
import {
  canEnd,
  claim,
  earnedOf,
  increase,
  laterPool,
  newPool,
  open,
  type PoolModel,
  type PositionModel,
  penaltyOf,
  settle,
  stream,
  totalStaked,
  totalWeight,
  unlockOf,
  weightOf,
  withdrawFrom,
} from "./poolModel.ts";

const PERMILLE = 1_000n;
const START = parseEther("1000000");
const DAY = 86_400;

const who = fc.constantFrom("ada", "ben");
/** Parts of what somebody has, with the ends often. */
const part = fc.oneof(fc.constantFrom(0n, 1n, PERMILLE), fc.bigInt(0n, PERMILLE));
const pick = fc.nat(20);
const ofPosition = (kind: "increase" | "withdraw" | "claim" | "poke") =>
  fc.record({ kind: fc.constant(kind), pick, part });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("stake"), who, part, lock: fc.integer({ min: 0, max: 3 }) }),
  },
  { weight: 2, arbitrary: ofPosition("increase") },
  { weight: 3, arbitrary: ofPosition("withdraw") },
  { weight: 3, arbitrary: ofPosition("claim") },
  { weight: 2, arbitrary: ofPosition("poke") },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("notify"), part }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("donate"), who, part }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("skim") }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const wait = fc.oneof(fc.constantFrom(1, 60, 7 * DAY, 30 * DAY), fc.integer({ min: 1, max: 120 * DAY }));
// As long as they may be: fast-check likes short ones, in which no lock ever ends.
const story = fc.array(fc.tuple(wait, step), { minLength: 1, maxLength: 20, size: "max" });

async function deployPool() {
  const connection = await network.create();
  const { viem, networkHelpers } = connection;
  const [deployer, ada, ben] = (await viem.getWalletClients()).map(({ account }) =>
    getAddress(account.address),
  );
  if (deployer === undefined || ada === undefined || ben === undefined) expect.fail("no accounts");
  const manager = await viem.deployContract("QtiAccessManager", [deployer]);
  const qti = await viem.deployContract("QtiToken", [deployer]);
  const treasury = await viem.deployContract("RewardsTreasury", [qti.address, manager.address]);
  const pool = await viem.deployContract("StakingPool", [qti.address, treasury.address, manager.address]);
  await treasury.write.setStream([pool.address, true]);
  await qti.write.transfer([treasury.address, START]);
  const people: Record<string, Address> = { ada, ben };
  for (const account of Object.values(people)) {
    await qti.write.transfer([account, START]);
    await qti.write.approve([pool.address, maxUint256], { account });
  }
  return { connection, networkHelpers, people, qti, treasury, pool };
}

describe("StakingPool and its model", () => {
  it("agree to the last unit after any story", async () => {
    const { connection, networkHelpers, people, qti, treasury, pool } = await deployPool();
    const snapshot = await networkHelpers.takeSnapshot();
    const done = new Map<string, number>();

    const purseOf = (name: string) => qti.read.balanceOf([people[name] ?? zeroAddress]);

    /** Does one thing to the contract and to a copy of the model, which it returns. Nothing, where it would do nothing. */
    async function act(before: PoolModel, next: Step): Promise<PoolModel> {
      const now = BigInt(await networkHelpers.time.latest()) + 1n;
      const model = laterPool(before, now);
      await networkHelpers.time.setNextBlockTimestamp(now);
      const changed = await change(before, model, next);
      if (changed === undefined) return before;
      done.set(next.kind, (done.get(next.kind) ?? 0) + 1);
      return changed;
    }

    async function change(before: PoolModel, model: PoolModel, next: Step): Promise<PoolModel | undefined> {
      if (next.kind === "stake") {
        const amount = ((await purseOf(next.who)) * next.part) / PERMILLE / 2n;
        if (amount === 0n) return undefined;
        open(model, next.who, next.lock, amount);
        await pool.write.stake([amount, next.lock], { account: people[next.who] ?? zeroAddress });
        return model;
      }
      if (next.kind === "notify") {
        const amount = (parseEther("10000") * next.part) / PERMILLE;
        stream(model, amount);
        await treasury.write.fundStream([pool.address, amount]);
        return model;
      }
      // The pool does not hear of a donation, and skimming it is no change either.
      if (next.kind === "donate") {
        const amount = ((await purseOf(next.who)) * next.part) / PERMILLE / 100n;
        await qti.write.transfer([pool.address, amount], { account: people[next.who] ?? zeroAddress });
        return { ...before, donated: before.donated + amount };
      }
      if (next.kind === "skim") {
        await pool.write.skim();
        return { ...before, donated: 0n };
      }
      return changePosition(model, next);
    }

    async function changePosition(
      model: PoolModel,
      { kind, pick, part }: Extract<Step, { pick: number }>,
    ): Promise<PoolModel | undefined> {
      // Only an expired position is worth a poke.
      const candidates = model.positions.filter((one) => kind !== "poke" || canEnd(model, one));
      const position = candidates[pick % Math.max(candidates.length, 1)];
      if (position === undefined) return undefined;
      const id = BigInt(model.positions.indexOf(position) + 1);
      const owner = people[position.who] ?? zeroAddress;
      const purse = await purseOf(position.who);
      if (kind === "increase") {
        const amount = (purse * part) / PERMILLE / 2n;
        if (amount === 0n) return undefined;
        increase(model, position, amount);
        await pool.write.increase([id, amount], { account: owner });
      } else if (kind === "withdraw") {
        const amount = (position.amount * part) / PERMILLE;
        if (amount === 0n) return undefined;
        const received = withdrawFrom(model, position, amount);
        await pool.write.withdraw([id, amount, owner], { account: owner });
        expect((await purseOf(position.who)) - purse).to.equal(received);
      } else if (kind === "claim") {
        const paid = claim(model, position);
        await pool.write.claim([id, owner], { account: owner });
        expect((await purseOf(position.who)) - purse).to.equal(paid);
      } else {
        settle(model, position);
        await pool.write.poke([id]);
      }
      return model;
    }

    async function compare(model: PoolModel) {
      const [left, end, updated] = await pool.read.stream();
      expect([left, BigInt(end - updated), BigInt(updated)]).to.deep.equal([
        model.left,
        model.rest,
        model.updated,
      ]);
      expect(await pool.read.totalStaked()).to.equal(totalStaked(model));
      expect(await pool.read.totalWeight()).to.equal(totalWeight(model));
      const now = laterPool(model, BigInt(await networkHelpers.time.latest()));
      expect(await pool.read.rewardPerWeight()).to.equal(now.earnedByOne);
      for (const [index, position] of now.positions.entries()) await comparePosition(now, index, position);
    }

    async function comparePosition(now: PoolModel, index: number, position: PositionModel) {
      const id = BigInt(index + 1);
      expect(await pool.read.positionOf([id])).to.deep.equal({
        owner: people[position.who],
        amount: position.amount,
        weight: weightOf(position),
        lock: position.lock,
        start: Number(position.start),
        unlock: Number(unlockOf(position)),
        owed: position.owed,
      });
      expect(await pool.read.earnedOf([id])).to.equal(earnedOf(now, position));
      const penalty = penaltyOf(position, position.amount, now.updated);
      expect(await pool.read.previewWithdraw([id, position.amount])).to.deep.equal([
        position.amount - penalty,
        penalty,
      ]);
    }

    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        await snapshot.restore();
        // Nothing was ever written: the time of the last change is the zero of the slot.
        let model = newPool(0n);
        for (const [seconds, next] of steps) {
          await networkHelpers.time.increase(seconds);
          await compare(model);
          model = await act(model, next);
          await compare(model);
        }
      }),
      trials(60),
    );
    const kinds = ["stake", "increase", "withdraw", "claim", "poke", "notify", "donate", "skim"];
    for (const kind of kinds) expect(done.get(kind) ?? 0, `${kind} never took effect`).to.be.greaterThan(0);
    await connection.close();
  });
});
