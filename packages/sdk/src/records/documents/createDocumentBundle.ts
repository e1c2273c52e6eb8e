import type { Address } from "viem";
import { RecordInputError } from "../errors.ts";
import type { DocumentCommitment } from "./commitDocument.ts";
import { type DocumentBundle, parseDocumentBundle } from "./documentBundle.ts";
import { documentsRoot } from "./documentsRoot.ts";

/** Parameters of {@link createDocumentBundle}. */
export type CreateDocumentBundleParameters = {
  /** Address of the asset's token; before it is tokenized, from `predictAsset`. */
  asset: Address;
  chainId: number;
  /** In the order in which they are to be counted. */
  documents: readonly (DocumentCommitment & { name: string; mediaType?: string | undefined; size: number })[];
};

/**
 * Makes the bundle of documents that are committed to together. Its `root` goes on the chain, with `tokenize` or `updateDocuments`; the
 * bundle is kept with the files, and published or handed over with them.
 *
 * @param parameters - {@link CreateDocumentBundleParameters}
 * @returns {@link DocumentBundle}
 * @throws {@link RecordInputError} when there is no document, or a field of one is not valid.
 *
 * @example
 * ```ts
 * import { commitDocument, createDocumentBundle } from "@qti/sdk/records/documents";
 *
 * const documents = await Promise.all(
 *   files.map(async (file) => ({ name: file.name, size: file.size, ...(await commitDocument(file)) })),
 * );
 * const bundle = await createDocumentBundle({ asset, chainId, documents });
 * await updateDocumentsSync(client, { asset, root: bundle.root });
 * ```
 */
export async function createDocumentBundle(
  parameters: CreateDocumentBundleParameters,
): Promise<DocumentBundle> {
  const { asset, chainId, documents } = parameters;
  const hashes = documents.map(({ hash }) => hash);
  const root = await documentsRoot(hashes);
  try {
    return parseDocumentBundle({
      format: "qti/documents/v1",
      chainId,
      asset: asset.toLowerCase(),
      root,
      hashes,
      documents: documents.map(({ name, mediaType = "", size, salt }, index) => ({
        index,
        name,
        mediaType,
        size,
        salt,
      })),
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "It is not valid.";
    throw new RecordInputError({ field: "documents", reason, cause });
  }
}

/**
 * The same bundle with some of its documents: what is handed over with these files. Of the others it tells only how many there are.
 *
 * @throws {@link RecordInputError} when the bundle holds none of them.
 */
export function selectDocuments(bundle: DocumentBundle, indexes: readonly number[]): DocumentBundle {
  const documents = bundle.documents.filter(({ index }) => indexes.includes(index));
  if (documents.length === 0)
    throw new RecordInputError({ field: "indexes", reason: "The bundle holds none of these documents." });
  return { ...bundle, documents };
}
