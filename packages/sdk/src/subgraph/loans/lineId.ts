import { type Hex, numberToHex } from "viem";

/** Id of the credit line of an identity in the index. */
export const lineId = (identity: bigint): Hex => numberToHex(identity, { size: 8 });
