import { fromRlp, type Hex, numberToHex, toRlp } from "viem";

/** What RLP encodes: bytes, or a list of such. Numbers are bytes without leading zeros, so zero is no bytes at all. */
export type RlpItem = Hex | readonly RlpItem[];

/** A quantity of JSON-RPC (`0x0`, `0x1b4`) as the bytes that RLP has for it. */
export function quantity(value: Hex | bigint | number): Hex {
  const number = BigInt(value);
  return number === 0n ? "0x" : numberToHex(number);
}

/** Bytes of RLP as a number. */
export function toNumber(bytes: Hex): bigint {
  return bytes === "0x" ? 0n : BigInt(bytes);
}

export function encodeRlp(item: RlpItem): Hex {
  // viem's type has mutable lists, which it does not change.
  return toRlp(item as Parameters<typeof toRlp>[0]) as Hex;
}

/** The list that bytes encode; `undefined` when they encode none. */
export function decodeList(bytes: Hex): readonly RlpItem[] | undefined {
  try {
    const decoded: RlpItem = fromRlp(bytes, "hex");
    return isBytes(decoded) ? undefined : decoded;
  } catch {
    return undefined;
  }
}

export function isBytes(item: RlpItem | undefined): item is Hex {
  return typeof item === "string";
}

/** A byte before RLP, as transactions and receipts have it since EIP-2718; of the first kind they have none. */
export function splitType(bytes: Hex): { type: number; payload: Hex } {
  const first = Number(bytes.slice(0, 4));
  // A list starts at 0xc0, and types end at 0x7f.
  return first < 0x80 ? { type: first, payload: `0x${bytes.slice(4)}` } : { type: 0, payload: bytes };
}

/** The other way round. */
export function joinType(type: number, fields: readonly RlpItem[]): Hex {
  const payload = encodeRlp(fields);
  return type === 0 ? payload : `0x${type.toString(16).padStart(2, "0")}${payload.slice(2)}`;
}
