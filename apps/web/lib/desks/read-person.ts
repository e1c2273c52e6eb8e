import {
  type GetRecoveryReturnType,
  type GetStandingReturnType,
  getContracts,
  getRecovery,
  getStanding,
} from "@qti/sdk";
import { type Address, getAddress, type Hex, isAddress, isHash, parseAbi } from "viem";
import { readContract } from "viem/actions";
import type { ReadClient } from "@/lib/transactions/flow";

/** One account of a person. */
export type PersonAccount = {
  account: Address;
  standing: GetStandingReturnType;
  recovery: GetRecoveryReturnType;
};

/** Somebody whom the desk looks at: the account that was searched, and all accounts of the same identity. */
export type Person = {
  account: Address;
  standing: GetStandingReturnType;
  /** Keyed hash; `undefined` for an account that was never attested. */
  identity: Hex | undefined;
  /** The searched account first. */
  accounts: readonly PersonAccount[];
};

/** What was typed into the search: an account, an identity, or neither. */
export function subjectOf(text: string): { account: Address } | { identity: Hex } | undefined {
  const typed = text.trim();
  if (isAddress(typed, { strict: false })) return { account: getAddress(typed) };
  const lower = typed.toLowerCase();
  return isHash(lower) ? { identity: lower } : undefined;
}

const abi = parseAbi(["function accountsOf(bytes32 identity) view returns (address[])"]);

/** Reads a person from the registry by an account or by their identity; `null` where nobody has that identity. */
export async function readPerson(
  client: ReadClient,
  subject: { account: Address } | { identity: Hex },
): Promise<Person | null> {
  const { identityRegistry } = await getContracts(client, { names: ["identityRegistry"] });
  const accountsOf = (identity: Hex) =>
    readContract(client, { address: identityRegistry, abi, functionName: "accountsOf", args: [identity] });
  const [account] = "account" in subject ? [subject.account] : await accountsOf(subject.identity);
  if (!account) return null;
  const standing = await getStanding(client, { account });
  const known = standing.identity ? await accountsOf(standing.identity) : [];
  const others = known.filter((each) => each !== account);
  const accounts = await Promise.all([account, ...others].map((each) => readAccount(client, each)));
  return { account, standing, identity: standing.identity, accounts };
}

async function readAccount(client: ReadClient, account: Address): Promise<PersonAccount> {
  const [standing, recovery] = await Promise.all([
    getStanding(client, { account }),
    getRecovery(client, { account }),
  ]);
  return { account, standing, recovery };
}
