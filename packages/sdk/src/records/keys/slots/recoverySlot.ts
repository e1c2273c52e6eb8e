import { fromBase64, randomBytes, toBase64, utf8 } from "../../bytes.ts";
import { KeySlotError } from "../../errors.ts";
import { parseRecoveryCode } from "./recoveryCode.ts";
import { deriveSlotKey, type SlotWrapper, slotFacts, unwrapSeeds, wrapSeeds } from "./slot.ts";
import type { RecoverySlot } from "./slotSchema.ts";

const info = utf8("qti/slot/recovery/v1");

/** Wraps seeds by a recovery code. @throws {@link RecoveryCodeError} when the code cannot be right */
export function recoverySlot(code: string): SlotWrapper<RecoverySlot> {
  return {
    kind: "recovery",
    async wrap(seeds, keys) {
      const salt = randomBytes(16);
      const facts = { ...slotFacts(keys), kind: "recovery" as const, salt: toBase64(salt) };
      const key = await deriveSlotKey(await parseRecoveryCode(code), salt, info);
      return { ...facts, wrapped: await wrapSeeds(key, seeds, facts) };
    },
    async unwrap(slot) {
      if (slot.kind !== "recovery") throw new KeySlotError({ reason: "malformed" });
      const key = await deriveSlotKey(await parseRecoveryCode(code), fromBase64(slot.salt), info);
      return unwrapSeeds(key, slot);
    },
  };
}
