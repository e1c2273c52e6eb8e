import { KeySlotError } from "../errors.ts";
import { importKeys } from "../keys/importKeys.ts";
import type { KeyPublic, KeySeeds, Keys } from "../keys/types.ts";

/** Makes seeds ready for use and forgets them. @throws {@link KeySlotError} when they are those of other keys */
export async function importAs(expected: KeyPublic, seeds: KeySeeds): Promise<Keys> {
  const keys = await importKeys(seeds);
  forgetSeeds(seeds);
  if (keys.public.fingerprint !== expected.fingerprint) throw new KeySlotError({ reason: "other-keys" });
  return keys;
}

/** The best that JavaScript can do: the bytes are gone from here, whatever the engine has copied. */
export function forgetSeeds(seeds: KeySeeds): void {
  seeds.xwing.fill(0);
  seeds.mldsa.fill(0);
}
