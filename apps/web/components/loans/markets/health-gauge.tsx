import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import { type HealthWord, partWords } from "@/lib/domain/market";

const fills: { readonly [word in HealthWord]: string } = {
  free: "fill-rule-strong",
  safe: "fill-gain",
  close: "fill-warn",
  ripe: "fill-loss",
};

const toPercent = (part: bigint) => Math.min(100, Number(part / 10n ** 14n) / 100);

/** How much of a pledge's worth is owed, on a scale with the mark from which anybody may liquidate. Parts in wad. */
export function HealthGauge({ part, limit, word }: { part: bigint; limit: bigint; word: HealthWord }) {
  const t = useTranslations();
  const [owed, mark] = [toPercent(part), toPercent(limit)];
  return (
    <figure
      role="img"
      aria-label={t("markets.health.gauge", { part: partWords(part, t), limit: partWords(limit, t) })}
    >
      <svg aria-hidden="true" className="h-4 w-full overflow-visible">
        <rect x="0" width="100%" height="100%" rx="4" className="fill-sunken" />
        <rect x={`${mark}%`} width={`${100 - mark}%`} height="100%" rx="4" className="fill-loss-soft" />
        <rect x="0" width={`${owed}%`} height="100%" rx="4" className={fills[word]} />
        <line x1={`${mark}%`} x2={`${mark}%`} y1="-4" y2="20" className="stroke-ink" strokeWidth="2" />
      </svg>
      <div aria-hidden className="mt-3 flex flex-wrap justify-between gap-x-4 text-sm">
        <span className={cn(word === "ripe" ? "text-loss" : "text-muted")}>
          {partWords(part, t)} {t("markets.health.owed")}
        </span>
        <span className="text-muted">
          {partWords(limit, t)} {t("markets.health.limit")}
        </span>
      </div>
    </figure>
  );
}
