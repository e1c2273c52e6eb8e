import type { Fingerprint } from "../wire.ts";
import type { RecordsStatus } from "../worker/protocol.ts";

/** One's own keys as the Worker tells them: those that are unlocked, and those that they followed. */
export type OwnKeys = Pick<RecordsStatus, "keys" | "retired">;

/**
 * Who reads a record, with one's own keys of now in the place of older ones. A record that a rotation has not reached yet is sealed for
 * the older ones, and each rewrap seals it for those of now: nobody comes or goes by that.
 */
export function readersNow(
  readers: readonly Fingerprint[],
  { keys, retired }: OwnKeys = { keys: null, retired: [] },
): Fingerprint[] {
  const old = new Set<string>(retired.map(({ fingerprint }) => fingerprint));
  return readers.map((reader) => (keys !== null && old.has(reader) ? keys.fingerprint : reader));
}
