import { sha256 } from "@noble/hashes/sha2.js";
import { type Bytes, equalBytes, fromUtf8, randomBytes, toHex, utf8 } from "../bytes.ts";
import { RecordTamperedError, SuiteUnknownError } from "../errors.ts";
import type { Fingerprint, Hash } from "../wire.ts";
import { canonicalJson } from "./canonical.ts";
import { manifestSchema, type RecordManifest, readableSuites, recordSuite } from "./manifestSchema.ts";

/** SHA-256 of a manifest's bytes: what the next version names as `previous` and what the log keeps. */
export function manifestHash(bytes: Uint8Array): Hash {
  return toHex(sha256(bytes));
}

/** SHA-256 over a domain and the sorted fingerprints. */
export function readersHash(readers: readonly Fingerprint[]): Hash {
  return toHex(sha256(utf8(`qti/readers/v1\0${[...readers].sort().join("\0")}`)));
}

export function manifestSalt(): Hash {
  return toHex(randomBytes(32));
}

export function encodeManifest(manifest: RecordManifest): Bytes {
  return canonicalJson(manifest);
}

/**
 * Reads a manifest and refuses every form of it but the canonical one: two texts must never be the same manifest.
 *
 * @throws {@link RecordTamperedError} {@link SuiteUnknownError}
 */
export function decodeManifest(bytes: Uint8Array): RecordManifest {
  let value: unknown;
  try {
    value = JSON.parse(fromUtf8(bytes));
  } catch (cause) {
    throw new RecordTamperedError({ part: "contents", reason: "The manifest is not JSON.", cause });
  }
  const suite = suiteOf(value);
  if (suite !== undefined && !readableSuites.has(suite)) throw new SuiteUnknownError({ suite });
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) {
    throw new RecordTamperedError({
      part: "contents",
      reason: `The manifest is not one of ${recordSuite}.`,
      cause: parsed.error,
    });
  }
  if (!equalBytes(canonicalJson(value), bytes) || !equalBytes(encodeManifest(parsed.data), bytes)) {
    throw new RecordTamperedError({ part: "contents", reason: "The manifest is not in canonical form." });
  }
  if ((parsed.data.version === 1) !== (parsed.data.previous === null)) {
    throw new RecordTamperedError({
      part: "contents",
      reason: "The first version has no version before it, and every later one has.",
    });
  }
  return parsed.data;
}

/** Read before anything else: of a suite that is not known nothing else can be said, least of all that somebody tampered. */
function suiteOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const suite: unknown = Reflect.get(value, "suite");
  return typeof suite === "string" ? suite.slice(0, 64) : undefined;
}
