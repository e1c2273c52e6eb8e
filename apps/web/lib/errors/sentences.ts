import { hexToString, isHex } from "viem";
import { formatAmount, formatCount } from "@/lib/format/amount";
import { durationWords, exactTime } from "@/lib/format/time";
import type { Language } from "@/lib/i18n/languages";
import type { Translator } from "@/lib/i18n/translator";

/** What happened and what to do. */
type Pair = readonly [sentence: string, next: string];

/**
 * The pairs of the errors, by the name of the error's class. `{until}` in a sentence is the error's own field or argument of
 * that name; `{until, time}` is written as a moment. Of several pairs the first one is said whose fields the error has.
 * `Class.what` is for those of a class that hold "what" in the field of {@link variants}; the class alone for all others.
 * English is what the SDK itself says.
 */
export type ErrorSentences = { readonly [name: string]: Pair | readonly Pair[] };

/** How a field is written, where its plain text would say too little. */
const writers: { readonly [as: string]: (value: unknown, t: Translator) => string | undefined } = {
  time: (value, t) => (isFigure(value) ? timeOf(value, t) : undefined),
  duration: (value, t) => (isFigure(value) ? durationWords(Number(value), t) : undefined),
  count: (value, t) => (isFigure(value) ? formatCount(value, t) : undefined),
  shares: (value, t) => (isFigure(value) ? formatAmount(BigInt(value), { decimals: 18 }, t) : undefined),
  stake: (value, t) => (isFigure(value) ? formatAmount(BigInt(value), { decimals: 24 }, t) : undefined),
  points: (value, t) => (isFigure(value) ? formatAmount(BigInt(value), { decimals: 6 }, t) : undefined),
  dollars: (value, t) => (isFigure(value) ? formatAmount(BigInt(value), { decimals: 6 }, t) : undefined),
  poolShares: (value, t) => (isFigure(value) ? formatAmount(BigInt(value), { decimals: 12 }, t) : undefined),
  percent: (value, t) => (isFigure(value) ? formatAmount(BigInt(value), { decimals: 2 }, t) : undefined),
  word: wordOf,
};

/** Where a class has a sentence for each kind of its errors: in which fields they say their kind, and whose they share. */
const variants: { readonly [name: string]: { readonly fields: readonly string[]; readonly of?: string } } = {
  ApiProblemError: { fields: ["problem.code", "status"] },
  AssetInvalidTermsError: { fields: ["field"] },
  AssetWrongStateError: { fields: ["state"] },
  BlockNotReproducibleError: { fields: ["part"] },
  CampaignCsvError: { fields: ["reason"] },
  CampaignQueryError: { fields: ["reason"] },
  CampaignTreeError: { fields: ["reason"] },
  ClassicalRecipientError: { fields: ["place"] },
  ComplianceInvalidRulesError: { fields: ["field"] },
  ComplianceNotTighterError: { fields: ["field"] },
  ExchangeInvalidOrderError: { fields: ["field"] },
  ExchangeMismatchError: { fields: ["field"] },
  ExchangeOrderNotOpenError: { fields: ["opensAt"] },
  IncomeTreeError: { fields: ["reason"] },
  KeySlotError: { fields: ["reason"] },
  OrderTermsError: { fields: ["reason"] },
  ProofMalformedError: { fields: ["of"] },
  RecordRolledBackError: { fields: ["kind"] },
  RecordTamperedError: { fields: ["part"] },
  RecordTooLargeError: { fields: ["part"] },
  RecoveryCodeError: { fields: ["reason"] },
  ReferralNotFinalError: { fields: ["status"] },
  ServiceRefusedError: { fields: ["reason", "code"], of: "ApiProblemError" },
  TransactionFailedError: { fields: ["outcome.status"] },
  TransferRefusedError: { fields: ["refusal"] },
};

function isFigure(value: unknown): value is bigint | number {
  return typeof value === "bigint" || Number.isInteger(value);
}

/** The largest times of the contracts lie beyond what a date can say. */
function timeOf(seconds: bigint | number, t: Translator): string {
  return seconds < 8.64e12 ? exactTime(Number(seconds), t) : String(seconds);
}

function wordOf(value: unknown): string | undefined {
  return isHex(value) ? hexToString(value, { size: 32 }) : undefined;
}

/** A field of an error, or of what the contract said; `problem.code` is a field of a field. */
function fieldOf(error: Error, path: string): unknown {
  const args: unknown = Reflect.get(error, "args");
  let value: unknown = typeof args === "object" && args !== null ? args : error;
  for (const name of path.split("."))
    value = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  return value;
}

/** Under which names an error's pairs may stand, the closest first. */
function namesOf(error: Error): string[] {
  const { fields = [], of } = variants[error.name] ?? {};
  const kinds = fields.map((path) => {
    const value = fieldOf(error, path);
    return isHex(value, { strict: true }) && value.length === 66 ? wordOf(value) : String(value);
  });
  const classes = of === undefined ? [error.name] : [error.name, of];
  return [...kinds.flatMap((kind) => classes.map((name) => `${name}.${kind}`)), error.name];
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

function isPair(pairs: Pair | readonly Pair[]): pairs is Pair {
  return typeof pairs[0] === "string";
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
  const table = await tables[language]();
  // A transaction that a contract refused says what the contract says.
  const reason =
    fieldOf(error, "outcome.status") === "reverted" ? fieldOf(error, "outcome.error") : undefined;
  const told = reason instanceof Error ? reason : error;
  for (const name of namesOf(told)) {
    const pairs = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!pairs) continue;
    for (const pair of isPair(pairs) ? [pairs] : pairs) {
      const [sentence, next] = pair.map((text) => fillSentence(text, told, t));
      if (sentence && next) return { sentence, next };
    }
  }
  return undefined;
}
