import { formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";

/** Digits of the dollar token in which credit lines are counted. */
export const dollarDecimals = 6;
const cent = 10_000n;

/** Money units in words: "$1,250.50". Cut towards zero. */
export function dollarWords(value: bigint, t: Translator): string {
  return `$${formatAmount(value, { decimals: dollarDecimals, maximum: 2, minimum: 2 }, t)}`;
}

/** Rounds up to a whole cent: who pays what they read must not fall short by a fraction of one. */
export const centsUp = (value: bigint): bigint => ((value + cent - 1n) / cent) * cent;

/** What somebody has to pay, in words: "$1,250.51". Rounded up to a cent. */
export const payWords = (value: bigint, t: Translator): string => dollarWords(centsUp(value), t);
