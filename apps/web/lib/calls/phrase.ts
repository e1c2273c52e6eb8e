import type { Address } from "viem";

type Part = string | { account: Address } | { asset: Address };

/** A sentence about addresses: a page shows their names, and links to assets. */
export type Phrase = readonly Part[];

/** A sentence as plain text, where nothing but text is possible. */
export function phraseText(phrase: Phrase, nameOf: (address: Address) => string): string {
  return phrase
    .map((part) => (typeof part === "string" ? part : nameOf("account" in part ? part.account : part.asset)))
    .join("");
}

/**
 * Makes a sentence of a message: each language puts the parts where it wants them. `say` gets a function that marks the
 * place of a part in the text. Texts go through it as well, so that nothing in them can be taken for a mark.
 *
 * @example
 * phrase((part) => t("transactions.calls.freeze", { account: part({ account }) }))
 */
export function phrase(say: (part: (value: Part | Phrase) => string) => string): Phrase {
  const parts: Phrase[] = [];
  const text = say((value) => {
    parts.push(isPhrase(value) ? value : [value]);
    return `${open}${parts.length - 1}${close}`;
  });
  return text
    .split(marks)
    .flatMap((piece, index) => (index % 2 === 1 ? (parts[Number(piece)] ?? []) : piece === "" ? [] : piece));
}

function isPhrase(value: Part | Phrase): value is Phrase {
  return Array.isArray(value);
}

// Of the private use area: no message holds them.
const open = "\ue000";
const close = "\ue001";
const marks = new RegExp(`${open}(\\d+)${close}`);
