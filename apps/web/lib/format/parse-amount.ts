/** What a typed amount turned out to be. */
export type ParsedAmount = { ok: true; value: bigint } | { ok: false; reason: string };

const refuse = (reason: string): ParsedAmount => ({ ok: false, reason });

/**
 * Reads a typed amount exactly. Thousands may be grouped by commas or spaces, the point separates decimals.
 *
 * @example
 * parseAmount("1,250.5", 18) // { ok: true, value: 1250500000000000000000n }
 */
export function parseAmount(text: string, decimals: number): ParsedAmount {
  const typed = text.trim().replace(/[\s\u00a0']/g, "");
  if (typed === "") return refuse("Enter an amount.");
  if (/^[-\u2212]/.test(typed)) return refuse("An amount cannot be negative.");
  const plain = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(typed) ? typed.replaceAll(",", "") : typed;
  if (/^\d+,\d+$/.test(plain)) return refuse("Write decimals with a point, as in 1.5.");
  const match = /^(\d*)(?:\.(\d*))?$/.exec(plain);
  const whole = match?.[1] ?? "";
  const fraction = match?.[2] ?? "";
  if (!match || (whole === "" && fraction === "")) return refuse("Enter a number, as in 12.5.");
  if (fraction.length > decimals)
    return refuse(decimals === 0 ? "Enter a whole number." : `At most ${decimals} digits after the point.`);
  if (whole.length > 40) return refuse("This number is too large.");
  return { ok: true, value: BigInt(whole + fraction.padEnd(decimals, "0")) };
}
