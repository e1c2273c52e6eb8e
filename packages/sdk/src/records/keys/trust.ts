import type { Fingerprint } from "../wire.ts";
import type { KeyFingerprints } from "./fingerprint.ts";

/** Keys of somebody as this browser saw them first, or as the person compared them. */
export type PinnedKeys = {
  readonly fingerprint: Fingerprint;
  /** ISO 8601. */
  readonly seenAt: string;
  readonly by: "first-use" | "comparison";
};

/** One entry of the contract `KeyDirectory`, as `getKeys` of the SDK reads it. */
export type DirectoryEntry = Pick<KeyFingerprints, "recipient" | "verifier"> & {
  /** Unix seconds. */
  readonly validFrom: number;
  /** Unix seconds; 0 for no end. */
  readonly validUntil: number;
  /** Unix seconds; 0 when not revoked. */
  readonly revokedAt: number;
};

/**
 * What the chain says of keys: they are the account's; the account has none there; it has others; it revoked these; their time is over;
 * or the chain could not be asked.
 */
export type DirectoryOpinion = "agrees" | "silent" | "disagrees" | "revoked" | "ended" | "unknown";

/**
 * What is known of somebody's keys before something is sealed for them.
 *
 * - `new`: never seen here. Pin them, or have the fingerprint compared.
 * - `known`: those that are pinned.
 * - `changed`: others than those that are pinned. The person rotated their keys, or the service lies: warn, and ask.
 * - `revoked`: their owner said not to use them any more, to the service or on the chain.
 */
export type KeyTrust =
  | { readonly state: "new"; readonly directory: DirectoryOpinion }
  | { readonly state: "known"; readonly pinned: PinnedKeys; readonly directory: DirectoryOpinion }
  | { readonly state: "changed"; readonly pinned: PinnedKeys; readonly directory: DirectoryOpinion }
  | {
      readonly state: "revoked";
      readonly pinned: PinnedKeys | undefined;
      readonly directory: DirectoryOpinion;
    };

/**
 * Says what is known of keys that the service offers for somebody: trust on first use, with the chain as a second opinion. The chain can
 * support new keys, can warn, and can revoke; it never makes changed ones known, since whoever took the account can write there as well.
 *
 * @param parameters.offered fingerprints that were computed from the keys, see {@link keyFingerprints}
 * @param parameters.pinned what this browser knows of the account's keys
 * @param parameters.directory the account's entries on chain; undefined where the chain could not be asked
 * @param parameters.now Unix seconds
 *
 * @example
 * ```ts
 * const trust = judgeKeys({ offered, revokedAt: published.revokedAt, pinned, directory: history, now });
 * if (trust.state === "changed") warn(trust.pinned, trust.directory);
 * ```
 */
export function judgeKeys({
  offered,
  revokedAt,
  pinned,
  directory,
  now,
}: {
  offered: KeyFingerprints;
  revokedAt: string | null;
  pinned: PinnedKeys | undefined;
  directory: readonly DirectoryEntry[] | undefined;
  now: number;
}): KeyTrust {
  const opinion = opinionOf(offered, directory, now);
  if (revokedAt !== null || opinion === "revoked") return { state: "revoked", pinned, directory: opinion };
  if (pinned === undefined) return { state: "new", directory: opinion };
  const state = pinned.fingerprint === offered.fingerprint ? "known" : "changed";
  return { state, pinned, directory: opinion };
}

function opinionOf(
  { recipient, verifier }: KeyFingerprints,
  directory: readonly DirectoryEntry[] | undefined,
  now: number,
): DirectoryOpinion {
  if (directory === undefined) return "unknown";
  if (directory.length === 0) return "silent";
  // As the contract has it: an entry that is revoked takes both of its fingerprints out of use, also where they stand in another entry.
  const isRevoked = directory.some(
    (entry) => entry.revokedAt !== 0 && (entry.recipient === recipient || entry.verifier === verifier),
  );
  if (isRevoked) return "revoked";
  const same = directory.filter((entry) => entry.recipient === recipient && entry.verifier === verifier);
  if (same.length === 0) return "disagrees";
  const isValid = ({ validFrom, validUntil }: DirectoryEntry) =>
    validFrom <= now && (validUntil === 0 || now < validUntil);
  return same.some(isValid) ? "agrees" : "ended";
}
