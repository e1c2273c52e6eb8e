import { formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";

const unit = 1_000_000n;

/** An amount of points in words: "1 point", "1.4 points". */
export function pointsWords(points: bigint, t: Translator, maximum = 2): string {
  return t("rewards.amount", {
    amount: formatAmount(points, { decimals: 6, maximum }, t),
    // One thing is one; all else, parts among it, is many.
    count: points === unit ? 1 : 2,
  });
}

/** A multiplier in 1/10,000, as a factor: "1.4". */
export function factorWords(bps: number, t: Translator): string {
  return formatAmount(BigInt(bps), { decimals: 4, maximum: 2 }, t);
}

/** A part in 1/10,000, in hundredths: "12.5". */
export function percentWords(bps: number, t: Translator): string {
  return formatAmount(BigInt(bps), { decimals: 2, maximum: 2 }, t);
}
