import { type Address, encodeFunctionData, type Hex, maxUint256, zeroAddress } from "viem";
import {
  qtiPointsAbi,
  referralRegistryAbi,
  rewardStoreAbi,
  tapRewardsAbi,
} from "../../../../packages/sdk/src/generated/abis.ts";
import { accountOf, delayed, offices, pass, people, type World } from "../world.ts";
import type { Action, Traffic } from "./action.ts";
import { attest } from "./identity.ts";
import { poolOf } from "./pool.ts";

const day = 86_400;
const point = 10n ** 6n;
const qti = 10n ** 18n;
const status = { bound: 1, final: 2, vested: 3 } as const;

export const pointsOf = (world: World) => world.contract("qtiPoints", qtiPointsAbi);
export const tapsOf = (world: World) => world.contract("tapRewards", tapRewardsAbi);
export const referralsOf = (world: World) => world.contract("referralRegistry", referralRegistryAbi);
export const storeOf = (world: World) => world.contract("rewardStore", rewardStoreAbi);

/** Accounts of the table of roles whose vouchers may count, one at a time. */
const oracles = [accountOf(24), accountOf(25)];
/** Nobody yet: they come when somebody brings them. */
export const newcomers = Array.from({ length: 24 }, (_, index) => accountOf(40 + index));
/** Somebody who is a channel, a redeemer and a spender beside the contracts. */
const outsider: Address = people.at(-1) ?? zeroAddress;
const contracts = ["tapRewards", "referralRegistry", "rewardStore", "merkleDistributor"] as const;

/** A call of TREASURER, after its delay. */
async function setByTreasurer(world: World, target: Address, data: Hex): Promise<void> {
  await delayed(world, offices.treasurer, target, data);
}

/** People who are paid now, and their number. */
async function someVerified(world: World): Promise<{ account: Address; identity: bigint }> {
  const registry = world.identityRegistry.read;
  const good = await Promise.all(people.map((person) => registry.canReceive([person])));
  const account = world.random.pick(people.filter((_, index) => good[index]));
  return { account, identity: (await registry.standingOf([account])).index };
}

/** What the oracle says of an account; the contract pays what is left of the day. */
async function claimTaps(world: World, account: Address, identity: bigint): Promise<void> {
  const { address, read, write } = tapsOf(world);
  const tally = await read.tallyOf([identity]);
  const message = {
    account,
    earned: tally.total + point + world.random.part(1_500n * point),
    sequence: BigInt(tally.sequence + 1 + world.random.below(5)),
    deadline: maxUint256,
  };
  const oracle = await read.oracle();
  const signer = oracles.find((each) => each.address === oracle);
  if (signer === undefined) throw new RangeError("Nobody has the key of the oracle.");
  const signature = await signer.signTypedData({
    domain: { name: "QTI Taps", version: "1", chainId: world.reader.chain.id, verifyingContract: address },
    types: {
      Voucher: [
        { name: "account", type: "address" },
        { name: "earned", type: "uint256" },
        { name: "sequence", type: "uint64" },
        { name: "deadline", type: "uint256" },
      ],
    },
    primaryType: "Voucher",
    message,
  });
  await write.claim([message, signature], { account: world.random.pick([account, ...people.slice(0, 3)]) });
}

async function claim(world: World): Promise<void> {
  const { account, identity } = await someVerified(world);
  await claimTaps(world, account, identity);
}

async function revoke(world: World): Promise<void> {
  const { account, identity } = await someVerified(world);
  const { sequence } = await tapsOf(world).read.tallyOf([identity]);
  const args = [account, BigInt(sequence + 1 + world.random.below(1_000))] as const;
  await tapsOf(world).write.revokeVouchers(args, { account: offices.anchorer });
}

async function rotate(world: World): Promise<void> {
  const { abi, address, read } = tapsOf(world);
  const current = await read.oracle();
  const next = oracles.find((each) => each.address !== current)?.address ?? zeroAddress;
  await setByTreasurer(world, address, encodeFunctionData({ abi, functionName: "setOracle", args: [next] }));
}

/** A newcomer, with a status of its referral or none at all. */
async function someNewcomer(world: World, wanted: number): Promise<(typeof newcomers)[number]> {
  const states = await Promise.all(
    newcomers.map(({ address }) => referralsOf(world).read.statusOf([address])),
  );
  return world.random.pick(newcomers.filter((_, index) => states[index] === wanted));
}

/** By anybody with the newcomer's signature; or by a person who waits for an identity, for itself. */
async function bind(world: World): Promise<void> {
  const { address, read, write } = referralsOf(world);
  const { account: referrer } = await someVerified(world);
  if (world.random.chance(30)) {
    const newcomer = world.random.pick(people);
    const own = { newcomer, referrer, nonce: 0n, deadline: 0n };
    await write.bind([own, "0x"], { account: newcomer });
    return;
  }
  // One in three changes its mind.
  const newcomer = await someNewcomer(world, world.random.chance(30) ? status.bound : 0);
  const nonce = await read.nonces([newcomer.address]);
  const message = { newcomer: newcomer.address, referrer, nonce, deadline: maxUint256 };
  const signature = await newcomer.signTypedData({
    domain: {
      name: "QTI Referrals",
      version: "1",
      chainId: world.reader.chain.id,
      verifyingContract: address,
    },
    types: {
      Referral: [
        { name: "newcomer", type: "address" },
        { name: "referrer", type: "address" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    primaryType: "Referral",
    message,
  });
  await write.bind([message, signature], { account: world.random.pick(people) });
}

async function settle(world: World): Promise<Address> {
  const { address } = await someNewcomer(world, status.bound).catch(async () => {
    await bind(world);
    return await someNewcomer(world, status.bound);
  });
  await attest(world, address, 1 + world.random.below(3), 2_000);
  return address;
}

/** The newcomer stakes what it was given, waits, and somebody shows the position. */
async function vest(world: World): Promise<Address> {
  const newcomer = await someNewcomer(world, status.final).then(
    ({ address }) => address,
    () => settle(world),
  );
  const { minStake } = await referralsOf(world).read.terms();
  const pool = poolOf(world);
  await world.node.impersonateAccount({ address: newcomer });
  await world.node.setBalance({ address: newcomer, value: 10n ** 20n });
  await world.qtiToken.write.transfer([newcomer, minStake], { account: offices.holder });
  await world.qtiToken.write.approve([pool.address, minStake], { account: newcomer });
  await pool.write.stake([minStake, 1 + world.random.below(3)], { account: newcomer });
  const positionId = await pool.read.positionCount();
  await pass(world, 30 * day + 1);
  await referralsOf(world).write.vest([newcomer, positionId], { account: world.random.pick(people) });
  return newcomer;
}

async function claimBonus(world: World): Promise<void> {
  const newcomer = await someNewcomer(world, status.vested).then(
    ({ address }) => address,
    () => vest(world),
  );
  const { index } = await world.identityRegistry.read.standingOf([newcomer]);
  await claimTaps(world, newcomer, index);
  await referralsOf(world).write.claimBonus([newcomer], { account: world.random.pick(people) });
}

async function setTerms(world: World): Promise<void> {
  const { abi, address } = referralsOf(world);
  const newcomerCap = 1_000n * point + world.random.part(2_000n * point);
  const terms = {
    bonusBps: 500 + world.random.below(1_500),
    newcomerCap,
    referrerCap: 10n * newcomerCap,
    minStake: 10n * qti + world.random.part(100n * qti),
  };
  await setByTreasurer(world, address, encodeFunctionData({ abi, functionName: "setTerms", args: [terms] }));
}

/** Of somebody who has points and may redeem them; of somebody who just earned some where nobody has. */
async function someSpender(world: World, least: bigint): Promise<Address> {
  const { read } = pointsOf(world);
  const registry = world.identityRegistry.read;
  const purses = await Promise.all(
    people.map(async (person) => ({
      person,
      balance: await read.balanceOf([person]),
      isGood: await registry.canReceive([person]),
    })),
  );
  const able = purses.filter(({ balance, isGood }) => isGood && balance >= least);
  if (able.length > 0) return world.random.pick(able).person;
  const { account, identity } = await someVerified(world);
  await claimTaps(world, account, identity);
  return account;
}

async function exchange(world: World): Promise<void> {
  const account = await someSpender(world, point);
  const balance = await pointsOf(world).read.balanceOf([account]);
  const points = 1n + world.random.part(balance);
  await storeOf(world).write.exchangePoints([points, 0n], { account });
}

/** A new item, or an old one with another price and stock. */
async function setItem(world: World): Promise<void> {
  const { read, write } = storeOf(world);
  const count = await read.itemCount();
  const itemId = world.random.chance(40) ? count : world.random.part(count);
  const item = {
    price: point + world.random.part(40n * point),
    stock: 1n + world.random.part(50n),
    limit: world.random.below(6),
    uri: `data:application/json,{"name":"Tea${world.random.below(99)}"}\u0000`,
  };
  await write.setItem([itemId, item], { account: offices.anchorer });
}

async function redeemItem(world: World): Promise<void> {
  const { read, write } = storeOf(world);
  const count = await read.itemCount();
  if (count === 0n) await setItem(world);
  const itemId = world.random.part(count === 0n ? 1n : count);
  const { price } = await read.itemOf([itemId]);
  const account = await someSpender(world, price * 2n);
  await write.redeemItem([itemId, 1n + world.random.part(2n), maxUint256], { account });
}

async function setRate(world: World): Promise<void> {
  const { abi, address } = storeOf(world);
  const args = [world.random.chance(80) ? 10n ** 15n + world.random.part(10n ** 16n) : 0n] as const;
  await setByTreasurer(world, address, encodeFunctionData({ abi, functionName: "setRate", args }));
}

async function setChannel(world: World, channel: Address): Promise<void> {
  const { abi, address } = pointsOf(world);
  const limit = 10_000n * point + world.random.part(1_000_000n * point);
  const period = world.random.pick([3_600, day, 7 * day]);
  const args = [channel, limit, period] as const;
  await setByTreasurer(world, address, encodeFunctionData({ abi, functionName: "setChannel", args }));
}

async function earnElsewhere(world: World): Promise<void> {
  const { limit } = await pointsOf(world).read.channelOf([outsider]);
  if (limit === 0n) await setChannel(world, outsider);
  const args = [world.random.pick(people), 1n + world.random.part(100n * point)] as const;
  await pointsOf(world).write.earn(args, { account: outsider });
}

async function setRedeemer(world: World): Promise<void> {
  const { abi, address } = pointsOf(world);
  const args = [outsider, world.random.chance(70)] as const;
  await setByTreasurer(world, address, encodeFunctionData({ abi, functionName: "setRedeemer", args }));
}

async function redeemElsewhere(world: World): Promise<void> {
  const { read, write } = pointsOf(world);
  if (!(await read.isRedeemer([outsider]))) await setRedeemer(world);
  const account = await someSpender(world, 2n);
  await write.redeem([account, 1n + world.random.part(point / 2n)], { account: outsider });
}

async function setBudget(world: World, spender: Address): Promise<void> {
  const { abi, address } = world.rewardsTreasury;
  const limit = 100_000n * qti + world.random.part(100_000n * qti);
  const args = [spender, limit, world.random.pick([3_600, day, 7 * day])] as const;
  await setByTreasurer(world, address, encodeFunctionData({ abi, functionName: "setBudget", args }));
}

async function payElsewhere(world: World): Promise<void> {
  const { limit } = await world.rewardsTreasury.read.budgetOf([outsider]);
  if (limit === 0n) await setBudget(world, outsider);
  const args = [world.random.pick(people), 1n + world.random.part(10n * qti)] as const;
  await world.rewardsTreasury.write.pay(args, { account: outsider });
}

const pauses: readonly Action[] = [
  {
    name: "pause a contract of rewards",
    weight: 1,
    // All of them have the same two functions.
    run: (world) =>
      world.contract(world.random.pick(contracts), tapRewardsAbi).write.pause({ account: offices.pauser }),
  },
  {
    name: "end a pause of rewards",
    weight: 1,
    run: (world) => {
      const data = encodeFunctionData({ abi: tapRewardsAbi, functionName: "unpause" });
      return delayed(world, offices.admin, world.at(world.random.pick(contracts)), data);
    },
  },
];

const actions: Traffic["actions"] = [
  { name: "claim taps", weight: 10, blocks: 1, run: claim },
  { name: "revoke vouchers", weight: 1, blocks: 1, run: revoke },
  { name: "set the tap oracle", weight: 1, run: rotate },
  {
    name: "set the daily cap of taps",
    weight: 1,
    run: (world) => {
      const { abi, address } = tapsOf(world);
      const args = [500n * point + world.random.part(1_500n * point)] as const;
      return setByTreasurer(world, address, encodeFunctionData({ abi, functionName: "setDailyCap", args }));
    },
  },
  { name: "name a referrer", weight: 5, blocks: 1, run: bind },
  { name: "attest a newcomer", weight: 2, run: settle },
  { name: "vest a referral", weight: 1, blocks: 8, run: vest },
  { name: "claim a referral bonus", weight: 1, blocks: 10, run: claimBonus },
  { name: "set the terms of referrals", weight: 1, run: setTerms },
  { name: "exchange points", weight: 4, blocks: 2, run: exchange },
  { name: "offer an item", weight: 2, blocks: 1, run: setItem },
  { name: "redeem an item", weight: 4, run: redeemItem },
  { name: "set the rate of the store", weight: 1, run: setRate },
  {
    name: "set a channel",
    weight: 2,
    run: (world) => {
      const channels = [tapsOf(world).address, referralsOf(world).address, outsider];
      return setChannel(world, world.random.pick(channels));
    },
  },
  { name: "earn points elsewhere", weight: 2, blocks: 4, run: earnElsewhere },
  { name: "set a redeemer", weight: 1, run: setRedeemer },
  { name: "redeem points elsewhere", weight: 1, blocks: 5, run: redeemElsewhere },
  {
    name: "set a budget",
    weight: 2,
    run: (world) => {
      const spenders = [storeOf(world).address, world.at("merkleDistributor"), outsider];
      return setBudget(world, world.random.pick(spenders));
    },
  },
  { name: "pay a reward elsewhere", weight: 2, blocks: 4, run: payElsewhere },
  ...pauses,
];

/** Whoever a pause, a rate of zero or an attestation that ended kept from going on, goes on. */
async function renew(world: World): Promise<void> {
  for (const name of contracts) {
    const { abi, address, read } = world.contract(name, tapRewardsAbi);
    if ((await read.pausedUntil()) <= (await world.now())) continue;
    await delayed(world, offices.admin, address, encodeFunctionData({ abi, functionName: "unpause" }));
  }
  const { abi, address, read } = storeOf(world);
  if ((await read.rate()) > 0n) return;
  const data = encodeFunctionData({ abi, functionName: "setRate", args: [10n ** 16n] });
  await setByTreasurer(world, address, data);
}

export const rewardsTraffic: Traffic = { renew, actions };
