"use client";

import { CalendarDays } from "lucide-react";
import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { CreditReading } from "@/lib/domain/credit";

/** The dates of a line for one's own calendar. */
export function Reminders({ reading, now }: { reading: CreditReading; now: number }) {
  const t = useTranslations();
  const showToast = useToast();

  async function save() {
    const [{ remindersFile }, { saveBlob }] = await Promise.all([
      import("./reminders-file"),
      import("@/lib/save-blob"),
    ]);
    const text = remindersFile(reading, { now, url: `${window.location.origin}/loans/credit` }, t);
    saveBlob(new Blob([text], { type: "text/calendar;charset=utf-8" }), "qti-credit-line.ics");
    showToast("done", t("credit.reminders.saved"));
  }

  return (
    <Section title={t("credit.reminders.title")}>
      <p className="max-w-prose">{t("credit.reminders.text")}</p>
      <Button className="mt-4" onClick={() => void save()}>
        <CalendarDays aria-hidden />
        {t("credit.reminders.save")}
      </Button>
      <p className="mt-3 max-w-prose text-muted text-sm">{t("credit.reminders.refresh")}</p>
    </Section>
  );
}
