/** How an amount is written. */
export type AmountFormat = {
  /** Digits after the point that the unit has: 18 for ether and shares, 6 for the test dollar. */
  decimals: number;
  /** Most digits after the point to show. What is cut off is cut towards zero: never show more than there is. */
  maximum?: number;
  /** Fewest digits after the point to show. */
  minimum?: number;
};

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * Writes an exact amount for people: grouped, cut towards zero.
 *
 * @example
 * formatAmount(1234567890n, { decimals: 6, maximum: 2 }) // "1,234.56"
 */
export function formatAmount(
  value: bigint,
  { decimals, maximum = decimals, minimum = 0 }: AmountFormat,
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
  return `${negative ? "−" : ""}${group(whole)}${shown ? `.${shown}` : ""}`;
}

/** An amount in its full length, for copying and for the exact figure behind a short one. */
export function exactAmount(value: bigint, decimals: number): string {
  return formatAmount(value, { decimals });
}

const compactSteps = [
  { from: 1_000_000_000_000n, word: "trillion" },
  { from: 1_000_000_000n, word: "billion" },
  { from: 1_000_000n, word: "million" },
] as const;

/** Writes a large amount short: "12.4 million". Below a million it is written out. */
export function formatCompact(value: bigint, format: AmountFormat): string {
  const unit = 10n ** BigInt(format.decimals);
  const step = compactSteps.find(({ from }) => value >= from * unit);
  if (!step) return formatAmount(value, format);
  // Two digits after the point of the word, cut towards zero.
  const hundredths = (value * 100n) / (step.from * unit);
  return `${formatAmount(hundredths, { decimals: 2 })} ${step.word}`;
}

/** Writes a part of a whole as a percentage. */
export function formatShare(part: bigint, whole: bigint, maximum = 2): string {
  if (whole === 0n) return "0 %";
  const scaled = (part * 10n ** BigInt(maximum + 2)) / whole;
  return `${formatAmount(scaled, { decimals: maximum, maximum })} %`;
}

/** An amount in its full length without grouping, as programs read it. */
export function plainAmount(value: bigint, decimals: number): string {
  return exactAmount(value, decimals).replaceAll(",", "").replace("−", "-");
}
