/**
 * What the records API and its clients say to each other, and nothing else: no cryptography is imported here, so a server
 * or a form can use these shapes for the price of zod.
 *
 * Binary fields are standard base64 with padding. Hashes of bytes are 64 lower-case hex digits. Fingerprints are `0x` and 64
 * lower-case hex digits, because the key directory keeps them on chain as `bytes32`.
 *
 * What is sent to the service has exactly these fields; what comes from it may have more, which are passed over, so that the
 * service can be newer than its clients.
 *
 * @module
 */
import "../core/noEval.ts";
import * as z from "zod";
import { recordLimits } from "./limits.ts";

export { recordLimits };

/** The algorithms of a record: X-Wing, ChaCha20-Poly1305, ML-DSA-65, SHA-2. Many are read, this one is written. */
export const recordSuite = "qti/record/v1";

/** Every suite that is read. */
export const recordSuites = [recordSuite] as const;

/** Says in each row by which algorithms it is sealed, so that records of an old suite can be found and sealed anew. */
export const suiteSchema = z.enum(recordSuites).describe("the algorithms that the record is sealed by");
export type RecordSuite = z.infer<typeof suiteSchema>;

const hexPattern = /^[0-9a-f]{64}$/;

/** SHA-256 of bytes: 64 lower-case hex digits. */
export const hashSchema = z.string().regex(hexPattern, "expected 64 lower-case hex digits");
export type Hash = z.infer<typeof hashSchema>;

/** 32 bytes as they stand on chain. */
export const bytes32Schema = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/, "expected 0x and 64 lower-case hex digits")
  .pipe(z.custom<`0x${string}`>());

/** Fingerprint of one person's two public keys. */
export const fingerprintSchema = bytes32Schema.describe(
  "SHA-256 over the fingerprints of recipient and verifier",
);
export type Fingerprint = z.infer<typeof fingerprintSchema>;

/** An account in lower case, so that equal accounts are equal strings. */
export const accountSchema = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "expected an account address")
  .toLowerCase()
  .pipe(z.custom<`0x${string}`>());
export type Account = z.infer<typeof accountSchema>;

/** A random UUID in lower case. */
export const recordIdSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, "expected a lower-case UUID");
export type RecordId = z.infer<typeof recordIdSchema>;

/** The drawer that a record lies in, e.g. `notes`. The server sees it; it says nothing about one record. */
export const spaceSchema = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, "expected a short lower-case word");
export type Space = z.infer<typeof spaceSchema>;

/** Counts from 1; each version has the hash of the one before inside its ciphertext. */
export const versionSchema = z.int().min(1).max(2_147_483_647);

const base64Schema = z.base64().min(1);

/** age v1 header of a record, base64. Decoded it is at most {@link recordLimits.headerBytes}. */
export const headerSchema = base64Schema.max(Math.ceil(recordLimits.headerBytes / 3) * 4);

/** A `age1pq1...` recipient: 1,216 bytes of X-Wing public key in bech32. */
export const recipientSchema = z
  .string()
  .regex(/^age1pq1[02-9ac-hj-np-z]{1952}$/, "expected an age1pq recipient")
  .pipe(z.custom<`age1pq1${string}`>());
export type RecipientString = z.infer<typeof recipientSchema>;

/** ML-DSA-65 public key, 1,952 bytes in base64. */
export const verifierSchema = base64Schema.length(2604);
/** ML-DSA-65 signature, 3,309 bytes in base64. */
export const signatureSchema = base64Schema.length(4412);

/** Ciphertext of an attachment as the server knows it. Name, kind and key are inside the record. */
export const attachmentRefSchema = z.strictObject({
  hash: hashSchema,
  size: z.int().min(1).max(recordLimits.blobBytes),
});
export type AttachmentRef = z.infer<typeof attachmentRefSchema>;

/** Who can open the record. The author's own fingerprint is one of them. */
export const readersSchema = z
  .array(fingerprintSchema)
  .min(1)
  .max(recordLimits.readers)
  .refine((readers) => new Set(readers).size === readers.length, "each reader may stand there once");

/** `PUT /v1/records/{id}`: a new record, or its next version. Every blob named here is there already. */
export const putRecordBodySchema = z.strictObject({
  suite: suiteSchema.default(recordSuite),
  space: spaceSchema,
  version: versionSchema,
  /** Keys that signed this version. */
  author: fingerprintSchema,
  header: headerSchema,
  payloadHash: hashSchema,
  manifestHash: hashSchema,
  attachments: z.array(attachmentRefSchema).max(recordLimits.attachments),
  readers: readersSchema,
  /** Secret salt of the leaf in the log; without it a leaf would betray guessable data. */
  leafSalt: hashSchema,
});
export type PutRecordBody = z.infer<typeof putRecordBodySchema>;

/** A record as the server returns it. */
export const recordSchema = z.object({
  id: recordIdSchema,
  /** Account whose record it is. */
  owner: accountSchema,
  ...putRecordBodySchema.shape,
  /** Counts the headers of this version from 0: sharing and unsharing raise it, a new version sets it back. */
  revision: z.int().min(0),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type RecordRow = z.infer<typeof recordSchema>;

/** `PUT /v1/records/{id}/header`: another set of readers for the same payload. */
export const putHeaderBodySchema = z.strictObject({
  version: versionSchema,
  header: headerSchema,
  readers: readersSchema,
});
export type PutHeaderBody = z.infer<typeof putHeaderBodySchema>;

/** `GET /v1/records`: own records and those shared with the account, newest change first. */
export const listRecordsQuerySchema = z.object({
  space: spaceSchema.optional(),
  cursor: z.string().max(200).optional(),
});
export type ListRecordsQuery = z.infer<typeof listRecordsQuerySchema>;

export const recordPageSchema = z.object({
  items: z.array(recordSchema).max(recordLimits.pageSize),
  /** Give it back as `cursor` to go on; null at the end. */
  nextCursor: z.string().nullable(),
});
export type RecordPage = z.infer<typeof recordPageSchema>;

/** A number of leaves of the log, or the number of one. */
const logNumberSchema = z.int().min(0);
/** No log of ours has more than 2^53 leaves, and no proof in it more hashes than two a level. */
const proofSchema = z.array(hashSchema).max(106);
/** A signed note: https://c2sp.org/signed-note. */
const noteSchema = z.string().max(64 * 1024);

/** `GET /v1/log`: by what the log is known. */
export const logSchema = z.object({
  /** First line of its checkpoints, and name of its keys. */
  origin: z.string().min(1).max(300),
  /** One of Ed25519, one of ML-DSA-65. */
  verifierKeys: z.array(z.string().max(4_000)).min(2).max(8),
  /** Leaves that it has now. */
  size: logNumberSchema,
});
export type LogRow = z.infer<typeof logSchema>;

/** `GET /v1/log/leaves/{hash}`: that a leaf is in the log when it had `size` leaves. */
export const inclusionProofSchema = z.object({
  index: logNumberSchema,
  size: logNumberSchema,
  /** From the leaf up. */
  hashes: proofSchema,
});
export type InclusionProof = z.infer<typeof inclusionProofSchema>;

/** `GET /v1/log/consistency`: that the log of `to` leaves begins with that of `from`. */
export const consistencyProofSchema = z.object({
  from: logNumberSchema,
  to: logNumberSchema,
  hashes: proofSchema,
});
export type ConsistencyProof = z.infer<typeof consistencyProofSchema>;

/** `GET /v1/records/{id}/proof`: the log's word on what the record is now, and the proof that this is in the log. */
export const recordProofSchema = z.object({
  head: noteSchema,
  checkpoint: noteSchema,
  inclusion: inclusionProofSchema,
});
export type RecordProof = z.infer<typeof recordProofSchema>;

/** Answer to `PUT /v1/blobs/{hash}`. */
export const blobRefSchema = z.object({ hash: hashSchema, size: z.int().min(0) });
export type BlobRef = z.infer<typeof blobRefSchema>;

/** `PUT /v1/keys`: an account's public keys, signed by themselves together with the account they belong to. */
export const putKeysBodySchema = z.strictObject({
  account: accountSchema,
  chainId: z.int().min(1),
  recipient: recipientSchema,
  verifier: verifierSchema,
  fingerprint: fingerprintSchema,
  signature: signatureSchema,
});
export type PutKeysBody = z.infer<typeof putKeysBodySchema>;

/** Answer to `PUT /v1/keys` and `GET /v1/keys/{fingerprint}`. */
export const publishedKeysSchema = z.object({
  ...putKeysBodySchema.shape,
  createdAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
});
export type PublishedKeys = z.infer<typeof publishedKeysSchema>;

/** `GET` and `PUT /v1/keys/{fingerprint}/share`: 32 random bytes in base64, which open the keys only with what a wallet signs. */
export const walletShareSchema = z.strictObject({ share: base64Schema.length(44) });

/** `GET /v1/keys?account=`: newest first. */
export const listKeysQuerySchema = z.object({ account: accountSchema });
export const keysPageSchema = z.object({ items: z.array(publishedKeysSchema) });
export type KeysPage = z.infer<typeof keysPageSchema>;

export { type Problem, problemSchema } from "../core/api/problem.ts";

/**
 * Entity tag of a record: `"version.revision"`. A write to an existing record, its header, or its deletion sends it as
 * `If-Match`, a new record sends `If-None-Match: *`; the server answers 409 when the record has moved on.
 */
export function recordEtag(record: { version: number; revision: number }): string {
  return `"${record.version}.${record.revision}"`;
}
