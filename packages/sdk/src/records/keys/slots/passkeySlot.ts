import { type Bytes, fromBase64, randomBytes, toBase64, utf8 } from "../../bytes.ts";
import { KeySlotError } from "../../errors.ts";
import { deriveSlotKey, type SlotWrapper, slotFacts, unwrapSeeds, wrapSeeds } from "./slot.ts";
import type { PasskeySlot } from "./slotSchema.ts";

const info = utf8("qti/slot/passkey/v1");

/** What a passkey gave: from {@link createPasskey} when it was made, from {@link readPasskey} later. */
export type PasskeySecret = Pick<PasskeySlot, "credentialId" | "rpId" | "prfInput"> & {
  /** Its answer to `prfInput`, 32 bytes. Only who holds the passkey and is recognised by it gets the same. */
  secret: Bytes;
};

/** Wraps seeds by what a passkey answers. The answer is the key of HKDF, never a key by itself. */
export function passkeySlot({ secret, ...passkey }: PasskeySecret): SlotWrapper<PasskeySlot> {
  if (secret.length !== 32) throw new KeySlotError({ reason: "passkey-unable" });
  return {
    kind: "passkey",
    async wrap(seeds, keys) {
      const salt = randomBytes(16);
      const facts = { ...slotFacts(keys), kind: "passkey" as const, salt: toBase64(salt), ...passkey };
      return { ...facts, wrapped: await wrapSeeds(await deriveSlotKey(secret, salt, info), seeds, facts) };
    },
    async unwrap(slot) {
      if (slot.kind !== "passkey") throw new KeySlotError({ reason: "malformed" });
      return unwrapSeeds(await deriveSlotKey(secret, fromBase64(slot.salt), info), slot);
    },
  };
}
