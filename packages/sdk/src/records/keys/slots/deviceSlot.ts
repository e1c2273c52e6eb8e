import { KeySlotError } from "../../errors.ts";
import type { KeyStore } from "../store/keyStore.ts";
import { type SlotWrapper, slotFacts, unwrapSeeds, wrapSeeds } from "./slot.ts";
import type { DeviceSlot } from "./slotSchema.ts";

/**
 * Wraps seeds by an AES-256 key that is made in this device and cannot be exported from it. The seeds themselves are kept wrapped:
 * Chromium 156 gives a stored X-Wing key back as null.
 */
export function deviceSlot(store: KeyStore): SlotWrapper<DeviceSlot> {
  return {
    kind: "device",
    async wrap(seeds, keys) {
      const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
        "encrypt",
        "decrypt",
      ]);
      const facts = { ...slotFacts(keys), kind: "device" as const };
      const wrapped = await wrapSeeds(key, seeds, facts);
      await store.putDeviceKey(facts.id, key);
      return { ...facts, wrapped };
    },
    async unwrap(slot) {
      if (slot.kind !== "device") throw new KeySlotError({ reason: "malformed" });
      const key = await store.getDeviceKey(slot.id);
      if (key === undefined) throw new KeySlotError({ reason: "missing" });
      return unwrapSeeds(key, slot);
    },
  };
}
