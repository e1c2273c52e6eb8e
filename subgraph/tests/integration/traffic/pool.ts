import { type Address, encodeFunctionData, maxUint256 } from "viem";
import { stakingPoolAbi } from "../../../../packages/sdk/src/generated/abis.ts";
import { delayed, offices, pass, people, type World } from "../world.ts";
import type { Traffic } from "./action.ts";

const qti = 10n ** 18n;
const locks = 4;

export const poolOf = (world: World) => world.contract("stakingPool", stakingPoolAbi);

/** Everybody lets the pool take QTI; there is some since the vault opened. */
async function openPool(world: World): Promise<void> {
  const { address } = poolOf(world);
  for (const person of people) {
    await world.qtiToken.write.approve([address, maxUint256], { account: person });
  }
}

/** A position of a person, as it is now. */
export type OpenPosition = Awaited<ReturnType<typeof positionsOf>>[number];

async function positionsOf(world: World) {
  const { read } = poolOf(world);
  const count = Number(await read.positionCount());
  const all = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const id = BigInt(index + 1);
      return { id, ...(await read.positionOf([id])) };
    }),
  );
  return all.filter(({ owner }) => people.includes(owner));
}

/** One that has stake in it and fits, or one that is opened now. */
async function somePosition(
  world: World,
  fits: (position: OpenPosition) => boolean = () => true,
): Promise<OpenPosition> {
  const found = (await positionsOf(world)).filter((position) => position.amount > 0n && fits(position));
  if (found.length > 0) return world.random.pick(found);
  await stake(world);
  const newest = (await positionsOf(world)).at(-1);
  if (newest === undefined) throw new RangeError("There is no position.");
  return newest;
}

async function stake(world: World): Promise<void> {
  const args = [1n + world.random.part(1_000n * qti), world.random.below(locks)] as const;
  await poolOf(world).write.stake(args, { account: world.random.pick(people) });
}

const recipientOf = (world: World, owner: Address): Address =>
  world.random.chance(80) ? owner : world.random.pick(people);

async function withdraw(world: World): Promise<void> {
  const { id, owner, amount } = await somePosition(world);
  const part = world.random.chance(30) ? amount : 1n + world.random.part(amount);
  await poolOf(world).write.withdraw([id, part, recipientOf(world, owner)], { account: owner });
}

/** Somebody ends the multiplier of the position whose lock is over first, after that. */
async function poke(world: World): Promise<void> {
  const isMultiplied = ({ amount, weight }: OpenPosition) => weight > amount;
  await somePosition(world, isMultiplied);
  const [next] = (await positionsOf(world)).filter(isMultiplied).sort((a, b) => a.unlock - b.unlock);
  if (next === undefined) throw new RangeError("No multiplier runs.");
  await pass(world, Math.max(0, next.unlock - (await world.now())) + 1);
  await poolOf(world).write.poke([next.id], { account: world.random.pick(people) });
}

async function fundStream(world: World): Promise<void> {
  const args = [poolOf(world).address, world.random.part(500n * qti)] as const;
  const data = encodeFunctionData({ abi: world.rewardsTreasury.abi, functionName: "fundStream", args });
  await delayed(world, offices.treasurer, world.rewardsTreasury.address, data);
}

const actions: Traffic["actions"] = [
  { name: "stake a position", weight: 8, run: stake },
  {
    name: "increase a position",
    weight: 3,
    blocks: 2,
    run: async (world) => {
      const { id, owner } = await somePosition(world);
      await poolOf(world).write.increase([id, 1n + world.random.part(100n * qti)], { account: owner });
    },
  },
  { name: "withdraw from a position", weight: 5, blocks: 2, run: withdraw },
  {
    name: "claim rewards of a position",
    weight: 5,
    blocks: 2,
    run: async (world) => {
      const { id, owner } = await somePosition(world);
      await poolOf(world).write.claim([id, recipientOf(world, owner)], { account: owner });
    },
  },
  { name: "poke a position", weight: 1, run: poke },
  { name: "fund the stream of the pool", weight: 2, run: fundStream },
  {
    name: "give QTI to the pool and skim it",
    weight: 1,
    run: async (world) => {
      const account = world.random.pick(people);
      const { address, write } = poolOf(world);
      await world.qtiToken.write.transfer([address, 1n + world.random.part(qti)], { account });
      await write.skim({ account });
    },
  },
  {
    name: "pause the pool",
    weight: 1,
    run: (world) => poolOf(world).write.pause({ account: offices.pauser }),
  },
  {
    name: "end the pause of the pool",
    weight: 1,
    run: (world) => {
      const { abi, address } = poolOf(world);
      return delayed(world, offices.admin, address, encodeFunctionData({ abi, functionName: "unpause" }));
    },
  },
];

export const poolTraffic: Traffic = { open: openPool, actions };
