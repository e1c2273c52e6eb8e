import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { issueWords, untilNextDay } from "@/lib/domain/taps";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount, formatCount } from "@/lib/format/amount";
import { durationWords } from "@/lib/format/time";
import type { TapTrouble } from "@/lib/taps/counter";

/** Why taps did not count or do not count now, in a sentence, with what to do. Nothing where all is well. */
export function TapNotice({
  trouble,
  bar,
  untilFull,
  cap,
  now,
}: {
  trouble: TapTrouble | undefined;
  /** Why no tap would count now. */
  bar: "energy" | "cap" | "waiting" | undefined;
  /** Seconds. */
  untilFull: number;
  /** Point units. */
  cap: bigint;
  /** Unix seconds. */
  now: number;
}) {
  const t = useTranslations();
  const refused = useErrorText(trouble?.kind === "refused" ? trouble.error : undefined);
  const said = { time: durationWords(untilFull, t) };
  const lost = trouble?.kind === "issue" && trouble.lost > 0 ? trouble.lost : 0;
  const key = bar ?? (trouble?.kind === "issue" ? issueWords[trouble.issue] : undefined);
  if (trouble?.kind === "offline")
    return (
      <Callout live tone="warning" title={t("rewards.trouble.offline.title")}>
        {t("rewards.trouble.offline.text")}
      </Callout>
    );
  if (refused)
    return (
      <Callout live tone="warning" title={t("rewards.trouble.refused.title")}>
        {refused.sentence} {refused.next}
      </Callout>
    );
  if (!key) return null;
  return (
    <Callout live tone={bar ? "note" : "warning"} title={t(`rewards.trouble.${key}.title`)}>
      <p>
        {key === "energy"
          ? t("rewards.trouble.energy.text", said)
          : key === "cap"
            ? t("rewards.trouble.cap.text", {
                cap: formatAmount(cap, { decimals: 6, maximum: 0 }, t),
                time: durationWords(untilNextDay(now), t),
              })
            : t(`rewards.trouble.${key}.text`)}
      </p>
      {lost > 0 && <p>{t("rewards.trouble.lost", { count: lost, n: formatCount(lost, t) })}</p>}
    </Callout>
  );
}
