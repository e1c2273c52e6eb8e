import type { KeyPublic } from "../keys/types.ts";
import type { Account, Fingerprint } from "../wire.ts";
import { readersOfRecord } from "./copies.ts";
import type { Reader } from "./findReaders.ts";

/** A reader who comes or goes; the account is null where the service knows no such keys any more. */
export type ChangedReader = { readonly account: Account | null; readonly fingerprint: Fingerprint };

/**
 * What becomes of the readers of a record.
 *
 * - `none`: they are the right ones.
 * - `rewrap`: a new header for the same contents. Who was taken out of it can fetch nothing any more, and may have kept what they had.
 * - `revoke`: a new version under a new file key, its files as well. What is sealed from now on is closed to who was taken out.
 */
export type ReadersChange = "none" | "rewrap" | "revoke";

/** What to do with one record, and for whom. */
export type ReadersPlan = {
  readonly change: ReadersChange;
  /** For whom it is to be sealed, beside its owner. */
  readonly recipients: readonly KeyPublic[];
  readonly added: readonly ChangedReader[];
  readonly removed: readonly ChangedReader[];
  /** Who stays, with other keys than before. */
  readonly rekeyed: readonly ChangedReader[];
  /** For whom there is no room. */
  readonly tooMany: readonly Account[];
};

/**
 * Compares who reads a record with who is to. Somebody who only has other keys now is not somebody who left: nobody is shut out by a
 * rotation.
 *
 * @param parameters.readers Fingerprints for which the record is sealed now.
 * @param parameters.own The owner and the keys that are unlocked, which always read it.
 * @param parameters.wanted Everybody else who is to read it.
 * @param parameters.accountOf Whose keys the readers of now are.
 * @param parameters.leaving What is done where somebody left.
 */
export function planReaders({
  readers,
  own,
  wanted,
  accountOf,
  leaving,
}: {
  readers: readonly Fingerprint[];
  own: { account: Account; fingerprint: Fingerprint };
  wanted: readonly Reader[];
  accountOf: ReadonlyMap<Fingerprint, Account>;
  leaving: "rewrap" | "revoke";
}): ReadersPlan {
  const before = new Set(readers);
  const accountsBefore = new Set(readers.map((reader) => accountOf.get(reader)));
  // Who reads it now keeps the place.
  const ordered = [
    ...wanted.filter(({ account }) => accountsBefore.has(account)),
    ...wanted.filter(({ account }) => !accountsBefore.has(account)),
  ];
  const recipients = ordered.slice(0, readersOfRecord);
  const after = new Set([own.fingerprint, ...recipients.map(({ keys }) => keys.fingerprint)]);
  const staying = new Set([own.account, ...recipients.map(({ account }) => account)]);

  const gone = readers
    .filter((reader) => !after.has(reader))
    .map((fingerprint) => ({ account: accountOf.get(fingerprint) ?? null, fingerprint }));
  const come = [{ account: own.account, fingerprint: own.fingerprint }, ...recipients.map(toChanged)].filter(
    ({ fingerprint }) => !before.has(fingerprint),
  );
  const removed = gone.filter(({ account }) => account === null || !staying.has(account));
  const isSame = gone.length === 0 && come.length === 0;
  return {
    change: isSame ? "none" : removed.length > 0 ? leaving : "rewrap",
    recipients: recipients.map(({ keys }) => keys),
    added: come.filter(({ account }) => !accountsBefore.has(account)),
    removed,
    rekeyed: come.filter(({ account }) => accountsBefore.has(account)),
    tooMany: ordered.slice(readersOfRecord).map(({ account }) => account),
  };
}

function toChanged({ account, keys }: Reader): { account: Account; fingerprint: Fingerprint } {
  return { account, fingerprint: keys.fingerprint };
}
