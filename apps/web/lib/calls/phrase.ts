import type { Address } from "viem";

/** A sentence about addresses: a page shows their names, and links to assets. */
export type Phrase = readonly (string | { account: Address } | { asset: Address })[];

/** A sentence as plain text, where nothing but text is possible. */
export function phraseText(phrase: Phrase, nameOf: (address: Address) => string): string {
  return phrase
    .map((part) => (typeof part === "string" ? part : nameOf("account" in part ? part.account : part.asset)))
    .join("");
}
