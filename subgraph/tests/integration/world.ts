import {
  type Abi,
  type Address,
  createPublicClient,
  createTestClient,
  createWalletClient,
  getContract,
  type Hex,
  http,
  publicActions,
} from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import {
  accessManagerAbi,
  assetRegistryAbi,
  assetTokenAbi,
  complianceModuleAbi,
  demoDeskAbi,
  identityRegistryAbi,
  keyDirectoryAbi,
  qtiTokenAbi,
  recordAnchorAbi,
  rewardsTreasuryAbi,
  stakingVaultAbi,
} from "../../../packages/sdk/src/generated/abis.ts";
import { mnemonic } from "../../../scripts/src/parts/accounts.ts";
import { type Random, randomOf } from "./random.ts";

/** Hardhat's account with this number; its key is public. */
export const accountOf = (index: number) => mnemonicToAccount(mnemonic, { addressIndex: index });
const addressOf = (index: number): Address => accountOf(index).address;

/** Who holds which role on the development chain, by the number of the account. */
export const offices = {
  admin: addressOf(1),
  attester: addressOf(2),
  desk: addressOf(3),
  force: addressOf(4),
  treasurer: addressOf(5),
  pauser: addressOf(6),
  guardian: addressOf(7),
  anchorer: addressOf(8),
  holder: addressOf(9),
  /** An issuer whom random traffic leaves alone. */
  issuer: addressOf(0),
} as const;

const firstPerson = 10;
const peopleCount = 18;
/** Accounts that the node knows keys of. */
const knownAccounts = 20;

/** Everybody who is nobody in particular; numbers are those of `personIndex`. */
export const people: readonly Address[] = Array.from({ length: peopleCount }, (_, i) =>
  addressOf(firstPerson + i),
);

/** The local account behind a person, for signatures. */
export const signerOf = (person: Address) => accountOf(firstPerson + people.indexOf(person));

/** A chain with the deployed contracts, and what traffic has to remember. */
export type World = ReturnType<typeof createWorld>;

/** Clients of a stack's chain. Every transaction is signed by the node, which knows the keys or does without. */
export function createWorld(rpc: string, contracts: Readonly<Record<string, Address>>, seed: number) {
  const transport = http(rpc);
  const chain = hardhat;
  // What is asked at the same time travels together.
  const reading = http(rpc, { batch: { batchSize: 100 } });
  const reader = createPublicClient({ chain, transport: reading, pollingInterval: 20, cacheTime: 0 });
  const wallet = createWalletClient({ chain, transport, pollingInterval: 20 }).extend(publicActions);
  const node = createTestClient({ chain, transport, mode: "hardhat" });
  const client = { public: reader, wallet };
  const at = (name: string): Address => {
    const address = contracts[name];
    if (address === undefined) throw new RangeError(`The deployment has no ${name}.`);
    return address;
  };
  const random: Random = randomOf(seed);
  return {
    reader,
    wallet,
    node,
    random,
    at,
    accessManager: getContract({ abi: accessManagerAbi, address: at("accessManager"), client }),
    identityRegistry: getContract({ abi: identityRegistryAbi, address: at("identityRegistry"), client }),
    assetRegistry: getContract({ abi: assetRegistryAbi, address: at("assetRegistry"), client }),
    complianceModule: getContract({ abi: complianceModuleAbi, address: at("complianceModule"), client }),
    qtiToken: getContract({ abi: qtiTokenAbi, address: at("qtiToken"), client }),
    stakingVault: getContract({ abi: stakingVaultAbi, address: at("stakingVault"), client }),
    rewardsTreasury: getContract({ abi: rewardsTreasuryAbi, address: at("rewardsTreasury"), client }),
    keyDirectory: getContract({ abi: keyDirectoryAbi, address: at("keyDirectory"), client }),
    recordAnchor: getContract({ abi: recordAnchorAbi, address: at("recordAnchor"), client }),
    demoDesk: getContract({ abi: demoDeskAbi, address: at("demoDesk"), client }),
    token: (address: Address) => getContract({ abi: assetTokenAbi, address, client }),
    /** A contract of the deployment, for a domain that needs it. */
    contract: <const abi extends Abi>(name: string, abi: abi) =>
      getContract({ abi, address: at(name), client }),
    now: async () => Number((await reader.getBlock()).timestamp),
  };
}

/** Lets everybody sign and pay for transactions, those too whose keys the node does not know. */
export async function openAccounts(world: World): Promise<void> {
  for (const address of people.slice(knownAccounts - firstPerson)) {
    await world.node.impersonateAccount({ address });
    await world.node.setBalance({ address, value: 10n ** 22n });
  }
}

/**
 * A call by an account whose role has a delay: scheduled, waited for, done. The waiting is the chain's, not ours.
 */
export async function delayed(world: World, from: Address, target: Address, data: Hex): Promise<void> {
  await world.reader.simulateContract({
    abi: world.accessManager.abi,
    address: world.accessManager.address,
    functionName: "schedule",
    args: [target, data, 0],
    account: from,
  });
  await world.accessManager.write.schedule([target, data, 0], { account: from });
  await pass(world, 73 * 3_600);
  await world.reader.call({ account: from, to: target, data });
  await world.wallet.sendTransaction({ account: from, to: target, data });
}

/** Lets time pass on the chain. */
export async function pass(world: World, seconds: number): Promise<void> {
  await world.node.increaseTime({ seconds });
  await world.node.mine({ blocks: 1 });
}
