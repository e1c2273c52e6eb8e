import "@/lib/no-eval";
import {
  type CommittedRoot,
  type DocumentVerdict,
  parseDocumentBundle,
  proveDocument,
} from "@qti/sdk/records/documents";
import type { Address } from "viem";

/** Checks a file against what the issuer of an asset committed to. The file is read here and goes nowhere. */
export async function checkDocument(
  file: File,
  bundleFile: File,
  stands: { asset: Address; chainId: number; roots: readonly CommittedRoot[] },
): Promise<DocumentVerdict> {
  return proveDocument(file, parseDocumentBundle(await bundleFile.text()), stands);
}
