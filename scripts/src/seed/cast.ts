import {
  approveSync,
  attestationTypedData,
  attestSync,
  dripSync,
  getIdentityNonce,
  transferQtiSync,
} from "@qti/sdk";
import { type Address, createWalletClient, erc20Abi, http, keccak256, parseEther, stringToHex } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { getBalance, sendTransaction, waitForTransactionReceipt, writeContract } from "viem/actions";
import { hardhat } from "viem/chains";
import { DeploymentError } from "../errors.ts";
import { keeperAccount, mnemonic } from "../parts/accounts.ts";
import type { Contracts } from "../parts/deploy.ts";
import { desks, type LoserName, type Person, successors } from "./people.ts";

/** Hardhat gives ether to this many of its accounts. */
const richAccounts = 20;
/** What everybody has for trading, beside the faucet's. */
const dollars = 250_000n * 1_000_000n;
/** What the keeper lends to its liquidations, all of which its liquidator may take. */
const keeperDollars = 50_000n * 1_000_000n;
const year = 365 * 86_400;

/** Everybody's wallet on one chain. */
export type Cast = ReturnType<typeof createCast>;

/** Wallets of the demo's people and desks. Keys are Hardhat's and public. */
export function createCast(rpc: string, contracts: Contracts) {
  const chain = { ...hardhat, contracts: mapContracts(contracts) };
  const transport = http(rpc);
  const clientOf = (addressIndex: number) =>
    createWalletClient({
      account: mnemonicToAccount(mnemonic, { addressIndex }),
      chain,
      transport,
      // Blocks are mined at once: waiting longer than this between two looks only makes the start slow.
      pollingInterval: 20,
    });
  /** Ether for who has none from Hardhat. */
  const endow = async ({ account }: Pick<Person, "account">) => {
    if (account < richAccounts) return;
    const bank = clientOf(desks.qtiHolder);
    const to = clientOf(account).account.address;
    if ((await getBalance(bank, { address: to })) > 0n) return;
    const hash = await sendTransaction(bank, { to, value: parseEther("10") });
    await waitForTransactionReceipt(bank, { hash });
  };
  return {
    chain,
    endow,
    person: (person: Pick<Person, "account">) => clientOf(person.account),
    desk: (name: keyof typeof desks) => clientOf(desks[name]),
    successor: (name: LoserName) => clientOf(successors[name]),
  };
}

/** The attester vouches for a person; the person submits it. */
export async function verify(cast: Cast, person: Person, now: number): Promise<void> {
  const client = cast.person(person);
  await cast.endow(person);
  await admit(cast, client, { ...person, address: client.account.address }, now);
}

/**
 * What the keeper liquidates with: money of its own that its liquidator may take, which is verified as an identity of its own, so
 * that it may seize shares.
 */
export async function equipLiquidator(cast: Cast, now: number): Promise<void> {
  const address = addressOf(cast, "liquidator");
  await admit(cast, cast.desk("attester"), { name: "liquidator", address, country: 528, tier: 3 }, now);
  const keeper = cast.person({ account: keeperAccount });
  await giveDollars(cast, keeper.account.address, keeperDollars);
  await approveSync(keeper, {
    token: addressOf(cast, "testDollar"),
    spender: address,
    amount: keeperDollars,
  });
}

async function admit(
  cast: Cast,
  client: ReturnType<Cast["person"]>,
  { name, address, country, tier }: Omit<Person, "account"> & { readonly address: Address },
  now: number,
): Promise<void> {
  const attestation = {
    account: address,
    identity: keccak256(stringToHex(`qti demo person ${name}`)),
    country,
    tier,
    validUntil: now + year,
    nonce: await getIdentityNonce(client, { account: address }),
    deadline: BigInt(now + 3_600),
  };
  const registry = addressOf(cast, "identityRegistry");
  const signature = await cast
    .desk("attester")
    .signTypedData(attestationTypedData({ chainId: cast.chain.id, registry, attestation }));
  await attestSync(client, { attestation, signature });
}

/** Test money: the faucet's drip, and `qti` whole QTI and dollars to trade with from the holder of the supply. */
export async function fund(cast: Cast, person: Person, qti: bigint): Promise<void> {
  const client = cast.person(person);
  await dripSync(client);
  const bank = cast.desk("qtiHolder");
  await transferQtiSync(bank, { to: client.account.address, amount: qti * 10n ** 18n });
  await giveDollars(cast, client.account.address, dollars);
}

/** Test dollars from who holds all that nobody was given yet. */
export async function giveDollars(cast: Cast, to: Address, amount: bigint): Promise<void> {
  const bank = cast.desk("qtiHolder");
  const hash = await writeContract(bank, {
    address: addressOf(cast, "testDollar"),
    abi: erc20Abi,
    functionName: "transfer",
    args: [to, amount],
  });
  await waitForTransactionReceipt(bank, { hash });
}

/** Address of a contract of the deployment. */
export function addressOf(cast: Cast, name: string): Address {
  const found = cast.chain.contracts[name];
  if (found === undefined) throw new DeploymentError(`The deployment has no ${name}.`);
  return found.address;
}

function mapContracts(contracts: Contracts): Record<string, { address: Address }> {
  return Object.fromEntries(Object.entries(contracts).map(([name, address]) => [name, { address }]));
}
