import { formatUnits, type Hex, hexToString } from "viem";

/** Amount with 18 decimals, as people write it. */
export const amount = (value: bigint, decimals = 18) => formatUnits(value, decimals);

/** Points of QTI, as people write them. */
export const inPoints = (value: bigint) => amount(value, 6);

/** Money of the credit lines, as people write it: dollars with 6 decimals, as every deployment of QTI lends them. */
export const inDollars = (value: bigint) => amount(value, 6);

/** Shares of the pools of the credit lines: six decimals more than their money. */
export const inPoolShares = (value: bigint) => amount(value, 12);

/** Point in time, to the minute, in UTC: sentences have no reader's clock. */
export function time(seconds: number | bigint): string {
  const date = new Date(Number(seconds) * 1000);
  // Solidity's largest times lie beyond what a Date can say.
  if (Number.isNaN(date.getTime())) return `second ${seconds}`;
  return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** Name that a contract put into 32 bytes. */
export const word = (bytes: Hex) => hexToString(bytes, { size: 32 });
