import type { Address, Hash, Hex } from "viem";
import { equalBytes, fromHex } from "../bytes.ts";
import { commitmentOf, digestDocument, type ReadingOptions } from "./commitDocument.ts";
import type { BundledDocument, DocumentBundle } from "./documentBundle.ts";
import { documentsRoot } from "./documentsRoot.ts";

/** A root that stands on the chain. Those of `getAsset` of `@qti/sdk/subgraph` are such. */
export type CommittedRoot = {
  /** 0 for the root given at tokenization, then rising. */
  index: bigint;
  root: Hex;
  /** Unix seconds. */
  timestamp?: bigint | undefined;
  transactionHash?: Hash | undefined;
};

/** Parameters of {@link proveDocument}: the asset that is looked at, and what stands on the chain for it. */
export type ProveDocumentParameters = ReadingOptions & {
  asset: Address;
  chainId: number;
  /** From the index, which knows the times; or from `getAsset`, with their places for `index`. */
  roots: readonly CommittedRoot[];
};

/** Whether a file is the one, and if not, why. */
export type DocumentVerdict =
  | {
      proven: true;
      /** Name and kind are the issuer's words; place and contents are proven. */
      document: BundledDocument;
      /** Documents that were committed to together. */
      count: number;
      /** Where it stands on the chain; the first, where a root stands there twice. */
      committed: CommittedRoot;
    }
  | {
      proven: false;
      /**
       * - `otherAsset`: the bundle is of another asset or chain.
       * - `damaged`: the hashes in the bundle do not lead to its root.
       * - `notCommitted`: the root does not stand on the chain for this asset.
       * - `otherFile`: the file is none of the documents in the bundle, not to the last byte.
       */
      reason: "otherAsset" | "damaged" | "notCommitted" | "otherFile";
    };

/**
 * Checks that a file is one to which the issuer of an asset committed on the chain, since when, and as which of how many. The file is
 * read piece by piece and leaves the device at no time.
 *
 * @param document - The file.
 * @param bundle - From `parseDocumentBundle`.
 * @param parameters - {@link ProveDocumentParameters}
 * @returns {@link DocumentVerdict}
 * @throws {@link RecordsAbortedError} when the signal says so.
 *
 * @example
 * ```ts
 * import { parseDocumentBundle, proveDocument } from "@qti/sdk/records/documents";
 *
 * const bundle = parseDocumentBundle(await bundleFile.text());
 * const { documents: roots } = await getAsset(subgraph, { asset });
 * const verdict = await proveDocument(file, bundle, { asset, chainId, roots });
 * if (verdict.proven) {
 *   const { document, count, committed } = verdict;
 *   console.log(`document ${document.index + 1} of ${count}, since ${committed.timestamp}`);
 * }
 * ```
 */
export async function proveDocument(
  document: Uint8Array | Blob,
  bundle: DocumentBundle,
  parameters: ProveDocumentParameters,
): Promise<DocumentVerdict> {
  const { asset, chainId, roots, ...reading } = parameters;
  const refused = (reason: (DocumentVerdict & { proven: false })["reason"]) =>
    ({ proven: false, reason }) as const;

  if (bundle.chainId !== chainId || bundle.asset !== asset.toLowerCase()) return refused("otherAsset");
  // Before the file, which may be large.
  if ((await documentsRoot(bundle.hashes)) !== bundle.root) return refused("damaged");
  const committed = roots
    .filter(({ root }) => root.toLowerCase() === bundle.root)
    .reduce<CommittedRoot | undefined>(
      (first, each) => (first && first.index < each.index ? first : each),
      undefined,
    );
  if (!committed) return refused("notCommitted");

  const digest = await digestDocument(document, reading);
  for (const entry of bundle.documents) {
    const hash = fromHex(bundle.hashes[entry.index] ?? "0x");
    if (equalBytes(await commitmentOf(digest, fromHex(entry.salt)), hash))
      return { proven: true, document: entry, count: bundle.hashes.length, committed };
  }
  return refused("otherFile");
}
