import { storeLimits, type UploadedCodes, uploadStoreCodes } from "@qti/sdk/rewards/store";
import "@/lib/no-eval";
import { inParts } from "./read-codes";

/**
 * Gives the service the codes of an item, part by part. What was added before a part failed stays there; sent again it adds
 * nothing twice.
 */
export async function uploadCodes(
  apiUrl: string,
  { itemId, codes }: { itemId: bigint; codes: readonly string[] },
): Promise<{ added: number; after: UploadedCodes | undefined }> {
  let added = 0;
  let after: UploadedCodes | undefined;
  for (const part of inParts(codes, storeLimits.codes)) {
    after = await uploadStoreCodes({ url: apiUrl }, { itemId, codes: part });
    added += after.added;
  }
  return { added, after };
}
