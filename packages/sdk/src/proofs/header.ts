import type { Hash, Hex } from "viem";
import { decodeList, isBytes, toNumber } from "./rlp.ts";

/** What a header says of its block, read from its own bytes. */
export type ProvenBlock = {
  hash: Hash;
  number: bigint;
  /** Unix seconds. */
  timestamp: bigint;
  transactionsRoot: Hex;
  receiptsRoot: Hex;
};

/** Reads a header of any fork; `undefined` where the bytes are none. */
export function decodeHeader(encoded: Hex): Omit<ProvenBlock, "hash"> | undefined {
  const fields = decodeList(encoded);
  const [transactionsRoot, receiptsRoot, , , number, , , timestamp] = fields?.slice(4) ?? [];
  if (!isBytes(transactionsRoot) || !isBytes(receiptsRoot) || !isBytes(number) || !isBytes(timestamp))
    return undefined;
  return { number: toNumber(number), timestamp: toNumber(timestamp), transactionsRoot, receiptsRoot };
}
