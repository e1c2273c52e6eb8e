"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import type { CreditReading } from "@/lib/domain/credit";
import { dollarWords } from "@/lib/domain/dollars";
import { CreditPicture } from "./credit-picture";
import { LateSteps } from "./late-steps";

/** What happens when: the picture of the way, and each step of it in words. */
export function LineCalendar({
  reading,
  now,
  example,
}: {
  reading: CreditReading;
  now: number;
  /** Nobody owes this: it shows what a draw of so much would mean. Money units. */
  example?: bigint;
}) {
  const t = useTranslations();
  if (reading.line.cycle === 0) return null;
  return (
    <Section
      title={
        example === undefined
          ? t("credit.line.title")
          : t("credit.intro.example", { amount: dollarWords(example, t) })
      }
      lead={
        example === undefined
          ? t("credit.line.lead")
          : t("credit.line.example", { amount: dollarWords(example, t) })
      }
    >
      <CreditPicture reading={reading} now={now} />
      <LateSteps reading={reading} now={now} />
    </Section>
  );
}
