import { creditReminders, icsOf } from "@qti/sdk";
import type { CreditReading } from "@/lib/domain/credit";
import { payWords } from "@/lib/domain/dollars";
import type { Translator } from "@/lib/i18n/translator";

const day = 86_400;

/** The dates of a line as a calendar file. What has to be paid in time is said three days before, and one. */
export function remindersFile(
  { line, terms, start }: Pick<CreditReading, "line" | "terms" | "start">,
  { now, url }: { now: number; url: string },
  t: Translator,
): string {
  const entries = creditReminders(line, terms, start, now).map(({ kind, at, cycle, due, owed }) => ({
    uid: `credit-${start}-${cycle}-${kind}@qti`,
    at,
    title: t(`credit.reminders.entries.${kind}`, { due: payWords(due, t) }),
    description: t("credit.reminders.about", { cycle: `${cycle}`, owed: payWords(owed, t) }),
    url,
    alarms: kind === "due" ? [3 * day, day] : [day],
  }));
  return icsOf({ entries, stamp: now, name: t("credit.reminders.name") });
}
