import type { Translator } from "@/lib/i18n/translator";

/** What a typed amount turned out to be. */
export type ParsedAmount = { ok: true; value: bigint } | { ok: false; reason: string };

/** Why a text is no amount. */
type Reason = "empty" | "negative" | "point" | "number" | "whole" | "large";

/**
 * Reads a typed amount exactly. Thousands may be grouped by commas or spaces, the point separates decimals.
 *
 * @example
 * parseAmount("1,250.5", 18, t) // { ok: true, value: 1250500000000000000000n }
 */
export function parseAmount(text: string, decimals: number, t: Translator): ParsedAmount {
  const refuse = (reason: Reason): ParsedAmount => ({
    ok: false,
    reason: t(`words.amount.${reason}`),
  });
  const typed = text.trim().replace(/[\s\u00a0']/g, "");
  if (typed === "") return refuse("empty");
  if (/^[-\u2212]/.test(typed)) return refuse("negative");
  const plain = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(typed) ? typed.replaceAll(",", "") : typed;
  if (/^\d+,\d+$/.test(plain)) return refuse("point");
  const match = /^(\d*)(?:\.(\d*))?$/.exec(plain);
  const whole = match?.[1] ?? "";
  const fraction = match?.[2] ?? "";
  if (!match || (whole === "" && fraction === "")) return refuse("number");
  if (fraction.length > decimals && decimals === 0) return refuse("whole");
  if (fraction.length > decimals)
    return { ok: false, reason: t("words.amount.digits", { count: `${decimals}` }) };
  if (whole.length > 40) return refuse("large");
  return { ok: true, value: BigInt(whole + fraction.padEnd(decimals, "0")) };
}
