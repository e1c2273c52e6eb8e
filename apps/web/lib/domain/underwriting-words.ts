import type { UnderwritingReason } from "@qti/sdk/loans/applications";
import { formatAmount, formatCount } from "@/lib/format/amount";
import { durationWords } from "@/lib/format/time";
import type { Translator } from "@/lib/i18n/translator";
import { dollarWords } from "./dollars";

/** What was found of a reason, or has to be, in words: "45 days", "1,200 points", "$1,250.00". */
export function measureWords(reason: UnderwritingReason, measure: bigint, t: Translator): string {
  switch (reason) {
    case "age":
      return durationWords(Number(measure) - (Number(measure) % 86_400), t);
    case "taps":
      return `${formatAmount(measure, { decimals: 6, maximum: 0 }, t)} ${t("words.points")}`;
    case "stake":
      return `${formatAmount(measure, { decimals: 18, maximum: 0 }, t)} QTI`;
    case "referrer":
      return t("credit.apply.cycles", { count: Number(measure), n: formatCount(measure, t) });
    case "income":
      return dollarWords(measure, t);
  }
}
