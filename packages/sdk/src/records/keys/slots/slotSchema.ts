import * as z from "zod";
import { fingerprintSchema } from "../../wire.ts";

const common = {
  id: z.uuid(),
  /** Of the keys that are wrapped. */
  fingerprint: fingerprintSchema,
  createdAt: z.iso.datetime(),
  /** AES-256-GCM: nonce, ciphertext of both seeds, tag; all other fields of the slot are authenticated with it. */
  wrapped: z.base64().length(124),
};

const saltSchema = z.base64().length(24);

/** Wrapped by a key that this browser holds and cannot give away. */
export const deviceSlotSchema = z.strictObject({ ...common, kind: z.literal("device") });
export type DeviceSlot = z.infer<typeof deviceSlotSchema>;

/** Wrapped by the printed recovery code. */
export const recoverySlotSchema = z.strictObject({
  ...common,
  kind: z.literal("recovery"),
  salt: saltSchema,
});
export type RecoverySlot = z.infer<typeof recoverySlotSchema>;

/** Wrapped by a passphrase. The bounds keep a forged slot from asking for all the memory there is. */
export const passphraseSlotSchema = z.strictObject({
  ...common,
  kind: z.literal("passphrase"),
  salt: saltSchema,
  memoryKiB: z
    .int()
    .min(8 * 1024)
    .max(256 * 1024),
  passes: z.int().min(1).max(16),
});
export type PassphraseSlot = z.infer<typeof passphraseSlotSchema>;

/** One way to get at the seeds. Each slot holds all of them, wrapped by another secret. */
export const keySlotSchema = z.discriminatedUnion("kind", [
  deviceSlotSchema,
  recoverySlotSchema,
  passphraseSlotSchema,
]);
export type KeySlot = z.infer<typeof keySlotSchema>;
