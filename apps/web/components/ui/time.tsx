"use client";

import { useTranslations } from "next-intl";
import { exactTime, longDay, mediumDay, relativeTime } from "@/lib/format/time";
import { useNow } from "@/lib/use-now";

/** A moment, relative to now, with the exact local time on hover. `at` in seconds. */
export function Time({ at, className }: { at: number; className?: string }) {
  const t = useTranslations();
  const now = useNow();
  const iso = new Date(at * 1000).toISOString();
  return (
    <time dateTime={iso} title={now === undefined ? iso : exactTime(at, t)} className={className}>
      {now === undefined ? iso.slice(0, 10) : relativeTime(at, now, t)}
    </time>
  );
}

/** A day that matters as such: when something ends. The distance from today stands on hover. `at` in seconds. */
export function Day({ at }: { at: number }) {
  const t = useTranslations();
  const now = useNow();
  const iso = new Date(at * 1000).toISOString();
  return (
    <time dateTime={iso} title={now === undefined ? iso : relativeTime(at, now, t)}>
      {now === undefined ? iso.slice(0, 10) : longDay(at, t)}
    </time>
  );
}

/** A day to plan with, as short as a figure. The exact time stands on hover. `at` in seconds. */
export function DueDay({ at }: { at: number }) {
  const t = useTranslations();
  const now = useNow();
  const iso = new Date(at * 1000).toISOString();
  return (
    <time dateTime={iso} title={now === undefined ? iso : exactTime(at, t)} className="whitespace-nowrap">
      {now === undefined ? iso.slice(0, 10) : mediumDay(at, t)}
    </time>
  );
}
