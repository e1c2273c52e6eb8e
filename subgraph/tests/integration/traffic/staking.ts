import { type Address, encodeFunctionData, maxUint256 } from "viem";
import { delayed, offices, pass, people, type World } from "../world.ts";
import type { Traffic } from "./action.ts";

const qti = 10n ** 18n;

/** Everybody gets QTI and lets the vault take it. */
async function openPurses(world: World): Promise<void> {
  for (const person of people) {
    await world.qtiToken.write.transfer([person, 100_000n * qti], { account: offices.holder });
    await world.qtiToken.write.approve([world.stakingVault.address, maxUint256], { account: person });
  }
}

async function withdraw(world: World, how: "withdraw" | "redeem"): Promise<void> {
  const { read, write } = world.stakingVault;
  const owner = await someStaker(world);
  const receiver = world.random.chance(80) ? owner : world.random.pick(people);
  const most = how === "withdraw" ? await read.maxWithdraw([owner]) : await read.maxRedeem([owner]);
  const amount = world.random.chance(20) ? most : world.random.part(most + 1n);
  await write[how]([amount, receiver, owner], { account: owner });
}

async function someStaker(world: World): Promise<Address> {
  const balances = await Promise.all(people.map((person) => world.stakingVault.read.balanceOf([person])));
  const stakers = people.filter((_, index) => balances[index] !== 0n);
  return world.random.pick(stakers.length > 0 ? stakers : people);
}

async function fundStream(world: World): Promise<void> {
  const args = [world.stakingVault.address, world.random.part(500n * qti)] as const;
  const data = encodeFunctionData({ abi: world.rewardsTreasury.abi, functionName: "fundStream", args });
  await world.qtiToken.write.transfer([world.rewardsTreasury.address, args[1]], { account: offices.holder });
  await delayed(world, offices.treasurer, world.rewardsTreasury.address, data);
}

async function listStream(world: World): Promise<void> {
  const args = [world.random.pick(people), world.random.chance(50)] as const;
  const data = encodeFunctionData({ abi: world.rewardsTreasury.abi, functionName: "setStream", args });
  await delayed(world, offices.admin, world.rewardsTreasury.address, data);
}

const actions: Traffic["actions"] = [
  {
    name: "deposit",
    weight: 8,
    run: (world) => {
      const sender = world.random.pick(people);
      const owner = world.random.chance(80) ? sender : world.random.pick(people);
      const args = [world.random.part(1_000n * qti), owner] as const;
      return world.stakingVault.write.deposit(args, { account: sender });
    },
  },
  {
    name: "mint sQTI",
    weight: 2,
    run: (world) => {
      const account = world.random.pick(people);
      return world.stakingVault.write.mint([world.random.part(100n * 10n ** 24n), account], { account });
    },
  },
  { name: "withdraw", weight: 5, run: (world) => withdraw(world, "withdraw") },
  { name: "redeem", weight: 3, run: (world) => withdraw(world, "redeem") },
  {
    name: "transfer sQTI",
    weight: 4,
    run: async (world) => {
      const account = await someStaker(world);
      const balance = await world.stakingVault.read.balanceOf([account]);
      const amount = world.random.chance(20) ? balance : world.random.part(balance + 1n);
      await world.stakingVault.write.transfer([world.random.pick(people), amount], { account });
    },
  },
  {
    name: "transfer QTI",
    weight: 3,
    run: (world) => {
      const args = [world.random.pick(people), world.random.part(50n * qti)] as const;
      return world.qtiToken.write.transfer(args, { account: world.random.pick(people) });
    },
  },
  {
    name: "give QTI to the vault and skim it",
    weight: 1,
    run: async (world) => {
      const account = world.random.pick(people);
      const args = [world.stakingVault.address, 1n + world.random.part(qti)] as const;
      await world.qtiToken.write.transfer(args, { account });
      await world.stakingVault.write.skim({ account });
    },
  },
  { name: "fund the stream", weight: 2, blocks: 4, run: fundStream },
  { name: "list a stream", weight: 1, run: listStream },
  {
    name: "pause the vault",
    weight: 1,
    run: (world) => world.stakingVault.write.pause({ account: offices.pauser }),
  },
  {
    name: "end the pause of the vault",
    weight: 1,
    run: (world) => {
      const data = encodeFunctionData({ abi: world.stakingVault.abi, functionName: "unpause" });
      return delayed(world, offices.admin, world.stakingVault.address, data);
    },
  },
  { name: "let time pass", weight: 3, run: (world) => pass(world, world.random.below(200_000)) },
];

export const stakingTraffic: Traffic = { open: openPurses, actions };
