import * as z from "zod";
import { accountSchema, fingerprintSchema } from "../../wire.ts";

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

/** Wrapped by what a passkey answers to `prfInput` (WebAuthn PRF): needs the authenticator and its person. */
export const passkeySlotSchema = z.strictObject({
  ...common,
  kind: z.literal("passkey"),
  salt: saltSchema,
  /** Which passkey to ask for. */
  credentialId: z.base64url().min(1).max(1400),
  /** Host under which it was made; it answers nowhere else. */
  rpId: z.string().min(1).max(253),
  /** 32 random bytes, base64: another input would give another secret. */
  prfInput: z.base64().length(44),
});
export type PasskeySlot = z.infer<typeof passkeySlotSchema>;

/** Wrapped by a wallet's signature together with a share of the service's: neither is enough. */
export const walletSlotSchema = z.strictObject({
  ...common,
  kind: z.literal("wallet"),
  salt: saltSchema,
  account: accountSchema,
  chainId: z.int().min(1),
});
export type WalletSlot = z.infer<typeof walletSlotSchema>;

/** One way to get at the seeds. Each slot holds all of them, wrapped by another secret. */
export const keySlotSchema = z.discriminatedUnion("kind", [
  deviceSlotSchema,
  recoverySlotSchema,
  passphraseSlotSchema,
  passkeySlotSchema,
  walletSlotSchema,
]);
export type KeySlot = z.infer<typeof keySlotSchema>;

/** Wrapped by the seeds of the keys that followed: how old keys are kept, and no way to the keys of now. */
export const successorSlotSchema = z.strictObject({
  ...common,
  kind: z.literal("successor"),
  salt: saltSchema,
});
export type SuccessorSlot = z.infer<typeof successorSlotSchema>;
