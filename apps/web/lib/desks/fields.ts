import { type Address, getAddress, type Hash, isAddress, isHash } from "viem";
import { parseAmount } from "@/lib/format/parse-amount";
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
  /** ISO 3166-1, numeric. */
  country: number;
  /** Number of a role. */
  role: bigint;
  tier: number;
  /** Whole number; empty is zero, which means "no limit". */
  count: number;
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
  label: string;
  hint?: string;
  /** For `yes`: the words of the two choices. */
  choices?: readonly [yes: string, no: string];
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

function readAmount(text: string, decimals: number, least: bigint): Read<bigint> {
  const parsed = parseAmount(text, decimals);
  if (!parsed.ok) return refuse(parsed.reason);
  return parsed.value < least ? refuse("Enter more than zero.") : read(parsed.value);
}

function readWhole(text: string, most: number): Read<number> {
  const parsed = parseAmount(text, 0);
  if (!parsed.ok) return refuse(parsed.reason);
  return parsed.value > BigInt(most)
    ? refuse(`At most ${most.toLocaleString("en")}.`)
    : read(Number(parsed.value));
}

const maxUint32 = 2 ** 32 - 1;

/** How each kind of field reads what was typed; a sentence says what to do where it cannot be read. */
const readers: { readonly [kind in keyof FieldValues]: (text: string) => Read<FieldValues[kind]> } = {
  account: (text) =>
    isAddress(text, { strict: false })
      ? read(getAddress(text))
      : refuse("Enter an address: 0x and 40 hexadecimal digits."),
  asset: (text) =>
    isAddress(text, { strict: false })
      ? read(getAddress(text))
      : refuse("Choose an asset from the list, or enter its address."),
  shares: (text) => readAmount(text, 18, 1n),
  limit: (text) => (text === "" ? read(0n) : readAmount(text, 18, 0n)),
  qti: (text) => readAmount(text, 18, 1n),
  country: (text) => (text === "" ? refuse("Choose a country.") : read(Number(text))),
  role: (text) => (text === "" ? refuse("Choose a role.") : read(BigInt(text))),
  tier: (text) => (text === "" ? refuse("Choose a tier.") : read(Number(text))),
  count: (text) => (text === "" ? read(0) : readWhole(text, maxUint32)),
  day: (text) => {
    if (text === "") return read(0);
    const at = new Date(`${text}T00:00:00`).getTime() / 1000;
    return Number.isFinite(at) ? read(at) : refuse("Choose a day.");
  },
  yes: (text) => (text === "" ? refuse("Choose one of the two.") : read(text === "yes")),
  percent: (text) => {
    const parsed = parseAmount(text, 2);
    return parsed.ok ? read(Number(parsed.value)) : refuse(parsed.reason);
  },
  hours: (text) => {
    const whole = readWhole(text, 24 * 365);
    return whole.ok ? read(whole.value * 3_600) : whole;
  },
  hash: (text) => {
    const lower = text.toLowerCase();
    return isHash(lower) ? read(lower) : refuse("Enter 0x and 64 hexadecimal digits.");
  },
  statement: (text) => {
    const result = readStatement(text);
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
export function readFields<fields extends FieldSpecs>(fields: fields, texts: Texts): ReadForm<fields> {
  const values: [string, unknown][] = [];
  const problems: [string, string][] = [];
  for (const [name, { kind }] of Object.entries(fields)) {
    const result = readers[kind]((texts[name] ?? "").trim());
    if (result.ok) values.push([name, result.value]);
    else problems.push([name, result.problem]);
  }
  if (problems.length > 0) return { ok: false, problems: Object.fromEntries(problems) };
  // Each value came from the reader of its field's kind, which is what the type says.
  return { ok: true, values: Object.fromEntries(values) as ValuesOf<fields> };
}
