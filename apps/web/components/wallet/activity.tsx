"use client";

import { useTranslations } from "next-intl";
import { useJournal } from "@/components/transactions/transactions-provider";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { JournalEntry } from "@/lib/transactions/journal";

const tones: { [status in JournalEntry["status"]]: "plain" | "accent" | "gain" | "loss" | "warn" } = {
  pending: "accent",
  confirmed: "accent",
  indexed: "gain",
  reverted: "loss",
  replaced: "warn",
  cancelled: "plain",
  dropped: "warn",
};

/** What this browser sent lately, and what became of it. The whole history is in the portfolio. */
export function Activity() {
  const t = useTranslations();
  const journal = useJournal();
  if (journal.length === 0) return null;
  return (
    <section aria-labelledby="activity-title">
      <h3 id="activity-title" className="font-medium text-sm">
        {t("wallet.activity.title")}
      </h3>
      <ul className="mt-2 grid">
        {journal.slice(0, 6).map(({ hash, title, sentAt, status, reason }) => (
          <li key={hash} className="flex items-baseline justify-between gap-4 border-rule border-t py-2">
            <div className="min-w-0">
              <p className="truncate">{title}</p>
              <p className="text-muted text-sm">{reason?.sentence ?? <Time at={sentAt} />}</p>
            </div>
            <Badge tone={tones[status]}>{t(`wallet.activity.${status}`)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
