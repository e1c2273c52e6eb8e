import {
  attestationTypedData,
  attestSync,
  encodeMetadata,
  getContracts,
  getIdentityNonce,
  tokenizeAndActivateSync,
  transferSync,
} from "@qti/sdk";
import { type Address, type Hex, keccak256, zeroHash } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { giveDollars, outsider } from "./chain.ts";
import { desks, fund, people, privateKeyOf } from "./people.ts";
import type { E2eStack } from "./stack.ts";

const unit = 10n ** 18n;
const year = 365 * 86_400;
const netherlands = 528;

/** Somebody whom nobody of the demo knows: verified, with ether for fees and some test dollars. Answers with the key. */
export async function newcomer(
  stack: E2eStack,
  { tier, dollars, country = netherlands }: { tier: 1 | 2 | 3; dollars: bigint; country?: number },
) {
  const key = await stranger(stack);
  await verify(stack, key, tier, country);
  await giveDollars(stack, privateKeyOf(desks.qtiHolder), privateKeyToAccount(key).address, dollars);
  return key;
}

/** Somebody whom not even the chain knows, with ether for fees. Answers with the key. */
export async function stranger(stack: E2eStack): Promise<Hex> {
  const key = generatePrivateKey();
  await fund(stack.rpc, privateKeyToAccount(key).address);
  return key;
}

/** Attests somebody for a year, in the Netherlands where nothing else is said. */
export async function verify(
  stack: E2eStack,
  key: Hex,
  tier: 1 | 2 | 3,
  country = netherlands,
): Promise<void> {
  const { address } = privateKeyToAccount(key);
  const client = outsider(stack, key);
  const { timestamp } = await client.getBlock({ blockTag: "pending" });
  const attestation = {
    account: address,
    identity: keccak256(address),
    country,
    tier,
    validUntil: Number(timestamp) + year,
    nonce: await getIdentityNonce(client, { account: address }),
    deadline: timestamp + 3_600n,
  };
  const { identityRegistry: registry } = await getContracts(client, { names: ["identityRegistry"] });
  const signature = await outsider(stack, privateKeyOf(desks.attester)).signTypedData(
    attestationTypedData({ chainId: stack.chainId, registry, attestation }),
  );
  await attestSync(client, { attestation, signature });
}

/** An asset that nobody has traded yet, for who is verified at tier 2, with some of its shares in the hands of `holder`. */
export async function freshAsset(
  stack: E2eStack,
  {
    name,
    symbol,
    holder,
    shares,
    blockedCountries = [],
  }: {
    name: string;
    symbol: string;
    holder: Address;
    shares: bigint;
    blockedCountries?: readonly number[];
  },
): Promise<Address> {
  const issuer = outsider(stack, privateKeyOf(people.grace));
  const { event } = await tokenizeAndActivateSync(issuer, {
    name,
    symbol,
    class: "realEstate",
    jurisdiction: 528,
    shares: 1_000n,
    valuation: 245_000n * 1_000_000n,
    metadataURI: encodeMetadata({ name, description: "The house of a lock keeper, let to one family." }),
    documentsRoot: zeroHash,
    rules: { minTier: 2, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n },
    blockedCountries,
    salt: generatePrivateKey(),
  });
  const { asset } = event.args;
  await transferSync(issuer, { asset, to: holder, amount: shares * unit });
  return asset;
}
