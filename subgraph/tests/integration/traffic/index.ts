import { BaseError } from "viem";
import type { World } from "../world.ts";
import type { Action } from "./action.ts";
import { assetsTraffic } from "./assets.ts";
import { identityTraffic } from "./identity.ts";
import { recordsTraffic } from "./records.ts";
import { stakingTraffic } from "./staking.ts";

const actions: readonly Action[] = [
  ...identityTraffic,
  ...assetsTraffic,
  ...stakingTraffic,
  ...recordsTraffic,
];
const lots: readonly Action[] = actions.flatMap((action) =>
  Array.from({ length: action.weight }, () => action),
);

const attempts = 40;

/** How often each action went through and was refused. */
export type Tally = ReadonlyMap<string, { done: number; refused: number }>;

/** Lets people do `steps` random things. */
export async function drive(world: World, steps: number): Promise<Tally> {
  const tally = new Map(actions.map(({ name }) => [name, { done: 0, refused: 0 }]));
  for (let step = 0; step < steps; step++) await tryOnce(world, world.random.pick(lots), tally);
  return tally;
}

/** Lets people do random things until the chain has grown by `blocks`, or by a few more. */
export async function driveBlocks(world: World, blocks: number): Promise<void> {
  const tally = new Map<string, never>();
  const end = (await world.reader.getBlockNumber()) + BigInt(blocks);
  while ((await world.reader.getBlockNumber()) < end) await tryOnce(world, world.random.pick(lots), tally);
}

/** Tries what never went through some more: rare things need the right moment. */
export async function catchUp(world: World, tally: Tally): Promise<Tally> {
  for (const action of actions) {
    for (let left = attempts; left > 0 && tally.get(action.name)?.done === 0; left--) {
      await tryOnce(world, action, tally);
    }
  }
  return tally;
}

async function tryOnce(world: World, action: Action, tally: Tally): Promise<void> {
  const counts = tally.get(action.name);
  const went = await attempt(world, action);
  if (counts !== undefined) counts[went ? "done" : "refused"]++;
}

/** Refusals of the chain are part of the traffic; anything else is a fault of the test. */
async function attempt(world: World, action: Action): Promise<boolean> {
  try {
    await action.run(world);
    return true;
  } catch (error) {
    if (error instanceof BaseError || error instanceof RangeError) return false;
    throw error;
  }
}
