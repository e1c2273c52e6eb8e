import * as z from "zod";
import {
  accountSchema,
  fingerprintSchema,
  hashSchema,
  recordIdSchema,
  recordLimits,
  recordSuite,
  recordSuites,
  spaceSchema,
  versionSchema,
} from "../wire.ts";

export { recordSuite };

/** What is read; only {@link recordSuite} is written. */
export const readableSuites: ReadonlySet<string> = new Set(recordSuites);

/** What is known of an attachment inside its record, its key among it. Outside, only hash and sealed size are seen. */
export const sealedAttachmentSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(255),
  mediaType: z.string().min(1).max(255),
  /** Bytes of the file itself. */
  size: z.int().min(0),
  /** SHA-256 of the ciphertext: its address in the blob store. */
  hash: hashSchema,
  /** Bytes of the ciphertext. */
  sealedSize: z.int().min(1),
  /** An identity of its own, which opens the ciphertext with any age tool. */
  key: z.string().regex(/^AGE-SECRET-KEY-PQ-1[02-9AC-HJ-NP-Z]{58}$/),
});
export type SealedAttachment = z.infer<typeof sealedAttachmentSchema>;

/** What kind of record it is; only readers see it. */
export const recordTypeSchema = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, "expected a lower-case word");

/** The facts that an author signs together with the body. */
export const manifestSchema = z.strictObject({
  suite: z.literal(recordSuite),
  /** Random, so that the manifest's hash, which the service sees, tells nothing about guessable contents. */
  salt: hashSchema,
  space: spaceSchema,
  recordId: recordIdSchema,
  type: recordTypeSchema,
  version: versionSchema,
  /** Hash of the manifest of the version before; null in version 1. */
  previous: hashSchema.nullable(),
  owner: accountSchema,
  author: fingerprintSchema,
  chainId: z.int().min(1),
  created: z.iso.datetime(),
  /** Hash of the fingerprints of those for whom the author sealed this version. Sharing later does not change it. */
  readers: hashSchema,
  body: z.strictObject({ size: z.int().min(0), hash: hashSchema }),
  attachments: z.array(sealedAttachmentSchema).max(recordLimits.attachments),
});
export type RecordManifest = z.infer<typeof manifestSchema>;
