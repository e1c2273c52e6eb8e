"use client";

import { useJournal } from "@/components/transactions/transactions-provider";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { JournalEntry } from "@/lib/transactions/journal";

const words: {
  [status in JournalEntry["status"]]: { word: string; tone: "plain" | "accent" | "gain" | "loss" | "warn" };
} = {
  pending: { word: "Pending", tone: "accent" },
  confirmed: { word: "Confirmed", tone: "accent" },
  indexed: { word: "Done", tone: "gain" },
  reverted: { word: "Refused", tone: "loss" },
  replaced: { word: "Replaced", tone: "warn" },
  cancelled: { word: "Cancelled", tone: "plain" },
  dropped: { word: "Dropped", tone: "warn" },
};

/** What this browser sent lately, and what became of it. The whole history is in the portfolio. */
export function Activity() {
  const journal = useJournal();
  if (journal.length === 0) return null;
  return (
    <section aria-labelledby="activity-title">
      <h3 id="activity-title" className="font-medium text-sm">
        Sent from this browser
      </h3>
      <ul className="mt-2 grid">
        {journal.slice(0, 6).map(({ hash, title, sentAt, status, reason }) => (
          <li key={hash} className="flex items-baseline justify-between gap-4 border-rule border-t py-2">
            <div className="min-w-0">
              <p className="truncate">{title}</p>
              <p className="text-muted text-sm">{reason?.sentence ?? <Time at={sentAt} />}</p>
            </div>
            <Badge tone={words[status].tone}>{words[status].word}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
