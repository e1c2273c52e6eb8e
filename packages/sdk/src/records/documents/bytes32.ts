import { type Bytes, fromHex } from "../bytes.ts";
import { RecordInputError } from "../errors.ts";

/** 32 bytes in lower-case hex, as they stand on chain. */
export type Bytes32 = `0x${string}`;

const pattern = /^0x[0-9a-f]{64}$/;

export function isBytes32(value: unknown): value is Bytes32 {
  return typeof value === "string" && pattern.test(value);
}

/** @throws {@link RecordInputError} */
export function decodeBytes32(field: string, value: string): Bytes {
  if (!isBytes32(value))
    throw new RecordInputError({ field, reason: "It is not 32 bytes in lower-case hex." });
  return fromHex(value);
}
