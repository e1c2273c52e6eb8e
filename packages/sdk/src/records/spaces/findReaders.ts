import { listKeys } from "../api/listKeys.ts";
import type { Abortable } from "../api/request.ts";
import { keyFingerprints } from "../keys/fingerprint.ts";
import { type DirectoryEntry, type DirectoryOpinion, judgeKeys } from "../keys/trust.ts";
import type { KeyPublic } from "../keys/types.ts";
import { type Account, accountSchema, type PublishedKeys } from "../wire.ts";
import { isSame, selfOf, type Vault } from "./vault.ts";

/** Somebody for whom a record can be sealed. */
export type Reader = {
  readonly account: Account;
  readonly keys: KeyPublic;
  /** What the chain says of the keys. */
  readonly directory: DirectoryOpinion;
};

/**
 * Why nothing can be sealed for somebody.
 *
 * - `no-keys`: they never published any.
 * - `revoked`: they revoked all that they published.
 * - `not-in-directory`: `KeyDirectory` does not say that their keys are theirs, and it has to.
 * - `other-in-directory`: it says that others are, or that these are no longer.
 * - `too-many-keys`: they named more keys in `KeyDirectory` than anybody would read.
 * - `contract`: it is a contract that holds something for others, and no person.
 * - `not-confirmed`: the index says that they are to read it, and the chain does not.
 * - `too-many`: a record has no room for more readers.
 */
export type UnreachableReason =
  | "no-keys"
  | "revoked"
  | "not-in-directory"
  | "other-in-directory"
  | "too-many-keys"
  | "contract"
  | "not-confirmed"
  | "too-many";

/** Somebody who should read a record and cannot. */
export type Unreachable = { readonly account: Account; readonly reason: UnreachableReason };

/** For whom something can be sealed, and for whom not. */
export type FoundReaders = {
  readonly readers: readonly Reader[];
  readonly unreachable: readonly Unreachable[];
};

/** Parameters of {@link findReaders}. */
export type FindReadersParameters = Abortable & {
  /** Who is to read. One's own account is passed over: one always reads what one seals. */
  accounts: readonly string[];
  /** What `KeyDirectory` says of an account: the history that `getKeys` of `@qti/sdk` reads. Undefined for one that is too long to be read. */
  directoryOf: (account: Account) => Promise<readonly DirectoryEntry[] | undefined>;
  /**
   * `required`: only keys that stand on the chain, so that a service which makes up keys is found. `accepted`: also keys of somebody
   * who put none there; keys that contradict the chain are refused all the same.
   */
  directory: "required" | "accepted";
  /** Unix seconds; the clock's when left out. */
  now?: number | undefined;
};

/** So many are asked for side by side. */
const together = 8;

/**
 * Finds the keys of people for whom something is to be sealed, proves that they signed that they belong to them, and compares them with
 * the chain. Who cannot be reached is named with the reason, and keeps nobody else from it.
 *
 * @example
 * ```ts
 * import { findReaders } from "@qti/sdk/records/spaces";
 *
 * const { readers, unreachable } = await findReaders(vault, {
 *   accounts: officers,
 *   directoryOf: async (account) => (await getKeys(client, { account })).history,
 *   directory: "required",
 * });
 * ```
 *
 * @throws {@link KeysNotAuthenticError} the service gave keys that are not those of the account
 * @throws {@link KeysLockedError} {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export async function findReaders(vault: Vault, parameters: FindReadersParameters): Promise<FoundReaders> {
  const { account: own } = await selfOf(vault);
  const accounts = [...new Set(parameters.accounts.map((account) => accountSchema.parse(account)))];
  const others = accounts.filter((account) => !isSame(account, own));
  const readers: Reader[] = [];
  const unreachable: Unreachable[] = [];
  for (let start = 0; start < others.length; start += together) {
    const found = await Promise.all(
      others.slice(start, start + together).map((account) => findReader(vault, account, parameters)),
    );
    for (const each of found) {
      if ("keys" in each) readers.push(each);
      else unreachable.push(each);
    }
  }
  return { readers, unreachable };
}

async function findReader(
  vault: Vault,
  account: Account,
  { directoryOf, directory, now = Math.floor(Date.now() / 1000), signal }: FindReadersParameters,
): Promise<Reader | Unreachable> {
  const [published, entries] = await Promise.all([
    listKeys(vault.log.api, { account, signal }),
    directoryOf(account),
  ]);
  if (entries === undefined) return { account, reason: "too-many-keys" };
  const here = published.filter(({ chainId }) => chainId === vault.chainId);
  if (here.length === 0) return { account, reason: "no-keys" };
  const usable = here.filter(({ revokedAt }) => revokedAt === null);
  if (usable.length === 0) return { account, reason: "revoked" };
  const judged = await Promise.all(usable.map((keys) => judge(keys, entries, now)));
  const chosen =
    judged.find(({ opinion }) => opinion === "agrees") ??
    (directory === "accepted" ? judged.find(({ opinion }) => opinion === "silent") : undefined);
  if (judged.every(({ opinion }) => opinion === "revoked")) return { account, reason: "revoked" };
  if (chosen === undefined)
    return { account, reason: entries.length === 0 ? "not-in-directory" : "other-in-directory" };
  const keys = await vault.records.verifyKeys({ published: chosen.keys });
  return { account, keys, directory: chosen.opinion };
}

async function judge(keys: PublishedKeys, directory: readonly DirectoryEntry[], now: number) {
  const offered = await keyFingerprints(keys);
  const trust = judgeKeys({ offered, revokedAt: null, pinned: undefined, directory, now });
  return { keys, opinion: trust.directory };
}
