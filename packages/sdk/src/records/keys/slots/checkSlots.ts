import { KeySlotError } from "../../errors.ts";
import type { KeySlot } from "./slotSchema.ts";

/** Ways to open one's keys that there must be before anything is sealed for them. */
export const leastSlots = 2;

/**
 * Refuses keys that one lost thing would lose for ever: there must be two ways to open them, and one that is not this browser's.
 *
 * @throws {@link KeySlotError} `too-few`
 */
export function checkSlots(slots: readonly Pick<KeySlot, "kind">[]): void {
  if (slots.length < leastSlots || slots.every(({ kind }) => kind === "device"))
    throw new KeySlotError({ reason: "too-few" });
}
