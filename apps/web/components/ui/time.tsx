"use client";

import { exactTime, longDay, relativeTime } from "@/lib/format/time";
import { useNow } from "@/lib/use-now";

/** A moment, relative to now, with the exact local time on hover. `at` in seconds. */
export function Time({ at, className }: { at: number; className?: string }) {
  const now = useNow();
  const iso = new Date(at * 1000).toISOString();
  return (
    <time dateTime={iso} title={now === undefined ? iso : exactTime(at)} className={className}>
      {now === undefined ? iso.slice(0, 10) : relativeTime(at, now)}
    </time>
  );
}

/** A day that matters as such: when something ends. The distance from today stands on hover. `at` in seconds. */
export function Day({ at }: { at: number }) {
  const now = useNow();
  const iso = new Date(at * 1000).toISOString();
  return (
    <time dateTime={iso} title={now === undefined ? iso : relativeTime(at, now)}>
      {now === undefined ? iso.slice(0, 10) : longDay(at)}
    </time>
  );
}
