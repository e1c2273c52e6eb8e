import { concat, fromHex } from "../../src/records/bytes.ts";

/** How a broken file differs from a whole one: each step in its order, so that a vector is a line and not a file. */
export type Change = Readonly<{
  /** Bytes that are taken from the end. */
  cut?: number | undefined;
  /** One byte, xored with a mask. A place below 0 counts from the end. */
  xor?: { at: number; mask: number } | undefined;
  /** Hex digits that come behind the end. */
  append?: string | undefined;
}>;

export function changed(bytes: Uint8Array, { cut = 0, xor, append = "" }: Change): Uint8Array<ArrayBuffer> {
  const out = bytes.slice(0, bytes.length - cut);
  if (xor !== undefined) {
    const at = xor.at < 0 ? out.length + xor.at : xor.at;
    out[at] = (out[at] ?? 0) ^ xor.mask;
  }
  return concat(out, fromHex(append));
}
