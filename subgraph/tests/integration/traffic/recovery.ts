import { type Address, encodeFunctionData, zeroAddress } from "viem";
import { recoveryObjectionTypedData } from "../../../../packages/sdk/src/identity/recoveryObjectionTypedData.ts";
import { recoveryTypedData } from "../../../../packages/sdk/src/identity/recoveryTypedData.ts";
import { delayed, offices, pass, people, signerOf, type World } from "../world.ts";
import { type Action, assetsOf } from "./action.ts";

const day = 86_400;

/** Nobody links their wallets: they wait to take somebody's place. */
const heirs = people.slice(10);

/** Somebody who never belonged to an identity, or nobody. */
async function someNewcomer(world: World): Promise<Address> {
  const standings = await Promise.all(heirs.map((heir) => world.identityRegistry.read.standingOf([heir])));
  return world.random.pick(heirs.filter((_, index) => standings[index]?.index === 0n));
}

/** Somebody who belongs to an identity and was not lost before. */
async function someMember(world: World): Promise<Address> {
  const standings = await Promise.all(
    people.map((person) => world.identityRegistry.read.standingOf([person])),
  );
  return world.random.pick(
    people.filter((_, index) => standings[index]?.index !== 0n && standings[index]?.retired === false),
  );
}

/** The force proposes that a newcomer takes the place of somebody. */
async function propose(world: World): Promise<Address> {
  const { abi, address, read } = world.identityRegistry;
  const lost = await someMember(world);
  const successor = await someNewcomer(world);
  const nonce = await read.nonces([successor]);
  const deadline = BigInt((await world.now()) + 30 * day);
  const chainId = world.reader.chain.id;
  const signature = await signerOf(successor).signTypedData(
    recoveryTypedData({ chainId, registry: address, lost, successor, nonce, deadline }),
  );
  const args = [lost, successor, deadline, signature] as const;
  const data = encodeFunctionData({ abi, functionName: "proposeRecovery", args });
  await delayed(world, offices.force, address, data);
  return lost;
}

/** What waits, or is proposed now. */
async function somePending(world: World): Promise<Address> {
  const { read } = world.identityRegistry;
  const recoveries = await Promise.all(people.map((person) => read.recoveryOf([person])));
  const pending = people.filter((_, index) => (recoveries[index]?.successor ?? zeroAddress) !== zeroAddress);
  return pending.length > 0 ? world.random.pick(pending) : await propose(world);
}

/** By the owner, or by somebody who has the owner's signature. */
async function object(world: World): Promise<void> {
  const { address, read, write } = world.identityRegistry;
  const lost = await somePending(world);
  if (world.random.chance(50)) {
    await write.objectToRecovery([lost, "0x"], { account: lost });
    return;
  }
  const { successor, readyAt } = await read.recoveryOf([lost]);
  const chainId = world.reader.chain.id;
  const signature = await signerOf(lost).signTypedData(
    recoveryObjectionTypedData({ chainId, registry: address, lost, successor, readyAt }),
  );
  await write.objectToRecovery([lost, signature], { account: world.random.pick(people) });
}

async function complete(world: World): Promise<void> {
  const lost = await somePending(world);
  await pass(world, 3 * day + 1);
  await world.identityRegistry.write.completeRecovery([lost], { account: world.random.pick(people) });
}

/** Shares follow whoever was lost, and an issuer's assets too; a recovery comes first where there was none. */
async function follow(world: World): Promise<void> {
  const { read } = world.identityRegistry;
  const successors = await Promise.all(people.map((person) => read.successorOf([person])));
  const lost = people.filter((person, index) => successors[index] !== person);
  if (lost.length === 0) return complete(world);
  for (const asset of await assetsOf(world)) {
    const issuer = await world.assetRegistry.read.issuerOf([asset]);
    if (lost.includes(issuer))
      await world.assetRegistry.write.succeedIssuer([asset], { account: offices.desk });
    for (const account of lost) {
      const token = world.token(asset);
      if ((await token.read.balanceOf([account])) === 0n) continue;
      await token.write.recover([account], { account: world.random.pick(people) });
    }
  }
}

export const recoveryActions: readonly Action[] = [
  { name: "propose a recovery", weight: 1, run: propose },
  {
    name: "cancel a recovery",
    weight: 1,
    blocks: 4,
    run: async (world) =>
      world.identityRegistry.write.cancelRecovery([await somePending(world)], { account: offices.guardian }),
  },
  { name: "object to a recovery", weight: 1, blocks: 4, run: object },
  { name: "complete a recovery", weight: 1, blocks: 5, run: complete },
  { name: "move what a lost account held", weight: 2, blocks: 100, run: follow },
];
