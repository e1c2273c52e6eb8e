import { MetadataInvalidError } from "../errors/metadata.ts";
import { type AssetMetadata, METADATA_LIMIT, METADATA_PREFIX, metadataSchema } from "./metadata.ts";

/**
 * Turns the description of an asset into the URI that goes on the chain. Pure.
 *
 * @param metadata - {@link AssetMetadata}
 * @returns A `data:` URI of at most 8,192 bytes.
 * @throws {@link MetadataInvalidError} when a field is outside its limits, or the whole is too long.
 *
 * @example
 * ```ts
 * const metadataURI = encodeMetadata({ name: "Harbour 7", description: "A warehouse in Rotterdam." });
 * ```
 */
export function encodeMetadata(metadata: AssetMetadata): string {
  const { data, error } = metadataSchema().safeParse(metadata);
  if (error) throw new MetadataInvalidError({ field: error.issues[0]?.path.join(".") ?? "" }, error);
  const uri = METADATA_PREFIX + encodeURIComponent(JSON.stringify(data));
  if (uri.length > METADATA_LIMIT)
    throw new MetadataInvalidError({ size: uri.length, limit: METADATA_LIMIT });
  return uri;
}
