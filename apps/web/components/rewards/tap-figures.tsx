import type { TapProgress, TapRules } from "@qti/sdk/rewards/taps";
import { useTranslations } from "next-intl";
import { Figure, Figures } from "@/components/ui/figure";
import { factorWords, percentWords } from "@/lib/domain/taps-words";
import { formatAmount, formatCount } from "@/lib/format/amount";
import { durationWords } from "@/lib/format/time";

/** What the taps of today have come to. */
export function TapFigures({
  rules,
  progress,
  today,
  energy,
  multiplierBps,
  waiting,
  untilFull,
}: {
  rules: TapRules;
  progress: TapProgress;
  /** With what is on its way. Point units. */
  today: bigint;
  energy: number;
  multiplierBps: number;
  /** Taps on their way. */
  waiting: number;
  /** Seconds until the energy is full. */
  untilFull: number;
}) {
  const t = useTranslations();
  const { streak, cap } = progress;
  const byStreak = Math.min(Math.max(0, streak - 1), rules.streak.days) * rules.streak.stepBps;
  return (
    <Figures>
      <Figure
        label={t("rewards.figures.full")}
        value={formatCount(energy, t)}
        note={
          untilFull === 0
            ? t("rewards.figures.fullNow")
            : t("rewards.figures.fullIn", { time: durationWords(untilFull, t) })
        }
      />
      <Figure
        label={t("rewards.figures.today")}
        value={formatAmount(today, { decimals: 6, maximum: 2 }, t)}
        note={
          <>
            <span className="block">
              {t("rewards.figures.todayOf", { cap: formatAmount(cap, { decimals: 6, maximum: 0 }, t) })}
            </span>
            <span className="block" data-taps-waiting={waiting}>
              {waiting === 0
                ? t("rewards.figures.allSent")
                : t("rewards.figures.waitingToGo", { count: waiting, n: formatCount(waiting, t) })}
            </span>
          </>
        }
      />
      <Figure
        label={t("rewards.figures.combo")}
        value={t("rewards.tap.factor", { factor: factorWords(multiplierBps, t) })}
        note={t("rewards.figures.comboNote", { most: factorWords(rules.combo.mostBps, t) })}
      />
      <Figure
        label={t("rewards.figures.streak")}
        value={formatCount(streak, t)}
        note={
          byStreak > 0
            ? t("rewards.figures.streakNote", { percent: percentWords(byStreak, t) })
            : t("rewards.figures.streakNone")
        }
      />
    </Figures>
  );
}
