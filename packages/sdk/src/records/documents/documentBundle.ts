import type { Address } from "viem";
import * as z from "zod/mini";
import { schema } from "../../core/schema.ts";
import { ProofMalformedError } from "../../errors/proofs.ts";
import { type Bytes32, isBytes32 } from "./bytes32.ts";

const FORMAT = "qti/documents/v1";

/** Documents under one root: more than this nobody lists by hand, and the file stays below a megabyte. */
const LIMIT = 10_000;

/** A document of a bundle: what whoever has the file needs to see that it is the one. */
export type BundledDocument = {
  /** Place among the documents of the root, from 0. */
  index: number;
  /** As the issuer calls it. Like `mediaType` it is not part of what was committed to. */
  name: string;
  /** Empty when it is not known. */
  mediaType: string;
  /** Bytes. */
  size: number;
  salt: Bytes32;
};

/**
 * What an issuer publishes or hands over beside the files: the proof that they are those which were committed to. It is plain
 * JSON: `JSON.stringify` writes the file, {@link parseDocumentBundle} reads it. It says nothing of documents whose salt it does not hold, but
 * how many there are.
 */
export type DocumentBundle = {
  format: typeof FORMAT;
  chainId: number;
  /** Address of the asset's token, in small letters. */
  asset: Address;
  /** What stands on the chain: {@link documentsRoot} of `hashes`. */
  root: Bytes32;
  /**
   * Salted hashes of all documents under the root, in their order. The whole list and not a path to one: a path of RFC 6962 does not
   * say how many documents there are, "2 of 2" and "3 of 3" can have the same.
   */
  hashes: readonly Bytes32[];
  /** All of them, or those that are handed over. */
  documents: readonly BundledDocument[];
};

const bundle = /* @__PURE__ */ schema(() => {
  const bytes32 = z.custom<Bytes32>(isBytes32);
  const address = z.custom<Address>((value) => typeof value === "string" && /^0x[0-9a-f]{40}$/.test(value));
  const count = z.int().check(z.nonnegative());
  const document = z.strictObject({
    index: count,
    name: z.string().check(z.maxLength(1_000)),
    mediaType: z.string().check(z.maxLength(200)),
    size: count,
    salt: bytes32,
  });
  return z
    .strictObject({
      format: z.literal(FORMAT),
      chainId: count,
      asset: address,
      root: bytes32,
      hashes: z.array(bytes32).check(z.minLength(1), z.maxLength(LIMIT)),
      documents: z.array(document).check(z.minLength(1), z.maxLength(LIMIT)),
    })
    .check(
      z.refine(({ hashes, documents }) => documents.every(({ index }) => index < hashes.length), {
        error: "a document stands where the list has ended",
      }),
    );
});

/**
 * Reads a bundle that an issuer gave. That it is one says nothing yet: give it to {@link proveDocument}.
 *
 * @param input - Text of the file, or the object that it holds.
 * @returns {@link DocumentBundle}
 * @throws {@link ProofMalformedError} when it is no such bundle.
 *
 * @example
 * ```ts
 * import { parseDocumentBundle } from "@qti/sdk/records/documents";
 *
 * const bundle = parseDocumentBundle(await bundleFile.text());
 * ```
 */
export function parseDocumentBundle(input: unknown): DocumentBundle {
  try {
    return bundle().parse(typeof input === "string" ? JSON.parse(input) : input);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "It cannot be read.";
    throw new ProofMalformedError("document", reason, error);
  }
}
