import { KeySlotError } from "../../errors.ts";
import type { KeySlot } from "./slotSchema.ts";

/** Ways to open one's keys that there must be before anything is sealed for them. */
export const leastSlots = 2;

/** Ways that need what somebody else may lose or withhold: the data of this browser, or the service with its share. */
const dependent: readonly KeySlot["kind"][] = ["device", "wallet"];

/**
 * Refuses keys that one lost thing would lose for ever: there must be two ways to open them, and one that needs neither this browser nor
 * the service.
 *
 * @throws {@link KeySlotError} `too-few`
 */
export function checkSlots(slots: readonly Pick<KeySlot, "kind">[]): void {
  if (slots.length < leastSlots || slots.every(({ kind }) => dependent.includes(kind)))
    throw new KeySlotError({ reason: "too-few" });
}
