import { type Address, getAddress, isAddress } from "viem";

/** An address in its short form: enough to recognise it, too little to trust it. */
export function shortAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}

/** A typed address, whatever its letters' case; `undefined` where the text is none. */
export function readAddress(text: string): Address | undefined {
  const typed = text.trim();
  return isAddress(typed, { strict: false }) ? getAddress(typed) : undefined;
}
