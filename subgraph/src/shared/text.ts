import { Bytes } from "@graphprotocol/graph-ts";

/**
 * Text of a stranger, made storable: PostgreSQL stores no NUL character, and a cut must not leave half of a surrogate
 * pair behind, which is no text at all and would stop the subgraph.
 */
export function storable(text: string, limit: i32): string {
  const clean = text.includes("\0") ? text.replaceAll("\0", "") : text;
  if (clean.length <= limit) return clean;
  const last = clean.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return clean.substring(0, splitsPair ? limit - 1 : limit);
}

/** The first `limit` bytes of data of a stranger. */
export function head(data: Bytes, limit: i32): Bytes {
  return data.length <= limit ? data : Bytes.fromUint8Array(data.slice(0, limit));
}
