import { KeySlotError } from "../errors.ts";
import type { SlotWrapper } from "./slots/slot.ts";
import { type KeyBackup, type Keyring, keyBackupSchema } from "./store/keyStore.ts";
import type { KeyPublic, KeySeeds } from "./types.ts";

/** The part of a keyring that may leave the device. @throws {@link KeySlotError} when nothing but the device could open it */
export function backupOf(keyring: Keyring): KeyBackup {
  const slots = keyring.slots.filter(({ kind }) => kind !== "device");
  if (slots.length === 0) throw new KeySlotError({ reason: "missing" });
  const { public: keys, retired } = keyring;
  return { format: "qti/key-backup/v1", public: keys, slots, ...(retired && { retired }) };
}

/** @throws {@link KeySlotError} when it is no backup, or a damaged one */
export function parseBackup(value: unknown): KeyBackup {
  const parsed = keyBackupSchema.safeParse(value);
  if (!parsed.success) throw new KeySlotError({ reason: "malformed", cause: parsed.error });
  return parsed.data;
}

/**
 * Unwraps the seeds from the first slot that the secret opens.
 *
 * @throws {@link KeySlotError} `missing` when there is no slot of the kind, `wrong-secret` when the secret opens none
 */
export async function unwrapAny(
  { slots }: { public: KeyPublic; slots: Keyring["slots"] },
  wrapper: SlotWrapper,
): Promise<KeySeeds> {
  let last: unknown = new KeySlotError({ reason: "missing" });
  for (const slot of slots.filter(({ kind }) => kind === wrapper.kind)) {
    try {
      return await wrapper.unwrap(slot);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}
