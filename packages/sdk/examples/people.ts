// People of a local chain for the examples: whoever has the attester's well-known key verifies them.
import {
  attestationTypedData,
  attestSync,
  enrolIssuerSync,
  getContracts,
  getIdentityNonce,
  tokenizeAndActivateSync,
} from "@qti/sdk";
import { createTestClient, createWalletClient, http, keccak256, publicActions, toHex, zeroHash } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";

const phrase = "test test test test test test test test test test test junk";
const transport = http(process.env.QTI_RPC_URL ?? "http://127.0.0.1:8545");

/** One of the well-known accounts of a local chain. */
export const walletOf = (addressIndex: number) =>
  createWalletClient({
    account: mnemonicToAccount(phrase, { addressIndex }),
    chain: hardhat,
    transport,
    pollingInterval: 50,
    cacheTime: 0,
  }).extend(publicActions);

type Wallet = ReturnType<typeof walletOf>;

/** Has the local attester vouch for a person. */
export async function verify(person: Wallet) {
  const { address: account } = person.account;
  const { timestamp } = await person.getBlock();
  const { identityRegistry: registry } = await getContracts(person, { names: ["identityRegistry"] });
  const attestation = {
    account,
    identity: keccak256(account),
    country: 528,
    tier: 2,
    validUntil: Number(timestamp) + 365 * 86_400,
    nonce: await getIdentityNonce(person, { account }),
    deadline: timestamp + 3_600n,
  };
  const typedData = attestationTypedData({ chainId: hardhat.id, registry, attestation });
  await attestSync(person, { attestation, signature: await walletOf(2).signTypedData(typedData) });
}

/** Makes a verified person the issuer of an asset with a thousand shares, and answers with its address. */
export async function issue(issuer: Wallet) {
  await enrolIssuerSync(issuer);
  const { event } = await tokenizeAndActivateSync(issuer, {
    name: "Quay 4",
    symbol: "QUAY4",
    class: "realEstate",
    jurisdiction: 528,
    shares: 1_000n,
    valuation: 100_000_000_000n,
    metadataURI: "data:application/json,%7B%22name%22%3A%22Quay%204%22%2C%22description%22%3A%22%22%7D",
    documentsRoot: zeroHash,
    rules: { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n },
    blockedCountries: [],
    salt: toHex(crypto.getRandomValues(new Uint8Array(32))),
  });
  return event.args.asset;
}

/** Lets time pass, which only a local chain does when told. */
export async function pass(seconds: number) {
  const node = createTestClient({ mode: "hardhat", chain: hardhat, transport });
  await node.increaseTime({ seconds });
  await node.mine({ blocks: 1 });
}
