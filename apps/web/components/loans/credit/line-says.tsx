"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Day } from "@/components/ui/time";
import { barEndsAt, type CreditReading, creditView, dueDates } from "@/lib/domain/credit";
import { dollarWords, payWords } from "@/lib/domain/dollars";

const tones = {
  settled: "note",
  current: "note",
  open: "warning",
  grace: "warning",
  delinquent: "warning",
  default: "problem",
  writtenOff: "problem",
} as const;

/** Where the line stands and what to do about it, in a sentence. */
export function LineSays({ reading, now }: { reading: CreditReading; now: number }) {
  const t = useTranslations();
  const { line, writtenOff } = reading;
  const { state, owed, due, ahead, isOpen, available } = creditView(reading, now);
  const dates = dueDates(reading);
  const says = writtenOff ? "writtenOff" : state === "current" && isOpen ? "open" : state;
  const day = {
    settled: 0,
    current: ahead?.statementAt ?? 0,
    open: dates?.dueAt ?? 0,
    grace: dates?.lateAt ?? 0,
    delinquent: dates?.defaultAt ?? 0,
    default: dates?.defaultAt ?? 0,
    writtenOff: 0,
  }[says];
  const barredUntil = barEndsAt(reading, now);
  return (
    <Callout tone={tones[says]} className="mt-6">
      {t.rich(`credit.now.says.${says}`, {
        owed: payWords(owed, t),
        due: payWords(isOpen ? due : (ahead?.due ?? 0n), t),
        limit: dollarWords(line.limit / 2n, t),
        available: dollarWords(available, t),
        day: () => <Day at={day} />,
      })}
      {barredUntil !== undefined && (
        <p className="mt-1">{t.rich("credit.now.says.barred", { day: () => <Day at={barredUntil} /> })}</p>
      )}
    </Callout>
  );
}
