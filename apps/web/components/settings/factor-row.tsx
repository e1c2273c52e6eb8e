"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";

const seconds = (time: string) => Date.parse(time) / 1000;

/** One second factor, since when it is there, and the way to take it away: asked twice, because it may be the last. */
export function FactorRow({
  name,
  mark,
  createdAt,
  lastUsedAt,
  busy,
  onRemove,
}: {
  name: string;
  mark?: ReactNode;
  createdAt: string;
  lastUsedAt: string | null;
  busy: boolean;
  /** Left out where it cannot be taken away by itself. */
  onRemove?: () => void;
}) {
  const t = useTranslations();
  const [asked, setAsked] = useState(false);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-rule border-b py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 [overflow-wrap:anywhere]">
          {name} {mark}
        </p>
        <p className="text-muted text-sm">
          {t.rich("settings.factors.added", { time: () => <Time at={seconds(createdAt)} /> })}
          {lastUsedAt !== null &&
            t.rich("settings.factors.used", { time: () => <Time at={seconds(lastUsedAt)} /> })}
        </p>
      </div>
      {onRemove && (
        <Button
          size="small"
          look={asked ? "danger" : "secondary"}
          busy={busy}
          aria-label={t(asked ? "settings.factors.removeSureOf" : "settings.factors.removeOf", { name })}
          onBlur={() => setAsked(false)}
          onClick={() => {
            setAsked(!asked);
            if (asked) onRemove();
          }}
        >
          {asked ? t("settings.factors.removeSure") : t("settings.factors.remove")}
        </Button>
      )}
    </li>
  );
}
