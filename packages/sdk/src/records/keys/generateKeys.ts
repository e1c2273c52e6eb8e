import { randomBytes } from "../bytes.ts";
import { type Cryptography, seedBytes } from "../crypto/types.ts";
import { importKeys } from "./importKeys.ts";
import type { KeySeeds, Keys } from "./types.ts";

/**
 * Makes new keys from the operating system's generator: a 32-byte X-Wing seed to be sealed for, and a 32-byte ML-DSA-65 seed to
 * sign with. Wrap the seeds in at least two slots before anything is sealed for these keys, then forget them.
 *
 * @example
 * ```ts
 * import { createRecoveryCode, generateKeys, recoverySlot } from "@qti/sdk/records";
 *
 * const { keys, seeds } = await generateKeys();
 * const slot = await recoverySlot(createRecoveryCode()).wrap(seeds, keys.public);
 * ```
 */
export async function generateKeys(using?: Cryptography): Promise<{ keys: Keys; seeds: KeySeeds }> {
  const seeds = { xwing: randomBytes(seedBytes), mldsa: randomBytes(seedBytes) };
  return { keys: await importKeys(seeds, using), seeds };
}
