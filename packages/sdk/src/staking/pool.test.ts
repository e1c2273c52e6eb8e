import { describe, expect, test } from "vitest";
import { accountOf, contracts, fund, node, now, pass, QTI, walletOf } from "../../test/support/chain.ts";
import { requirements } from "../core/requirements.ts";
import { AccessManagedUnauthorizedError, AccessManagerNotScheduledError } from "../errors/access.ts";
import { PauseActiveError } from "../errors/pause.ts";
import {
  StakingExceedsPositionError,
  StakingNothingToPokeError,
  StakingNotOwnerError,
  StakingPausedError,
  StakingUnknownLockError,
  StakingUnknownPositionError,
  StakingZeroAmountError,
} from "../errors/staking.ts";
import { ERC20InsufficientAllowanceError } from "../errors/tokens.ts";
import { EventMissingError } from "../errors/transaction.ts";
import { scheduleSync } from "../identity/schedule.ts";
import { approveSync } from "../tokens/approve.ts";
import { getBalances } from "../tokens/getBalances.ts";
import { transferQtiSync } from "../tokens/transferQti.ts";
import { claimRewardsSync } from "./claimRewards.ts";
import { depositSync } from "./deposit.ts";
import { getLocks } from "./getLocks.ts";
import { getPool } from "./getPool.ts";
import { getPosition } from "./getPosition.ts";
import { getStakingPosition } from "./getStakingPosition.ts";
import { increasePosition, increasePositionSync } from "./increasePosition.ts";
import { pauseStaking, pauseStakingSync } from "./pauseStaking.ts";
import { pokePosition, pokePositionSync } from "./pokePosition.ts";
import { earnedAt, penaltyAt } from "./poolMath.ts";
import { previewEarlyExit } from "./previewEarlyExit.ts";
import { skimStakingSync } from "./skimStaking.ts";
import { stake, stakeSync } from "./stake.ts";
import { transferStakeSync } from "./transferStake.ts";
import { unpauseStaking, unpauseStakingSync } from "./unpauseStaking.ts";
import { withdrawPosition, withdrawPositionSync } from "./withdrawPosition.ts";
import { poolYield } from "./yield.ts";

const { stakingPool, qtiToken } = contracts;
const ada = walletOf("ada");
const [account, ben] = [ada.account.address, accountOf("ben").address];
const amount = 100n * QTI;
const DAY = 86_400;
const LOCK_90 = 2;

/** A permit over what Ada stakes. */
async function permitOfAda(action: "stake" | "increasePosition" = "stake", value = amount) {
  const [missing] = await requirements(ada, { action, amount: value, owner: account });
  if (missing?.type !== "permit") expect.fail("a permit was expected");
  return missing.apply(await ada.signTypedData(missing.typedData));
}

/** A position of Ada's. */
async function opened(lock = LOCK_90) {
  await fund("ada");
  const { event } = await stakeSync(ada, { amount, lock, ...(await permitOfAda()) });
  return event.args.positionId;
}

async function positionOf(positionId: bigint) {
  return (await getStakingPosition(node, { positionId })) ?? expect.fail("no such position");
}

describe("stake", () => {
  test("default", async () => {
    await fund("ada");
    await approveSync(ada, { token: qtiToken, spender: stakingPool, amount });
    const { event } = await stakeSync(ada, { amount, lock: LOCK_90 });
    const start = await now();
    const stated = { lock: LOCK_90, amount, weight: 150n * QTI, start, unlock: start + 90 * DAY };
    expect(event.args).toEqual({ positionId: 1n, owner: account, added: amount, owed: 0n, ...stated });
    expect(await getStakingPosition(node, { positionId: 1n })).toEqual({
      owner: account,
      earned: 0n,
      ...stated,
    });
  });

  test("behavior: with a permit no approval is needed, and then nothing is missing", async () => {
    await fund("ada");
    const { event } = await stakeSync(ada, { amount, lock: 0, ...(await permitOfAda()) });
    expect(event.args).toMatchObject({ amount, weight: amount });
    await approveSync(ada, { token: qtiToken, spender: stakingPool, amount });
    expect(await requirements(node, { action: "stake", amount, owner: account })).toEqual([]);
  });

  test("error: ERC20InsufficientAllowanceError", async () => {
    await fund("ada");
    await expect(stake(ada, { amount, lock: 0 })).rejects.toThrow(ERC20InsufficientAllowanceError);
  });

  test("error: StakingUnknownLockError", async () => {
    await expect(stake(ada, { amount, lock: 4 })).rejects.toThrow(StakingUnknownLockError);
  });

  test("error: StakingZeroAmountError", async () => {
    await expect(stake(ada, { amount: 0n, lock: 0 })).rejects.toThrow(StakingZeroAmountError);
  });
});

describe("increasePosition", () => {
  test("default", async () => {
    const positionId = await opened();
    await pass(10 * DAY);
    const permit = await permitOfAda("increasePosition", 50n * QTI);
    const { event } = await increasePositionSync(ada, { positionId, amount: 50n * QTI, ...permit });
    expect(event.args).toMatchObject({ positionId, added: 50n * QTI, amount: 150n * QTI });
    expect(event.args.unlock).toBe((await now()) + 90 * DAY);
  });

  test("behavior: takes an approval as well", async () => {
    const positionId = await opened();
    await approveSync(ada, { token: qtiToken, spender: stakingPool, amount });
    const { event } = await increasePositionSync(ada, { positionId, amount });
    expect(event.args.amount).toBe(2n * amount);
  });

  test("error: StakingNotOwnerError", async () => {
    const positionId = await opened();
    await expect(increasePosition(walletOf("ben"), { positionId, amount })).rejects.toThrow(
      StakingNotOwnerError,
    );
  });
});

describe("withdrawPosition", () => {
  test("default", async () => {
    const positionId = await opened();
    await pass(90 * DAY);
    const { event } = await withdrawPositionSync(ada, { positionId, amount });
    expect(event.args).toMatchObject({ recipient: account, withdrawn: amount, penalty: 0n, amount: 0n });
    expect((await getBalances(node, { account })).qti).toBe(1_000n * QTI);
  });

  test("behavior: leaving early leaves what the preview said, to the unit", async () => {
    const positionId = await opened();
    await pass(30 * DAY);
    const { start, unlock } = await positionOf(positionId);
    const at = (await now()) + 600;
    const penaltyBps = (await getLocks(node))[LOCK_90]?.penaltyBps ?? 0;
    const expected = penaltyAt(40n * QTI, { start, unlock, penaltyBps }, at);
    await node.setNextBlockTimestamp({ timestamp: BigInt(at) });
    const { event } = await withdrawPositionSync(ada, { positionId, amount: 40n * QTI, recipient: ben });
    expect(event.args.penalty).toBe(expected);
    expect((await getBalances(node, { account: ben })).qti).toBe(40n * QTI - expected);
  });

  test("error: StakingExceedsPositionError", async () => {
    const positionId = await opened();
    const leave = withdrawPosition(ada, { positionId, amount: amount + 1n });
    await expect(leave).rejects.toThrow(StakingExceedsPositionError);
  });

  test("error: StakingUnknownPositionError", async () => {
    await expect(withdrawPosition(ada, { positionId: 9n, amount })).rejects.toThrow(
      StakingUnknownPositionError,
    );
  });
});

describe("previewEarlyExit", () => {
  test("default", async () => {
    const positionId = await opened();
    const { received, penalty } = await previewEarlyExit(node, { positionId, amount });
    // 20 % at the very start.
    expect(penalty).toBe(20n * QTI);
    expect(received).toBe(80n * QTI);
  });

  test("behavior: is what penaltyAt reckons, whenever", async () => {
    const positionId = await opened();
    const { start, unlock } = await positionOf(positionId);
    for (const seconds of [1, 3_599, 20 * DAY, 70 * DAY]) {
      await pass(seconds);
      const { penalty } = await previewEarlyExit(node, { positionId, amount: 12_345_678_901n });
      const stake = { start, unlock, penaltyBps: 2_000 };
      expect(penalty).toBe(penaltyAt(12_345_678_901n, stake, await now()));
    }
  });

  test("error: StakingUnknownPositionError", async () => {
    await expect(previewEarlyExit(node, { positionId: 7n, amount })).rejects.toThrow(
      StakingUnknownPositionError,
    );
  });
});

describe("claimRewards", () => {
  test("default", async () => {
    const positionId = await opened();
    await pass(DAY);
    const { event } = await claimRewardsSync(ada, { positionId });
    // The stream of the deployment flows to the only staker.
    expect(event.args.amount).toBeGreaterThan(0n);
    expect((await getBalances(node, { account })).qti).toBe(900n * QTI + event.args.amount);
  });

  test("behavior: another may receive them", async () => {
    const positionId = await opened();
    await pass(DAY);
    const { event } = await claimRewardsSync(ada, { positionId, recipient: ben });
    expect((await getBalances(node, { account: ben })).qti).toBe(event.args.amount);
  });
});

describe("getStakingPosition", () => {
  test("default", async () => {
    expect(await getStakingPosition(node, { positionId: 1n })).toBeUndefined();
  });

  test("behavior: earns to the unit what earnedAt reckons from the figures of its last change", async () => {
    const positionId = await opened();
    const { weight } = await positionOf(positionId);
    const { totalWeight, rewardPerWeight, stream } = await getPool(node);
    const pool = {
      totalWeight,
      rewardPerWeight,
      streamLeft: stream.left,
      streamEnd: stream.end,
      accruedAt: stream.updated,
    };
    const figures = { weight, owed: 0n, rewardPerWeightPaid: rewardPerWeight };
    for (const seconds of [1, 3_599, DAY, 4 * DAY, 30 * DAY]) {
      await pass(seconds);
      expect((await positionOf(positionId)).earned).toBe(earnedAt(figures, pool, await now()));
    }
  });

  test("behavior: what it earned is what poolYield says of its stake", async () => {
    const positionId = await opened();
    const from = { rewardPerWeight: (await getPool(node)).rewardPerWeight, timestamp: await now() };
    await pass(3 * DAY);
    const to = { rewardPerWeight: (await getPool(node)).rewardPerWeight, timestamp: await now() };
    const { growth = 0n } = poolYield(from, to, 15_000) ?? {};
    const { earned } = await positionOf(positionId);
    const difference = (amount * growth) / QTI - earned;
    expect(difference <= 100n && difference >= -100n).toBe(true);
  });
});

describe("pokePosition", () => {
  test("default", async () => {
    const positionId = await opened();
    await pass(90 * DAY);
    const { event } = await pokePositionSync(walletOf("ben"), { positionId });
    expect(event.args).toMatchObject({ positionId, weight: amount });
    expect((await getPool(node)).totalWeight).toBe(amount);
  });

  test("error: StakingNothingToPokeError", async () => {
    const positionId = await opened();
    await expect(pokePosition(ada, { positionId })).rejects.toThrow(StakingNothingToPokeError);
  });
});

describe("getPool", () => {
  test("default", async () => {
    await opened();
    const pool = await getPool(node);
    expect(pool).toMatchObject({ totalStaked: amount, totalWeight: 150n * QTI, positionCount: 1n });
    expect(pool.stream.end).toBeGreaterThan(pool.stream.updated);
    expect(pool.pausedUntil).toBe(0);
  });
});

describe("getLocks", () => {
  test("default", async () => {
    expect(await getLocks(node)).toEqual([
      { duration: 0, multiplierBps: 10_000, penaltyBps: 0 },
      { duration: 30 * DAY, multiplierBps: 12_000, penaltyBps: 1_000 },
      { duration: 90 * DAY, multiplierBps: 15_000, penaltyBps: 2_000 },
      { duration: 365 * DAY, multiplierBps: 25_000, penaltyBps: 4_000 },
    ]);
  });
});

describe("pauseStaking", () => {
  test.each(["stakingPool", "stakingVault"] as const)("behavior: of the %s, for 14 days", async (venue) => {
    const { event } = await pauseStakingSync(walletOf("pauser"), { venue });
    expect(event.args.until).toBe((await now()) + 14 * DAY);
    expect(event.address.toLowerCase()).toBe(contracts[venue].toLowerCase());
  });

  test("behavior: leaving and claiming go on", async () => {
    const positionId = await opened();
    await pauseStakingSync(walletOf("pauser"), { venue: "stakingPool" });
    await expect(stake(ada, { amount, lock: 0 })).rejects.toThrow(PauseActiveError);
    await claimRewardsSync(ada, { positionId });
    await withdrawPositionSync(ada, { positionId, amount });
    expect((await getPool(node)).totalStaked).toBe(0n);
  });

  test("error: PauseActiveError and StakingPausedError, so that a pause is not stretched", async () => {
    const pauser = walletOf("pauser");
    await pauseStakingSync(pauser, { venue: "stakingPool" });
    await pauseStakingSync(pauser, { venue: "stakingVault" });
    await expect(pauseStaking(pauser, { venue: "stakingPool" })).rejects.toThrow(PauseActiveError);
    await expect(pauseStaking(pauser, { venue: "stakingVault" })).rejects.toThrow(StakingPausedError);
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    await expect(pauseStaking(ada, { venue: "stakingPool" })).rejects.toThrow(AccessManagedUnauthorizedError);
  });
});

describe("unpauseStaking", () => {
  test("default", async () => {
    const admin = walletOf("admin");
    await pauseStakingSync(walletOf("pauser"), { venue: "stakingPool" });
    const call = unpauseStaking.call({ ...contracts, venue: "stakingPool", account: admin.account.address });
    await scheduleSync(admin, { call });
    await pass(3 * DAY);
    await unpauseStakingSync(admin, { venue: "stakingPool" });
    expect((await getPool(node)).pausedUntil).toBe(0);
  });

  test("error: AccessManagerNotScheduledError", async () => {
    await expect(unpauseStaking(walletOf("admin"), { venue: "stakingPool" })).rejects.toThrow(
      AccessManagerNotScheduledError,
    );
  });
});

describe("skimStaking", () => {
  test.each(["stakingPool", "stakingVault"] as const)(
    "behavior: gives what was sent to the %s to the treasury",
    async (venue) => {
      await fund("ada");
      await transferQtiSync(ada, { to: contracts[venue], amount: 7n * QTI });
      const { event } = await skimStakingSync(walletOf("ben"), { venue });
      expect(event.args).toEqual({ to: contracts.rewardsTreasury, amount: 7n * QTI });
    },
  );

  test("error: EventMissingError where nothing was given", async () => {
    await expect(skimStakingSync(ada, { venue: "stakingPool" })).rejects.toThrow(EventMissingError);
  });
});

describe("transferStake", () => {
  test("default", async () => {
    await fund("ada");
    await approveSync(ada, { token: qtiToken, spender: contracts.stakingVault, amount });
    const { event } = await depositSync(ada, { assets: amount });
    const { shares } = event.args;
    await transferStakeSync(ada, { to: ben, shares: shares / 4n });
    expect((await getPosition(node, { account: ben })).shares).toBe(shares / 4n);
  });
});
