import { offices, people, type World } from "../world.ts";
import type { Traffic } from "./action.ts";

async function register(world: World): Promise<void> {
  const validUntil = world.random.chance(50) ? 0 : (await world.now()) + 1 + world.random.below(2_000_000);
  const args = [world.random.word(), world.random.word(), validUntil] as const;
  await world.keyDirectory.write.register(args, { account: world.random.pick(people) });
}

async function revoke(world: World): Promise<void> {
  const account = world.random.pick(people);
  const count = await world.keyDirectory.read.keysCount([account]);
  await world.keyDirectory.write.revoke([world.random.part(count + 1n)], { account });
}

async function anchor(world: World): Promise<void> {
  const count = await world.recordAnchor.read.anchorCount();
  const last = count === 0n ? 0n : (await world.recordAnchor.read.anchorAt([count - 1n])).size;
  const args = [world.random.word(), last + 1n + world.random.part(100n)] as const;
  await world.recordAnchor.write.anchor(args, { account: offices.anchorer });
}

export const recordsTraffic: Traffic = {
  actions: [
    { name: "register keys", weight: 5, run: register },
    { name: "revoke keys", weight: 3, run: revoke },
    { name: "anchor a root", weight: 3, run: anchor },
    {
      name: "preserve a root",
      weight: 1,
      run: (world) => world.recordAnchor.write.preserve({ account: world.random.pick(people) }),
    },
  ],
};
