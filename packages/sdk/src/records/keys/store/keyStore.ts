import * as z from "zod";
import {
  type Account,
  accountSchema,
  fingerprintSchema,
  recipientSchema,
  verifierSchema,
} from "../../wire.ts";
import { keySlotSchema, successorSlotSchema } from "../slots/slotSchema.ts";

export const keyPublicSchema = z.strictObject({
  recipient: recipientSchema,
  verifier: verifierSchema,
  fingerprint: fingerprintSchema,
});

/** Keys that were replaced. They open what was shared with them before; nothing is sealed for them or signed by them any more. */
export const retiredKeysSchema = z.strictObject({
  public: keyPublicSchema,
  slot: successorSlotSchema,
  retiredAt: z.iso.datetime(),
});
export type RetiredKeys = z.infer<typeof retiredKeysSchema>;

// An account may publish 64 pairs in all.
const retired = z.array(retiredKeysSchema).max(63).optional();

/** The keys of one account as this device keeps them: only wrapped. */
export const keyringSchema = z.strictObject({
  account: accountSchema,
  public: keyPublicSchema,
  slots: z.array(keySlotSchema).min(1).max(16),
  /** The newest first. */
  retired,
});
export type Keyring = z.infer<typeof keyringSchema>;

/** Where a device keeps keyrings, and the keys of its own slots, which never leave it. */
export type KeyStore = {
  /** Undefined when there is none; a damaged one is a {@link KeySlotError}. */
  getKeyring(account: Account): Promise<Keyring | undefined>;
  putKeyring(keyring: Keyring): Promise<void>;
  /** Deletes the keyring of the account and the device keys of its slots. */
  deleteKeyring(account: Account): Promise<void>;
  getDeviceKey(slotId: string): Promise<CryptoKey | undefined>;
  putDeviceKey(slotId: string, key: CryptoKey): Promise<void>;
  /** Ends a device slot for ever. No error when there is none. */
  deleteDeviceKey(slotId: string): Promise<void>;
};

/** A keyring without what only this device can open: safe to keep anywhere, useless without code or passphrase. */
export const keyBackupSchema = z.strictObject({
  format: z.literal("qti/key-backup/v1"),
  public: keyPublicSchema,
  slots: z.array(keySlotSchema).min(1).max(16),
  retired,
});
export type KeyBackup = z.infer<typeof keyBackupSchema>;
