import { type Address, encodeFunctionData, keccak256, pad, stringToHex, zeroHash } from "viem";
import { attestationTypedData } from "../../../../packages/sdk/src/identity/attestationTypedData.ts";
import { walletLinkTypedData } from "../../../../packages/sdk/src/identity/walletLinkTypedData.ts";
import { accountOf, delayed, offices, people, signerOf, type World } from "../world.ts";
import type { Traffic } from "./action.ts";
import { recoveryActions } from "./recovery.ts";

const day = 86_400;
const attesterKey = accountOf(2);
const countries = [276, 528, 250, 840, 756] as const;
const attested = people.slice(0, 7);
/** They wait to be linked to someone; whoever comes after them, to take the place of someone. */
const unlinked = people.slice(7, 10);
/** Nobody's address: what ADMIN declares a system contract. */
export const strangers = [1, 2].map((n) => pad(`0x${n}dead`, { size: 20 }));

/** A start: people who may hold shares, some of whom may issue them. */
export async function openDoors(world: World): Promise<void> {
  for (const [index, account] of attested.entries()) {
    await attest(world, account, 3);
    if (index < 4) await world.demoDesk.write.enrolIssuer({ account });
  }
  // Traffic lets years pass, and this one is needed after it.
  await attest(world, offices.issuer, 3, 10_000);
  await world.demoDesk.write.enrolIssuer({ account: offices.issuer });
}

/** Attests the account anew, or for the first time as an identity of its own. */
export async function attest(
  world: World,
  account: Address,
  tier: number,
  days = 10 + world.random.below(1_000),
): Promise<void> {
  const registry = world.identityRegistry;
  const known = await registry.read.identityOf([account]);
  const now = await world.now();
  const attestation = {
    account,
    identity: known === zeroHash ? keccak256(stringToHex(account)) : known,
    country: world.random.pick(countries),
    tier,
    validUntil: now + day * days,
    nonce: await registry.read.nonces([account]),
    deadline: BigInt(now + 3_600),
  };
  const signature = await attesterKey.signTypedData(
    attestationTypedData({ chainId: world.reader.chain.id, registry: registry.address, attestation }),
  );
  await registry.write.attest([attestation, signature], { account: world.random.pick(people) });
}

async function linkWallet(world: World): Promise<void> {
  const registry = world.identityRegistry;
  const account = world.random.pick(attested);
  const newAccount = world.random.pick(unlinked);
  const link = {
    account,
    newAccount,
    nonce: await registry.read.nonces([account]),
    newNonce: await registry.read.nonces([newAccount]),
    deadline: BigInt((await world.now()) + 3_600),
  };
  const data = walletLinkTypedData({ chainId: world.reader.chain.id, registry: registry.address, link });
  const [first, second, third] = await Promise.all(
    [signerOf(account), signerOf(newAccount), attesterKey].map((signer) => signer.signTypedData(data)),
  );
  if (first === undefined || second === undefined || third === undefined) return;
  await registry.write.linkWallet([link, first, second, third], { account: newAccount });
}

const onRegistry = (world: World, functionName: "unfreeze" | "setAttester" | "setSystemContract") => {
  const { abi } = world.identityRegistry;
  if (functionName === "unfreeze") {
    return encodeFunctionData({ abi, functionName, args: [world.random.pick(people)] });
  }
  if (functionName === "setAttester") {
    const args = [world.random.pick(people), world.random.chance(60)] as const;
    return encodeFunctionData({ abi, functionName, args });
  }
  const args = [world.random.pick([...strangers, ...people]), world.random.chance(70)] as const;
  return encodeFunctionData({ abi, functionName, args });
};

const actions: Traffic["actions"] = [
  {
    name: "attest",
    weight: 14,
    run: (world) => attest(world, world.random.pick(attested), 1 + world.random.below(3)),
  },
  { name: "link a wallet", weight: 4, run: linkWallet },
  {
    name: "revoke",
    weight: 1,
    run: (world) =>
      world.identityRegistry.write.revoke([world.random.pick(people)], { account: offices.desk }),
  },
  {
    name: "freeze",
    weight: 2,
    run: (world) =>
      world.identityRegistry.write.freeze([world.random.pick(people)], { account: offices.desk }),
  },
  {
    name: "unfreeze",
    weight: 2,
    run: (world) =>
      delayed(world, offices.force, world.identityRegistry.address, onRegistry(world, "unfreeze")),
  },
  {
    name: "set an attester",
    weight: 1,
    run: (world) =>
      delayed(world, offices.force, world.identityRegistry.address, onRegistry(world, "setAttester")),
  },
  {
    name: "set a system contract",
    weight: 1,
    run: (world) =>
      delayed(world, offices.admin, world.identityRegistry.address, onRegistry(world, "setSystemContract")),
  },
  {
    name: "enrol an issuer",
    weight: 4,
    run: (world) => world.demoDesk.write.enrolIssuer({ account: world.random.pick(attested) }),
  },
  {
    name: "take the issuer's role away",
    weight: 1,
    run: (world) =>
      world.accessManager.write.revokeRole([5n, world.random.pick(people)], { account: offices.desk }),
  },
  {
    name: "cancel a scheduled operation",
    weight: 1,
    run: async (world) => {
      const target = world.rewardsTreasury.address;
      const data = encodeFunctionData({
        abi: world.rewardsTreasury.abi,
        functionName: "fundStream",
        args: [world.stakingVault.address, 1n + world.random.part(1_000n)],
      });
      await world.accessManager.write.schedule([target, data, 0], { account: offices.treasurer });
      await world.accessManager.write.cancel([offices.treasurer, target, data], {
        account: offices.guardian,
      });
    },
  },
];

/** Attestations end, and some are revoked; who is retired or frozen stays so. */
async function renew(world: World): Promise<void> {
  for (const [index, account] of attested.entries()) {
    const { retired } = await world.identityRegistry.read.standingOf([account]);
    if (retired) continue;
    await attest(world, account, 3);
    if (index < 4) await world.demoDesk.write.enrolIssuer({ account }).catch(() => undefined);
  }
}

export const identityTraffic: Traffic = {
  open: openDoors,
  renew,
  actions: [...actions, ...recoveryActions],
};
