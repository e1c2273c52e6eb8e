import { argon2idAsync } from "@noble/hashes/argon2.js";
import { type Bytes, fromBase64, own, randomBytes, toBase64, utf8 } from "../../bytes.ts";
import { KeySlotError } from "../../errors.ts";
import { deriveSlotKey, type SlotWrapper, slotFacts, unwrapSeeds, wrapSeeds } from "./slot.ts";
import type { PassphraseSlot } from "./slotSchema.ts";

const info = utf8("qti/slot/passphrase/v1");

/** How much work each guess of a passphrase costs. */
export type PassphraseCost = { memoryKiB: number; passes: number };

// RFC 9106's second recommendation is 64 MiB and 3 passes; it is what a browser tab can spare.
const defaultCost: PassphraseCost = { memoryKiB: 64 * 1024, passes: 3 };

/** Wraps seeds by a passphrase through Argon2id. */
export function passphraseSlot(
  passphrase: string,
  cost: PassphraseCost = defaultCost,
): SlotWrapper<PassphraseSlot> {
  return {
    kind: "passphrase",
    async wrap(seeds, keys) {
      const salt = randomBytes(16);
      const facts = { ...slotFacts(keys), kind: "passphrase" as const, salt: toBase64(salt), ...cost };
      const key = await stretch(passphrase, salt, cost);
      return { ...facts, wrapped: await wrapSeeds(key, seeds, facts) };
    },
    async unwrap(slot) {
      if (slot.kind !== "passphrase") throw new KeySlotError({ reason: "malformed" });
      return unwrapSeeds(await stretch(passphrase, fromBase64(slot.salt), slot), slot);
    },
  };
}

async function stretch(
  passphrase: string,
  salt: Bytes,
  { memoryKiB, passes }: PassphraseCost,
): Promise<CryptoKey> {
  // NFKC: the same passphrase typed on another keyboard must be the same bytes.
  const secret = await argon2idAsync(utf8(passphrase.normalize("NFKC")), salt, {
    m: memoryKiB,
    t: passes,
    p: 1,
    dkLen: 32,
  });
  return deriveSlotKey(own(secret), salt, info);
}
