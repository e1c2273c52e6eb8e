import * as z from "zod";
import type { Bytes } from "../bytes.ts";
import { passkeySlotSchema, walletSlotSchema } from "../keys/slots/slotSchema.ts";
import { keyBackupSchema, keyPublicSchema } from "../keys/store/keyStore.ts";
import { manifestSchema, recordTypeSchema, sealedAttachmentSchema } from "../record/manifestSchema.ts";
import {
  accountSchema,
  attachmentRefSchema,
  bytes32Schema,
  fingerprintSchema,
  hashSchema,
  putKeysBodySchema,
  recordIdSchema,
  spaceSchema,
  versionSchema,
} from "../wire.ts";
import { wireErrorSchema } from "./errorWire.ts";

/** One thing that the page may ask of the Worker. Both sides check what they are told. */
export type Method<params extends z.ZodType, result extends z.ZodType> = {
  name: string;
  params: params;
  result: result;
};

function method<params extends z.ZodType, result extends z.ZodType>(
  name: string,
  params: params,
  result: result,
): Method<params, result> {
  return { name, params, result };
}

const bytes = z.custom<Bytes>((value) => value instanceof Uint8Array, "expected bytes");
const blob = z.instanceof(Blob);
const nothing = z.undefined();
const account = z.strictObject({ account: accountSchema });
const cryptographyKind = z.enum(["native", "noble"]);
// Whether they are the keys of their fingerprint, and post-quantum at all, is checked where they are used.
const keyPublicClaim = z.object({ recipient: z.string(), verifier: z.string(), fingerprint: z.string() });

const status = z.strictObject({
  cryptography: z.strictObject({
    kem: cryptographyKind,
    signatures: cryptographyKind,
    aead: cryptographyKind,
  }),
  account: accountSchema.nullable(),
  keys: keyPublicSchema.nullable(),
  /** Older keys of the account, which still open what was shared with them; the newest first. */
  retired: z.array(keyPublicSchema),
});
export type RecordsStatus = z.infer<typeof status>;

const passkeyFacts = passkeySlotSchema.pick({ credentialId: true, rpId: true, prfInput: true });
const passkey = passkeyFacts.extend({ secret: bytes });
const wallet = walletSlotSchema
  .pick({ account: true, chainId: true })
  .extend({ factor: bytes, share: bytes });

const foundKeys = z.strictObject({
  public: keyPublicSchema,
  slots: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(["device", "recovery", "passphrase", "passkey", "wallet"]),
      createdAt: z.iso.datetime(),
      /** For {@link readPasskey}, of a slot of that kind. */
      passkey: passkeyFacts.optional(),
    }),
  ),
});
export type FoundKeys = z.infer<typeof foundKeys>;

const restoration = z.union([
  z.strictObject({ account: accountSchema, backup: z.unknown(), recoveryCode: z.string().max(200) }),
  z.strictObject({ account: accountSchema, backup: z.unknown(), passphrase: z.string().max(1024) }),
  z.strictObject({ account: accountSchema, backup: z.unknown(), passkey }),
  z.strictObject({ account: accountSchema, backup: z.unknown(), wallet }),
]);

const sealing = z.strictObject({
  body: bytes,
  type: recordTypeSchema,
  space: spaceSchema,
  recordId: recordIdSchema,
  version: versionSchema,
  previous: hashSchema.nullable(),
  owner: accountSchema,
  chainId: z.int().min(1),
  recipients: z.array(keyPublicClaim),
  attachments: z.array(sealedAttachmentSchema).optional(),
});

const sealedRecord = z.strictObject({
  header: bytes,
  payload: bytes,
  payloadHash: hashSchema,
  manifestHash: hashSchema,
  manifest: manifestSchema,
  readers: z.array(fingerprintSchema),
  leafSalt: hashSchema,
  attachments: z.array(attachmentRefSchema),
});

const opening = z.strictObject({
  header: bytes,
  payload: bytes,
  author: keyPublicClaim,
  expected: z.strictObject({
    recordId: recordIdSchema,
    version: versionSchema,
    space: spaceSchema,
    type: recordTypeSchema.optional(),
    owner: accountSchema.optional(),
    chainId: z.int().min(1).optional(),
    previous: hashSchema.nullable().optional(),
    readers: z.array(fingerprintSchema).optional(),
    payloadHash: hashSchema.optional(),
    manifestHash: hashSchema.optional(),
  }),
});

/** Everything that the Worker does. */
export const methods = {
  status: method("status", z.strictObject({}), status),
  findKeys: method("findKeys", account, foundKeys.nullable()),
  createKeys: method(
    "createKeys",
    account,
    z.strictObject({ public: keyPublicSchema, recoveryCode: z.string() }),
  ),
  confirmRecovery: method(
    "confirmRecovery",
    z.strictObject({ recoveryCode: z.string().max(200) }),
    z.strictObject({ public: keyPublicSchema, backup: keyBackupSchema }),
  ),
  unlock: method("unlock", account, keyPublicSchema),
  restore: method("restore", restoration, keyPublicSchema),
  addPassphrase: method(
    "addPassphrase",
    z.strictObject({ passphrase: z.string().min(1).max(1024) }),
    keyBackupSchema,
  ),
  addPasskey: method("addPasskey", z.strictObject({ passkey }), keyBackupSchema),
  addWallet: method("addWallet", z.strictObject({ wallet }), keyBackupSchema),
  removeSlot: method("removeSlot", z.strictObject({ id: z.string() }), keyBackupSchema),
  rotateKeys: method(
    "rotateKeys",
    z.strictObject({}),
    z.strictObject({ public: keyPublicSchema, recoveryCode: z.string() }),
  ),
  backup: method("backup", z.strictObject({}), keyBackupSchema),
  lock: method("lock", z.strictObject({}), nothing),
  forget: method("forget", account, nothing),
  signKeys: method("signKeys", z.strictObject({ chainId: z.int().min(1) }), putKeysBodySchema),
  verifyKeys: method(
    "verifyKeys",
    z.strictObject({ published: z.object(putKeysBodySchema.shape) }),
    keyPublicSchema,
  ),
  seal: method("seal", sealing, sealedRecord),
  open: method(
    "open",
    opening,
    z.strictObject({ body: bytes, manifest: manifestSchema, manifestHash: hashSchema }),
  ),
  rewrap: method(
    "rewrap",
    z.strictObject({ header: bytes, recipients: z.array(keyPublicClaim) }),
    z.strictObject({ header: bytes, readers: z.array(fingerprintSchema) }),
  ),
  sealAttachment: method(
    "sealAttachment",
    z.strictObject({
      blob,
      name: z.string().min(1).max(255),
      mediaType: z.string().max(255).optional(),
      maxBytes: z.int().min(0).optional(),
    }),
    z.strictObject({ attachment: sealedAttachmentSchema, ciphertext: blob }),
  ),
  openAttachment: method(
    "openAttachment",
    z.strictObject({ ciphertext: blob, attachment: sealedAttachmentSchema }),
    blob,
  ),
  commitDocument: method(
    "commitDocument",
    z.strictObject({ document: blob }),
    z.strictObject({ salt: bytes32Schema, hash: bytes32Schema }),
  ),
  verifyDocument: method(
    "verifyDocument",
    z.strictObject({ document: blob, salt: bytes32Schema, hash: bytes32Schema }),
    z.boolean(),
  ),
};

const id = z.int().min(0);

/** From the page to the Worker. */
export const requestSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("call"), id, method: z.string(), params: z.unknown() }),
  z.strictObject({ kind: z.literal("cancel"), id }),
]);
export type RecordsRequest = z.infer<typeof requestSchema>;

/** From the Worker to the page. */
export const responseSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("result"), id, value: z.unknown() }),
  z.strictObject({ kind: z.literal("error"), id, error: wireErrorSchema }),
  z.strictObject({ kind: z.literal("progress"), id, bytes: z.number() }),
]);
export type RecordsResponse = z.infer<typeof responseSchema>;

/** What both ends need of a Worker, its global scope, or a MessagePort. */
export type RecordsPort = {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: "message" | "messageerror" | "error", listener: (event: Event) => void): void;
  /** A MessagePort delivers nothing before this. */
  start?(): void;
};

/** The data of a message event, whichever library describes the event. */
export function messageData(event: Event): unknown {
  return Reflect.get(event, "data");
}
