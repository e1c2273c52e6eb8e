import { languageOf, type Translator } from "@/lib/i18n/translator";

/** How an amount is written. */
export type AmountFormat = {
  /** Digits after the point that the unit has: 18 for ether and shares, 6 for the test dollar. */
  decimals: number;
  /** Most digits after the point to show. What is cut off is cut towards zero: never show more than there is. */
  maximum?: number;
  /** Fewest digits after the point to show. */
  minimum?: number;
};

/**
 * The point separates decimals in every language, as fields take it. Where a comma would be read as one, thousands are
 * parted by a narrow space: "1 234.56" is one figure for everybody.
 */
function separatorOf(t: Translator): string {
  return languageOf(t) === "en" ? "," : "\u202f";
}

function group(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}

/**
 * Writes an exact amount for people: grouped, cut towards zero.
 *
 * @example
 * formatAmount(1234567890n, { decimals: 6, maximum: 2 }, t) // "1,234.56"
 */
export function formatAmount(value: bigint, format: AmountFormat, t: Translator): string {
  return written(value, format, separatorOf(t));
}

function written(
  value: bigint,
  { decimals, maximum = decimals, minimum = 0 }: AmountFormat,
  separator: string,
): string {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? "" : digits.slice(-decimals);
  const shown = fraction.slice(0, maximum).replace(/0+$/, "").padEnd(Math.min(minimum, decimals), "0");

  const vanished = value !== 0n && /^0*$/.test(whole) && /^0*$/.test(shown);
  if (vanished) {
    const smallest = maximum === 0 ? "1" : `0.${"1".padStart(maximum, "0")}`;
    return negative ? `−<${smallest}` : `<${smallest}`;
  }
  return `${negative ? "−" : ""}${group(whole, separator)}${shown ? `.${shown}` : ""}`;
}

/** An amount in its full length, for copying and for the exact figure behind a short one. */
export function exactAmount(value: bigint, decimals: number, t: Translator): string {
  return formatAmount(value, { decimals }, t);
}

/** Writes a count of things: "12,000". */
export function formatCount(count: number | bigint, t: Translator): string {
  return formatAmount(BigInt(count), { decimals: 0 }, t);
}

const compactSteps = [
  { from: 1_000_000_000_000n, size: "trillion" },
  { from: 1_000_000_000n, size: "billion" },
  { from: 1_000_000n, size: "million" },
] as const;

/** Writes a large amount short: "12.4 million". Below a million it is written out. */
export function formatCompact(value: bigint, format: AmountFormat, t: Translator): string {
  const unit = 10n ** BigInt(format.decimals);
  const step = compactSteps.find(({ from }) => value >= from * unit);
  if (!step) return formatAmount(value, format, t);
  // Two digits after the point of the word, cut towards zero.
  const hundredths = (value * 100n) / (step.from * unit);
  const amount = formatAmount(hundredths, { decimals: 2 }, t);
  return t(`words.${step.size}`, { amount });
}

/** Writes a part of a whole as a percentage. */
export function formatShare(part: bigint, whole: bigint, maximum = 2, t: Translator): string {
  if (whole === 0n) return "0 %";
  const scaled = (part * 10n ** BigInt(maximum + 2)) / whole;
  return `${formatAmount(scaled, { decimals: maximum, maximum }, t)} %`;
}

/** An amount in its full length without grouping, as programs read it. */
export function plainAmount(value: bigint, decimals: number): string {
  return written(value, { decimals }, "").replace("−", "-");
}
