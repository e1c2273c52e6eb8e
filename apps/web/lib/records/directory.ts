import { getKeys, type KeyEntry } from "@qti/sdk";
import type { KeyFingerprints, PublishedKeys } from "@qti/sdk/records/client";
import type { Address } from "viem";
import type { ReadClient } from "@/lib/transactions/flow";
import type { Records } from "./context";

type Prints = Pick<KeyFingerprints, "recipient" | "verifier">;

/** What the key directory on the chain has of keys. */
export type DirectoryState = {
  /** Number of their newest entry, by which it is revoked. */
  index: bigint;
  /** Unix seconds. */
  since: number;
  /** Unix seconds; 0 where they are not revoked. */
  revokedAt: number;
};

/**
 * What an account's entries say of keys; `undefined` where they have none. An entry that is revoked takes both of its fingerprints out
 * of use, also where they stand in another one.
 */
export function directoryState(
  { recipient, verifier }: Prints,
  history: readonly KeyEntry[],
): DirectoryState | undefined {
  const index = history.findLastIndex(
    (entry) => entry.recipient === recipient && entry.verifier === verifier,
  );
  const entry = history[index];
  if (!entry) return undefined;
  const revoked = history.find(
    (each) => each.revokedAt !== 0 && (each.recipient === recipient || each.verifier === verifier),
  );
  return { index: BigInt(index), since: entry.validFrom, revokedAt: revoked?.revokedAt ?? 0 };
}

/** Keys in the directory, by the fingerprint that people know. */
export type DirectoryKeys = DirectoryState & { fingerprint: `0x${string}` };

/** All keys that an account ever registered, the newest first, each once. */
export async function listDirectoryKeys(
  { client }: Records,
  chain: ReadClient,
  account: Address,
): Promise<DirectoryKeys[]> {
  const { history } = await getKeys(chain, { account, most: Number.POSITIVE_INFINITY });
  const found = new Map<string, DirectoryKeys>();
  for (const entry of history.toReversed()) {
    const fingerprint = await client.directoryFingerprint(entry);
    const state = directoryState(entry, history);
    if (state && !found.has(fingerprint)) found.set(fingerprint, { ...state, fingerprint });
  }
  return [...found.values()];
}

/** Keys of an account: what the service has of them, and what the chain. */
export type OwnKeys = {
  fingerprint: `0x${string}`;
  published: PublishedKeys | undefined;
  registered: DirectoryState | undefined;
};

/** One list of what the service and the chain have of an account's keys, those of the service first. */
export function mergeKeys(
  published: readonly PublishedKeys[],
  registered: readonly DirectoryKeys[],
): OwnKeys[] {
  const known = new Set<string>(published.map(({ fingerprint }) => fingerprint));
  return [
    ...published.map((keys) => ({
      fingerprint: keys.fingerprint,
      published: keys,
      registered: registered.find(({ fingerprint }) => fingerprint === keys.fingerprint),
    })),
    ...registered
      .filter(({ fingerprint }) => !known.has(fingerprint))
      .map((keys) => ({ fingerprint: keys.fingerprint, published: undefined, registered: keys })),
  ];
}
