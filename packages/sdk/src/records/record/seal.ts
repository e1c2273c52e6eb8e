import { sha256 } from "@noble/hashes/sha2.js";
import { Encrypter } from "age-encryption";
import type * as z from "zod";
import { wrapFileKey } from "../age/fileKey.ts";
import { type Bytes, own, randomBytes, toHex } from "../bytes.ts";
import { RecordInputError, RecordTooLargeError } from "../errors.ts";
import { parseHeader } from "../header.ts";
import type { KeyPublicClaim, Keys } from "../keys/types.ts";
import { type Account, type AttachmentRef, type Fingerprint, type Hash, recordLimits } from "../wire.ts";
import { encodeContents, signatureContext, signedDigest } from "./contents.ts";
import { encodeManifest, manifestHash, manifestSalt, readersHash } from "./manifest.ts";
import { manifestSchema, type RecordManifest, recordSuite, type SealedAttachment } from "./manifestSchema.ts";
import { gatherReaders } from "./readers.ts";

export type SealParameters = {
  body: Uint8Array;
  /** What kind of record it is, e.g. `note`; only readers see it. */
  type: string;
  /** The drawer it lies in, e.g. `notes`; the service sees it. */
  space: string;
  recordId: string;
  /** 1 for a new record. */
  version: number;
  /** `manifestHash` of the version before; null for a new record. */
  previous: Hash | null;
  /** Account whose record it is. */
  owner: Account;
  chainId: number;
  /** The author's keys. Their holder can always open what they seal. */
  keys: Keys;
  /** The other readers. */
  recipients: readonly KeyPublicClaim[];
  /** From {@link sealStream}. */
  attachments?: readonly SealedAttachment[] | undefined;
};

export type SealedRecord = {
  /** Stanzas and MAC; the service keeps it apart, so that sharing touches nothing else. */
  header: Bytes;
  /** The rest of the age file. */
  payload: Bytes;
  payloadHash: Hash;
  manifestHash: Hash;
  /** Secret: holds the keys of the attachments. */
  manifest: RecordManifest;
  readers: Fingerprint[];
  /** Random salt of this version's leaf in the log. */
  leafSalt: Hash;
  /** What the service needs to know of the attachments. */
  attachments: AttachmentRef[];
};

/**
 * Signs and seals one version of a record. `header` followed by `payload` is an ordinary age v1 file.
 *
 * @example
 * ```ts
 * import { generateKeys, newRecordId, seal } from "@qti/sdk/records";
 *
 * const { keys } = await generateKeys();
 * const sealed = await seal({
 *   body: new TextEncoder().encode("The safe is behind the painting."),
 *   type: "note",
 *   space: "notes",
 *   recordId: newRecordId(),
 *   version: 1,
 *   previous: null,
 *   owner: "0x70997970c51812dc3a010c7d01b50e0d17dc79c8",
 *   chainId: 31337,
 *   keys,
 *   recipients: [],
 * });
 * ```
 *
 * @throws {@link RecordInputError} {@link RecordTooLargeError} {@link ClassicalRecipientError} {@link RecipientInvalidError}
 */
export async function seal(parameters: SealParameters): Promise<SealedRecord> {
  const { body, keys, attachments = [] } = parameters;
  checkLimits(body, attachments);
  const { readers, recipients } = await gatherReaders(keys, parameters.recipients);
  const manifest = checkManifest({
    suite: recordSuite,
    salt: manifestSalt(),
    space: parameters.space,
    recordId: parameters.recordId,
    type: parameters.type,
    version: parameters.version,
    previous: parameters.previous,
    owner: parameters.owner,
    author: keys.public.fingerprint,
    chainId: parameters.chainId,
    created: new Date().toISOString(),
    readers: readersHash(readers),
    body: { size: body.length, hash: toHex(sha256(body)) },
    attachments: [...attachments],
  });
  const manifestBytes = encodeManifest(manifest);
  const signature = await keys.signature.sign(signedDigest(manifestBytes, body), signatureContext);
  const encrypter = new Encrypter();
  encrypter.addRecipient({ wrapFileKey: (fileKey) => wrapFileKey(fileKey, recipients) });
  const file = own(await encrypter.encrypt(encodeContents({ manifest: manifestBytes, body, signature })));
  const { size } = parseHeader(file);
  const payload = file.slice(size);
  return {
    header: file.slice(0, size),
    payload,
    payloadHash: toHex(sha256(payload)),
    manifestHash: manifestHash(manifestBytes),
    manifest,
    readers,
    leafSalt: toHex(randomBytes(32)),
    attachments: attachments.map(({ hash, sealedSize }) => ({ hash, size: sealedSize })),
  };
}

function checkLimits(body: Uint8Array, attachments: readonly unknown[]): void {
  if (body.length > recordLimits.bodyBytes) {
    throw new RecordTooLargeError({ part: "body", size: body.length, limit: recordLimits.bodyBytes });
  }
  if (attachments.length > recordLimits.attachments) {
    throw new RecordTooLargeError({
      part: "attachments",
      size: attachments.length,
      limit: recordLimits.attachments,
    });
  }
}

function checkManifest(manifest: z.input<typeof manifestSchema>): RecordManifest {
  const parsed = manifestSchema.safeParse(manifest);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new RecordInputError({
      field: issue?.path.join(".") || "record",
      reason: issue?.message ?? "It has not the form of a record.",
      cause: parsed.error,
    });
  }
  if ((parsed.data.version === 1) !== (parsed.data.previous === null)) {
    throw new RecordInputError({
      field: "previous",
      reason: "The first version has no version before it, and every later one has.",
    });
  }
  return parsed.data;
}
