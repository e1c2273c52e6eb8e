"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";

/** What whoever reads papers of others has to know: how they come to be sent, and what was passed over. */
export function DeskNote({ unreadable }: { unreadable: number }) {
  const t = useTranslations();
  return (
    <div className="mb-6 grid gap-4">
      <p className="max-w-prose text-muted">
        {t.rich("spaces.desk.text", {
          records: (words) => (
            <Link href="/records" className="prose-link">
              {words}
            </Link>
          ),
        })}
      </p>
      {unreadable > 0 && (
        <Callout tone="warning">{t("spaces.desk.unreadable", { count: `${unreadable}` })}</Callout>
      )}
    </div>
  );
}
