import {
  type Address,
  createTestClient,
  createWalletClient,
  http,
  keccak256,
  publicActions,
  toHex,
} from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { inject } from "vitest";
import { dripSync } from "../../src/devnet/drip.ts";
import { attestSync } from "../../src/identity/attest.ts";
import { attestationTypedData } from "../../src/identity/attestationTypedData.ts";
import { enrolIssuerSync } from "../../src/identity/enrolIssuer.ts";
import { getIdentityNonce } from "../../src/identity/getIdentityNonce.ts";
import { scheduleSync } from "../../src/identity/schedule.ts";
import { type AssetTerms, approveSync, tokenizeAndActivateSync } from "../../src/index.ts";

const { url, contracts } = inject("chain");

export { contracts, url };

const pollingInterval = 20;

/** Hardhat's well-known accounts by what they are in the development deployment. */
const indexes = {
  deployer: 0,
  admin: 1,
  attester: 2,
  complianceDesk: 3,
  complianceForce: 4,
  treasurer: 5,
  pauser: 6,
  guardian: 7,
  anchorer: 8,
  operator: 8,
  tapOracle: 24,
  risk: 5,
  appraiser: 8,
  underwriter: 27,
  keeper: 19,
  holder: 9,
  ada: 10,
  ben: 11,
  cleo: 12,
} as const;

export type Person = keyof typeof indexes;

export function accountOf(person: Person) {
  return mnemonicToAccount("test test test test test test test test test test test junk", {
    addressIndex: indexes[person],
  });
}

/** A wallet of one of the people, that can read as well. */
export function walletOf(person: Person) {
  return createWalletClient({
    account: accountOf(person),
    chain: hardhat,
    transport: http(url, { retryCount: 0 }),
    pollingInterval,
    cacheTime: 0,
  }).extend(publicActions);
}

/** What only a development node can do. */
export const node = createTestClient({
  mode: "hardhat",
  chain: hardhat,
  transport: http(url, { retryCount: 0 }),
  pollingInterval,
  cacheTime: 0,
}).extend(publicActions);

export const QTI = 10n ** 18n;
export const SHARE = 10n ** 18n;

/** An attestation of a person and the attester's signature over it. */
export async function attestationOf(
  account: Address,
  { tier = 2, country = 528, identity = keccak256(account), validFor = 365 * 86_400 } = {},
) {
  const { timestamp } = await node.getBlock();
  const attestation = {
    account,
    identity,
    country,
    tier,
    validUntil: Number(timestamp) + validFor,
    nonce: await getIdentityNonce(node, { account }),
    deadline: timestamp + 3600n,
  };
  const signature = await accountOf("attester").signTypedData(
    attestationTypedData({ chainId: hardhat.id, registry: contracts.identityRegistry, attestation }),
  );
  return { attestation, signature };
}

/** Makes people verified accounts. */
export async function verify(...people: Person[]) {
  for (const person of people) {
    const { address } = accountOf(person);
    await attestSync(walletOf("deployer"), await attestationOf(address));
  }
}

/** Makes a person a verified issuer. */
export async function makeIssuer(person: Person) {
  await verify(person);
  await enrolIssuerSync(walletOf(person));
}

/** Terms that the registry accepts. */
export function termsOf(changes: Partial<AssetTerms> = {}): AssetTerms {
  return {
    name: "Harbour 7",
    symbol: "HRB7",
    class: "realEstate",
    jurisdiction: 528,
    shares: 1_000n,
    valuation: 1_000_000_000_000n,
    metadataURI: "data:application/json,%7B%22name%22%3A%22Harbour%207%22%2C%22description%22%3A%22%22%7D",
    documentsRoot: toHex(0, { size: 32 }),
    rules: { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n },
    blockedCountries: [],
    salt: keccak256("0x01"),
    ...changes,
  };
}

/** An active asset of Ada's; she holds all shares. */
export async function assetOfAda(changes: Partial<AssetTerms> = {}): Promise<Address> {
  await makeIssuer("ada");
  const { event } = await tokenizeAndActivateSync(walletOf("ada"), termsOf(changes));
  return event.args.asset;
}

/** Gives people QTI from the faucet. */
export async function fund(...people: Person[]) {
  for (const person of people) await dripSync(walletOf(person));
}

/** Lets time pass on the chain. */
export async function pass(seconds: number) {
  await node.increaseTime({ seconds });
  await node.mine({ blocks: 1 });
}

/** Goes on to a second of the chain's clock, whatever ours does meanwhile. */
export async function reach(timestamp: number) {
  await node.setNextBlockTimestamp({ timestamp: BigInt(timestamp) });
  await node.mine({ blocks: 1 });
}

/** One test dollar. */
export const DOLLAR = 10n ** 6n;

/** A market in shares of Ada's asset: Ben and Cleo are verified and have dollars; Ada holds all shares. */
export async function marketOfAda(changes: Partial<AssetTerms> = {}) {
  const asset = await assetOfAda(changes);
  await verify("ben", "cleo");
  await fund("ben", "cleo");
  return { asset, money: contracts.testDollar };
}

/** Lets the exchange take as much of a token of people as it wants. */
export async function allowExchange(token: Address, ...people: Person[]) {
  for (const person of people) {
    await approveSync(walletOf(person), { token, spender: contracts.exchange, amount: 2n ** 255n });
  }
}

/** Lets a role with a delay do what it scheduled. */
export async function afterDelay<result>(
  who: ReturnType<typeof walletOf>,
  call: Parameters<typeof scheduleSync>[1]["call"],
  act: () => Promise<result>,
): Promise<result> {
  await scheduleSync(who, { call });
  await pass(72 * 3_600);
  return act();
}

/** Seconds of the latest block. */
export async function now(): Promise<number> {
  return Number((await node.getBlock()).timestamp);
}
