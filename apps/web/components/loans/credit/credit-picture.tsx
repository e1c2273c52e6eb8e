"use client";

import { useTranslations } from "next-intl";
import type { CreditReading } from "@/lib/domain/credit";
import { longDay, shortDay } from "@/lib/format/time";
import { creditTimeline, type Phase } from "./timeline";

const styles: { readonly [phase in Phase]: string } = {
  running: "fill-accent-soft",
  payable: "fill-accent",
  grace: "fill-warn-soft",
  late: "fill-warn",
  default: "fill-loss",
};

/** Where a line is on the way of its oldest cycle: a bar of phases with the present on it. The steps below say the same in words. */
export function CreditPicture({ reading, now }: { reading: CreditReading; now: number }) {
  const t = useTranslations();
  const { line, start } = reading;
  const { phases, now: present } = creditTimeline(start, line.cycle, now);
  const phase = phases.find(({ isNow }) => isNow)?.phase ?? "default";
  const day = (name: Phase) => longDay(phases.find((each) => each.phase === name)?.start ?? 0, t);
  return (
    <figure>
      <svg
        role="img"
        aria-label={t("credit.line.picture", {
          number: `${line.cycle}`,
          phase: t(`credit.line.phases.${phase}`),
          statement: day("payable"),
          due: day("grace"),
          late: day("late"),
          default: day("default"),
        })}
        className="h-22 w-full overflow-visible"
      >
        {phases.map(({ phase: each, from, to, isNow }) => (
          <g key={each}>
            <rect
              x={`${from}%`}
              width={`${to - from - 0.4}%`}
              y="30"
              height="14"
              rx="2"
              className={styles[each]}
              opacity={isNow ? 1 : 0.7}
            />
            <text
              x={`${(from + to) / 2}%`}
              y="62"
              textAnchor="middle"
              className={isNow ? "fill-ink font-medium text-xs" : "fill-muted text-xs max-sm:hidden"}
            >
              {t(`credit.line.phases.${each}`)}
            </text>
          </g>
        ))}
        {phases.slice(1).map(({ phase: each, from, start: at }, index) => (
          <text
            key={each}
            x={`${from}%`}
            y="82"
            textAnchor="middle"
            className={index === 1 ? "fill-muted text-xs" : "fill-muted text-xs max-sm:hidden"}
          >
            {shortDay(at, t)}
          </text>
        ))}
        <line x1={`${present}%`} x2={`${present}%`} y1="20" y2="50" className="stroke-ink" strokeWidth="2" />
        <text
          x={`${present}%`}
          y="14"
          textAnchor={present < 10 ? "start" : present > 90 ? "end" : "middle"}
          className="fill-ink text-xs"
        >
          {t("credit.line.today")}
        </text>
      </svg>
      <figcaption className="mt-1 text-faint text-xs">{t("credit.line.scale")}</figcaption>
    </figure>
  );
}
