/**
 * Documents of an asset: committing to them without saying anything about them, and proving that a file is the one. Without keys, without
 * the API, and light enough for a page that nobody has signed in to.
 *
 * @module
 */
export type { Bytes32 } from "./bytes32.ts";
export { commitDocument, type DocumentCommitment, verifyDocument } from "./commitDocument.ts";
export {
  type CreateDocumentBundleParameters,
  createDocumentBundle,
  selectDocuments,
} from "./createDocumentBundle.ts";
export { type BundledDocument, type DocumentBundle, parseDocumentBundle } from "./documentBundle.ts";
export { documentsRoot } from "./documentsRoot.ts";
export {
  type CommittedRoot,
  type DocumentVerdict,
  type ProveDocumentParameters,
  proveDocument,
} from "./proveDocument.ts";
