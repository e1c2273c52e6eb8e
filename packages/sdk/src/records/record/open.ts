import { sha256 } from "@noble/hashes/sha2.js";
import { Decrypter } from "age-encryption";
import { unwrapFileKey } from "../age/fileKey.ts";
import { type Bytes, concat, toHex } from "../bytes.ts";
import {
  type MismatchField,
  RecordMismatchError,
  RecordTamperedError,
  SignatureInvalidError,
} from "../errors.ts";
import { parseDetachedHeader } from "../header.ts";
import { checkKeyPublic, decodeVerifier } from "../keys/fingerprint.ts";
import type { KeyPublicClaim, Keys } from "../keys/types.ts";
import type { Account, Fingerprint, Hash } from "../wire.ts";
import { decodeContents, signatureContext, signedDigest } from "./contents.ts";
import { decodeManifest, manifestHash, readersHash } from "./manifest.ts";
import type { RecordManifest } from "./manifestSchema.ts";

/** What the reader asked for. age binds nothing but the file key, so each fact is compared after decryption. */
export type RecordExpectation = {
  recordId: string;
  version: number;
  space: string;
  type?: string | undefined;
  owner?: Account | undefined;
  chainId?: number | undefined;
  /** `manifestHash` of the version before, for a reader who has seen it. */
  previous?: Hash | null | undefined;
  /** Refuses a record that was sealed for others than these. Leave it out where the owner may have shared since. */
  readers?: readonly Fingerprint[] | undefined;
  payloadHash?: Hash | undefined;
  manifestHash?: Hash | undefined;
};

export type OpenParameters = {
  header: Uint8Array;
  payload: Uint8Array;
  keys: Keys;
  /** Whose record it is said to be; only their signature counts. */
  author: KeyPublicClaim;
  expected: RecordExpectation;
};

export type OpenedRecord = {
  body: Bytes;
  manifest: RecordManifest;
  manifestHash: Hash;
};

/**
 * Opens one version of a record and believes nothing: header, ciphertext, form, author and identity are all checked, and the
 * error says which of them is wrong.
 *
 * @throws {@link ClassicalRecipientError} a stanza is not post-quantum
 * @throws {@link HeaderMalformedError} {@link RecordTamperedError} something is not as it was sealed
 * @throws {@link NotARecipientError} it is not for these keys
 * @throws {@link SignatureInvalidError} it is not by the author
 * @throws {@link RecordMismatchError} it is genuine, but another record, version or kind
 */
export async function open({
  header,
  payload,
  keys,
  author,
  expected,
}: OpenParameters): Promise<OpenedRecord> {
  const parsed = parseDetachedHeader(header);
  if (expected.payloadHash !== undefined && toHex(sha256(payload)) !== expected.payloadHash) {
    throw new RecordTamperedError({ part: "payload", reason: "Its hash is not the one in the record." });
  }
  const fileKey = await unwrapFileKey(parsed, keys.kem);
  const contents = decodeContents(await decryptPayload(header, payload, fileKey));
  const manifest = decodeManifest(contents.manifest);
  const verified = await checkKeyPublic(author);
  compare("author", verified.fingerprint, manifest.author);
  const verifier = await keys.cryptography.signatures.importPublic(decodeVerifier(verified.verifier));
  const digest = signedDigest(contents.manifest, contents.body);
  if (!(await verifier.verify(contents.signature, digest, signatureContext))) {
    throw new SignatureInvalidError({ author: verified.fingerprint });
  }
  const hash = manifestHash(contents.manifest);
  compareAll(expected, manifest, hash);
  if (manifest.body.size !== contents.body.length || manifest.body.hash !== toHex(sha256(contents.body))) {
    throw new RecordTamperedError({ part: "contents", reason: "The body is not that of the manifest." });
  }
  return { body: new Uint8Array(contents.body), manifest, manifestHash: hash };
}

async function decryptPayload(
  header: Uint8Array,
  payload: Uint8Array,
  fileKey: Uint8Array,
): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity({ unwrapFileKey: () => fileKey });
  try {
    return await decrypter.decrypt(concat(header, payload));
  } catch (cause) {
    throw new RecordTamperedError({ part: "payload", reason: "It does not decrypt.", cause });
  }
}

function compareAll(expected: RecordExpectation, manifest: RecordManifest, hash: Hash): void {
  compare("recordId", expected.recordId, manifest.recordId);
  compare("version", expected.version, manifest.version);
  compare("space", expected.space, manifest.space);
  compare("type", expected.type, manifest.type);
  compare("owner", expected.owner?.toLowerCase(), manifest.owner);
  compare("chainId", expected.chainId, manifest.chainId);
  compare("previous", expected.previous, manifest.previous);
  compare("readers", expected.readers && readersHash(expected.readers), manifest.readers);
  compare("manifestHash", expected.manifestHash, hash);
}

type Comparable = string | number | null | undefined;

function compare(field: MismatchField, expected: Comparable, actual: Comparable): void {
  if (expected === undefined || expected === actual) return;
  throw new RecordMismatchError({ field, expected: String(expected), actual: String(actual) });
}
