import { type AssetMetadata, METADATA_LIMIT, METADATA_PREFIX, metadataSchema } from "./metadata.ts";

/** The description, or why there is none. */
export type DecodeMetadataReturnType = { ok: true; metadata: AssetMetadata } | { ok: false; reason: string };

/**
 * Reads the description of an asset from its URI. The URI comes from a stranger: whatever it holds, this never throws,
 * never fetches, and answers only with plain text and https links.
 *
 * @param uri - What `getAsset` or the subgraph answered.
 * @returns {@link DecodeMetadataReturnType}
 *
 * @example
 * ```ts
 * const decoded = decodeMetadata(asset.metadataURI);
 * const title = decoded.ok ? decoded.metadata.name : asset.name;
 * ```
 */
export function decodeMetadata(uri: string): DecodeMetadataReturnType {
  if (!uri.startsWith(METADATA_PREFIX)) return { ok: false, reason: "It is not JSON in a data URI." };
  if (uri.length > METADATA_LIMIT) return { ok: false, reason: `It is longer than ${METADATA_LIMIT} bytes.` };
  let json: unknown;
  try {
    json = JSON.parse(decodeURIComponent(uri.slice(METADATA_PREFIX.length)));
  } catch {
    return { ok: false, reason: "It is not valid JSON." };
  }
  const { data, error } = metadataSchema().safeParse(json);
  if (error)
    return {
      ok: false,
      reason: `The field ${error.issues[0]?.path.join(".") || "at the top"} does not fit.`,
    };
  return { ok: true, metadata: data };
}
