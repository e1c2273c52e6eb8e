import { concat, fromBase64, randomBytes, toBase64, utf8 } from "../../bytes.ts";
import { KeySlotError } from "../../errors.ts";
import type { KeySeeds } from "../types.ts";
import { deriveSlotKey, type SlotWrapper, slotFacts, unwrapSeeds, wrapSeeds } from "./slot.ts";
import type { SuccessorSlot } from "./slotSchema.ts";

const info = utf8("qti/slot/successor/v1");

/** Wraps the seeds of old keys by those of the keys that followed them: who opens the new ones has the old ones, without another secret. */
export function successorSlot(newer: KeySeeds): SlotWrapper<SuccessorSlot> {
  const secret = concat(newer.xwing, newer.mldsa);
  return {
    kind: "successor",
    async wrap(seeds, keys) {
      const salt = randomBytes(16);
      const facts = { ...slotFacts(keys), kind: "successor" as const, salt: toBase64(salt) };
      return { ...facts, wrapped: await wrapSeeds(await deriveSlotKey(secret, salt, info), seeds, facts) };
    },
    async unwrap(slot) {
      if (slot.kind !== "successor") throw new KeySlotError({ reason: "malformed" });
      return unwrapSeeds(await deriveSlotKey(secret, fromBase64(slot.salt), info), slot);
    },
  };
}
