import { BaseError } from "viem";
import { domains } from "../domains.ts";
import type { World } from "../world.ts";
import type { Action } from "./action.ts";

const actions: readonly Action[] = domains.flatMap(({ traffic }) => traffic.actions);
const lots = lotsOf(actions);
const longest = 3;

const attempts = 40;

/** How often each action went through and was refused. */
export type Tally = ReadonlyMap<string, { done: number; refused: number }>;

/** Lets people do `steps` random things. */
export async function drive(world: World, steps: number): Promise<Tally> {
  const tally = new Map(actions.map(({ name }) => [name, { done: 0, refused: 0 }]));
  for (let step = 0; step < steps; step++) await tryOnce(world, world.random.pick(lots), tally);
  return tally;
}

/** How far a chain is to grow, and by which actions above all. */
export interface Growth {
  readonly atLeast: number;
  readonly atMost?: number;
  readonly mostly?: readonly Action[];
}

/** Lets people do random things until the chain has grown as wanted. */
export async function driveBlocks(
  world: World,
  { atLeast, atMost = Number.POSITIVE_INFINITY, mostly = actions }: Growth,
): Promise<void> {
  const start = await world.reader.getBlockNumber();
  const wanted = lotsOf(mostly);
  for (;;) {
    const grown = Number((await world.reader.getBlockNumber()) - start);
    if (grown >= atLeast) return;
    const fits = ({ blocks = longest }: Action) => grown + blocks <= atMost;
    const ours = wanted.filter(fits);
    // Others too: what those do may be refused for ever.
    const useOurs = ours.length > 0 && world.random.chance(75);
    await attempt(world, world.random.pick(useOurs ? ours : lots.filter(fits)));
  }
}

/** Tries what never went through some more: rare things need the right moment. */
export async function catchUp(world: World, tally: Tally): Promise<Tally> {
  for (const { traffic } of domains) await traffic.renew?.(world);
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

/** Each action as often as it weighs. */
function lotsOf(list: readonly Action[]): readonly Action[] {
  return list.flatMap((action) => Array.from({ length: action.weight }, () => action));
}
