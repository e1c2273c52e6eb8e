import { hexToString, isHex } from "viem";
import { formatAmount } from "@/lib/format/amount";
import { exactTime } from "@/lib/format/time";
import type { Language } from "@/lib/i18n/languages";
import type { Translator } from "@/lib/i18n/translator";

/**
 * What happened and what to do, by the name of the error's class. `{until}` in a sentence is the error's own field or
 * argument of that name; `{until, time}` is written as a moment. English is what the SDK itself says.
 */
export type ErrorSentences = { readonly [name: string]: readonly [sentence: string, next: string] };

/** How a field is written, where its plain text would say too little. */
const writers: { readonly [as: string]: (value: unknown, t: Translator) => string | undefined } = {
  time: (value, t) => (isFigure(value) ? exactTime(Number(value), t) : undefined),
  shares: (value, t) => (isFigure(value) ? formatAmount(BigInt(value), { decimals: 18 }, t) : undefined),
  dollars: (value, t) => (isFigure(value) ? formatAmount(BigInt(value), { decimals: 6 }, t) : undefined),
  percent: (value, t) => (isFigure(value) ? formatAmount(BigInt(value), { decimals: 2 }, t) : undefined),
  word: (value) => (isHex(value) ? hexToString(value, { size: 32 }) : undefined),
};

function isFigure(value: unknown): value is bigint | number {
  return typeof value === "bigint" || Number.isInteger(value);
}

function fieldOf(error: Error, name: string): unknown {
  const args: unknown = Reflect.get(error, "args");
  const given: unknown =
    typeof args === "object" && args !== null ? Reflect.get(args, name) : Reflect.get(error, name);
  return given;
}

/** Writes an error's fields into a sentence; `undefined` where it does not have one of them. */
export function fillSentence(sentence: string, error: Error, t: Translator): string | undefined {
  let whole = true;
  const text = sentence.replace(/\{(\w+)(?:, (\w+))?\}/g, (_, name: string, as: string | undefined) => {
    const value = fieldOf(error, name);
    const plain = isFigure(value) || typeof value === "string" ? `${value}` : undefined;
    const written = as === undefined ? plain : writers[as]?.(value, t);
    if (written === undefined) whole = false;
    return written ?? "";
  });
  return whole ? text : undefined;
}

const tables: { readonly [language in Exclude<Language, "en">]: () => Promise<ErrorSentences> } = {
  de: async () => (await import("@/messages/de/errors")).errors,
  es: async () => (await import("@/messages/es/errors")).errors,
};

/**
 * The two sentences of an error in the language of the translator; `undefined` where English has to do. The table is loaded
 * when the first error is seen, as that of the SDK is.
 */
export async function sentencesOf(
  error: Error,
  language: Language,
  t: Translator,
): Promise<{ sentence: string; next: string } | undefined> {
  if (language === "en") return undefined;
  const known = (await tables[language]())[error.name];
  const [sentence, next] = known?.map((text) => fillSentence(text, error, t)) ?? [];
  return sentence && next ? { sentence, next } : undefined;
}
