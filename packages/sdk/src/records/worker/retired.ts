import { NotARecipientError } from "../errors.ts";
import { successorSlot } from "../keys/slots/successorSlot.ts";
import type { Keyring, RetiredKeys } from "../keys/store/keyStore.ts";
import type { KeySeeds, Keys } from "../keys/types.ts";
import { forgetSeeds, importAs } from "./seeds.ts";

/** Old keys ready for use, the newest first. */
export async function importRetired({ retired = [] }: Keyring, seeds: KeySeeds): Promise<Keys[]> {
  const newer = successorSlot(seeds);
  return Promise.all(retired.map(async ({ public: keys, slot }) => importAs(keys, await newer.unwrap(slot))));
}

/** Wraps the keys of now, and all older ones anew, for keys that follow them. */
export async function retire(
  { public: keys, retired = [] }: Keyring,
  old: KeySeeds,
  next: KeySeeds,
): Promise<RetiredKeys[]> {
  const [before, after] = [successorSlot(old), successorSlot(next)];
  const older = retired.map(async (each) => {
    const seeds = await before.unwrap(each.slot);
    const slot = await after.wrap(seeds, each.public);
    forgetSeeds(seeds);
    return { ...each, slot };
  });
  const now = { public: keys, slot: await after.wrap(old, keys), retiredAt: new Date().toISOString() };
  return [now, ...(await Promise.all(older))];
}

/** Does something with the first of several keys that the header is for. */
export async function withOpener<result>(
  openers: readonly Keys[],
  work: (keys: Keys) => Promise<result>,
): Promise<result> {
  let last: unknown = new NotARecipientError();
  for (const keys of openers) {
    try {
      return await work(keys);
    } catch (error) {
      if (!(error instanceof NotARecipientError)) throw error;
      last = error;
    }
  }
  throw last;
}
