"use client";

import { useTranslations } from "next-intl";
import { DueDay } from "@/components/ui/time";
import { cn } from "@/lib/cn";
import { type CreditReading, type LateStep, lateSteps } from "@/lib/domain/credit";
import { dollarWords, payWords } from "@/lib/domain/dollars";

/** What happens to who does not pay, step by step, with dates and money. */
export function LateSteps({ reading, now }: { reading: CreditReading; now: number }) {
  const t = useTranslations();
  const steps = lateSteps(reading, now);
  return (
    <ol aria-label={t("credit.line.table")} className="mt-6 grid border-rule border-t">
      {steps.map((step) => (
        <li
          key={`${step.kind}-${step.cycle}`}
          className={cn(
            "grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-rule border-b py-3 sm:grid-cols-[8rem_minmax(0,1fr)]",
            step.isOver && "text-muted",
          )}
        >
          <p className="text-muted text-sm max-sm:order-2 max-sm:text-right">
            <DueDay at={step.at} />
            {step.isOver && <span className="block text-xs">{t("credit.line.over")}</span>}
          </p>
          <div className="min-w-0 max-sm:contents">
            <p className="font-medium max-sm:order-1">{t(`credit.line.steps.${step.kind}`)}</p>
            {!step.isOver && (
              <p className="mt-1 text-[0.9375rem] text-muted max-sm:order-3 max-sm:col-span-2">
                {sentenceOf(step)}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );

  function sentenceOf({ kind, cycle, due, owed, perDay, limit }: LateStep): string {
    const words = {
      due: payWords(due, t),
      owed: payWords(owed, t),
      limit: dollarWords(limit, t),
      perDay: payWords(perDay, t),
    };
    if (kind === "statement" && cycle !== reading.line.cycle)
      return t("credit.line.says.statementAgain", words);
    return t(`credit.line.says.${kind}`, words);
  }
}
