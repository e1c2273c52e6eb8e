import { type Address, getAddress, type Hash, isAddress, isHash } from "viem";
import { dollarDecimals } from "@/lib/domain/dollars";
import { formatCount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";
import type { Translator } from "@/lib/i18n/translator";
import type { en } from "@/messages/en";
import { type RecoveryStatement, readStatement } from "./recovery-statement";

/** What the fields of an operation hold once they are read, by kind. */
export type FieldValues = {
  /** An account of a person, or a contract. */
  account: Address;
  asset: Address;
  /** Share units (18 decimals), more than zero. */
  shares: bigint;
  /** Share units (18 decimals); empty is zero, which means "no limit". */
  limit: bigint;
  /** QTI units (18 decimals), more than zero. */
  qti: bigint;
  /** QTI units (18 decimals); zero closes what it bounds. */
  qtiOrNone: bigint;
  /** Points (6 decimals); zero closes what it bounds. */
  points: bigint;
  /** Units of the dollar of credit lines (6 decimals); zero closes what it bounds. */
  dollars: bigint;
  /** How many times something, in 1/10,000. */
  times: number;
  /** ISO 3166-1, numeric. */
  country: number;
  /** Number of a role. */
  role: bigint;
  tier: number;
  /** Whole number; empty is zero, which means "no limit". */
  count: number;
  /** A whole number that something goes by. */
  number: bigint;
  /** A day, as Unix seconds; empty is zero, which means "none". */
  day: number;
  /** A choice of two. */
  yes: boolean;
  /** A part of a hundred with two digits, in basis points. */
  percent: number;
  /** Hours, in seconds. */
  hours: number;
  /** 32 bytes. */
  hash: Hash;
  /** What the owner of a new account signed, as text. */
  statement: RecoveryStatement;
};

/** A field of a form for an operation. */
export type FieldSpec = {
  kind: keyof FieldValues;
  /** Its label among the messages. */
  name: keyof typeof en.desks.fields;
  /** What stands below it, where something does. */
  help?: keyof typeof en.desks.hints;
};

/** The fields of an operation, by the names under which their values are read. */
export type FieldSpecs = { readonly [name: string]: FieldSpec };

/** What the fields hold. */
export type ValuesOf<fields extends FieldSpecs> = {
  readonly [name in keyof fields]: FieldValues[fields[name]["kind"]];
};

type Read<value> = { ok: true; value: value } | { ok: false; problem: string };

const read = <value>(value: value): Read<value> => ({ ok: true, value });
const refuse = (problem: string): Read<never> => ({ ok: false, problem });

function readAmount(text: string, decimals: number, least: bigint, t: Translator): Read<bigint> {
  const parsed = parseAmount(text, decimals, t);
  if (!parsed.ok) return refuse(parsed.reason);
  return parsed.value < least ? refuse(t("words.amount.zero")) : read(parsed.value);
}

function readWhole(text: string, most: number, t: Translator): Read<number> {
  const parsed = parseAmount(text, 0, t);
  if (!parsed.ok) return refuse(parsed.reason);
  return parsed.value > BigInt(most)
    ? refuse(t("desks.problems.most", { most: formatCount(most, t) }))
    : read(Number(parsed.value));
}

const maxUint32 = 2 ** 32 - 1;

/** How each kind of field reads what was typed; a sentence says what to do where it cannot be read. */
const readers: {
  readonly [kind in keyof FieldValues]: (text: string, t: Translator) => Read<FieldValues[kind]>;
} = {
  account: (text, t) =>
    isAddress(text, { strict: false }) ? read(getAddress(text)) : refuse(t("desks.problems.account")),
  asset: (text, t) =>
    isAddress(text, { strict: false }) ? read(getAddress(text)) : refuse(t("desks.problems.asset")),
  shares: (text, t) => readAmount(text, 18, 1n, t),
  limit: (text, t) => (text === "" ? read(0n) : readAmount(text, 18, 0n, t)),
  qti: (text, t) => readAmount(text, 18, 1n, t),
  qtiOrNone: (text, t) => readAmount(text, 18, 0n, t),
  points: (text, t) => readAmount(text, 6, 0n, t),
  dollars: (text, t) => readAmount(text, dollarDecimals, 0n, t),
  times: (text, t) => {
    const parsed = parseAmount(text, 4, t);
    return parsed.ok ? read(Number(parsed.value)) : refuse(parsed.reason);
  },
  country: (text, t) => (text === "" ? refuse(t("desks.problems.country")) : read(Number(text))),
  role: (text, t) => (text === "" ? refuse(t("desks.problems.role")) : read(BigInt(text))),
  tier: (text, t) => (text === "" ? refuse(t("desks.problems.tier")) : read(Number(text))),
  count: (text, t) => (text === "" ? read(0) : readWhole(text, maxUint32, t)),
  number: (text, t) => readAmount(text, 0, 0n, t),
  day: (text, t) => {
    if (text === "") return read(0);
    const at = new Date(`${text}T00:00:00`).getTime() / 1000;
    return Number.isFinite(at) ? read(at) : refuse(t("desks.problems.day"));
  },
  yes: (text, t) => (text === "" ? refuse(t("desks.problems.yes")) : read(text === "yes")),
  percent: (text, t) => {
    const parsed = parseAmount(text, 2, t);
    return parsed.ok ? read(Number(parsed.value)) : refuse(parsed.reason);
  },
  hours: (text, t) => {
    const whole = readWhole(text, 24 * 365, t);
    return whole.ok ? read(whole.value * 3_600) : whole;
  },
  hash: (text, t) => {
    const lower = text.toLowerCase();
    return isHash(lower) ? read(lower) : refuse(t("desks.problems.hash"));
  },
  statement: (text, t) => {
    const result = readStatement(text, t);
    return result.ok ? read(result.statement) : refuse(result.problem);
  },
};

/** What was typed into a form, by field. */
export type Texts = { readonly [name: string]: string };

/** What a form turned out to hold: values, or what to do about each field that cannot be read. */
export type ReadForm<fields extends FieldSpecs> =
  | { ok: true; values: ValuesOf<fields> }
  | { ok: false; problems: { readonly [name: string]: string } };

/** Reads a whole form. */
export function readFields<fields extends FieldSpecs>(
  fields: fields,
  texts: Texts,
  t: Translator,
): ReadForm<fields> {
  const values: [string, unknown][] = [];
  const problems: [string, string][] = [];
  for (const [name, { kind }] of Object.entries(fields)) {
    const result = readers[kind]((texts[name] ?? "").trim(), t);
    if (result.ok) values.push([name, result.value]);
    else problems.push([name, result.problem]);
  }
  if (problems.length > 0) return { ok: false, problems: Object.fromEntries(problems) };
  // Each value came from the reader of its field's kind, which is what the type says.
  return { ok: true, values: Object.fromEntries(values) as ValuesOf<fields> };
}
