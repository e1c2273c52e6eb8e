import type { Language } from "@/lib/i18n/languages";
import { languageOf, type Translator } from "@/lib/i18n/translator";

const steps: readonly [limit: number, size: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [60, 1, "second"],
  [3_600, 60, "minute"],
  [86_400, 3_600, "hour"],
  [86_400 * 30, 86_400, "day"],
  [86_400 * 365, 86_400 * 30, "month"],
  [Number.POSITIVE_INFINITY, 86_400 * 365, "year"],
];

/** English dates name the month between day and year, which nobody misreads. */
const dateLocales: { readonly [language in Language]: string } = { en: "en-GB", de: "de", es: "es" };

function dateFormat(options: Intl.DateTimeFormatOptions, t: Translator): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(dateLocales[languageOf(t)], options);
}

const relativeFormats = new Map<Language, Intl.RelativeTimeFormat>();

function relativeFormat(language: Language): Intl.RelativeTimeFormat {
  const known = relativeFormats.get(language) ?? new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  relativeFormats.set(language, known);
  return known;
}

/** "3 hours ago", "in 2 days"; below five seconds "just now". Both times in seconds. */
export function relativeTime(at: number, now: number, t: Translator): string {
  const difference = at - now;
  const distance = Math.abs(difference);
  if (distance < 5) return t("words.justNow");
  const relative = relativeFormat(languageOf(t));
  for (const [limit, size, unit] of steps) {
    if (distance < limit) return relative.format(Math.trunc(difference / size), unit);
  }
  return relative.format(0, "second");
}

/** The exact local time with its zone. */
export function exactTime(at: number, t: Translator): string {
  return dateFormat({ dateStyle: "long", timeStyle: "long" }, t).format(at * 1000);
}

/** The day, in words: "22 October 2027". */
export function longDay(at: number, t: Translator): string {
  return dateFormat({ dateStyle: "long" }, t).format(at * 1000);
}

/** The day, short enough for a figure: "22 Oct 2027". */
export function mediumDay(at: number, t: Translator): string {
  return dateFormat({ dateStyle: "medium" }, t).format(at * 1000);
}

/** Day and month, for the axis of a chart. */
export function shortDay(at: number, t: Translator): string {
  return dateFormat({ day: "numeric", month: "short" }, t).format(at * 1000);
}

const lengths: readonly [size: number, unit: "day" | "hour" | "minute" | "second"][] = [
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
  [1, "second"],
];

/** A length of time in its two largest units: "3 days", "2 days 4 hours". In seconds. */
export function durationWords(seconds: number, t: Translator): string {
  const write = (count: number, unit: string) =>
    new Intl.NumberFormat(languageOf(t), {
      style: "unit",
      unit,
      unitDisplay: "long",
      useGrouping: false,
    }).format(count);
  let rest = Math.max(0, Math.trunc(seconds));
  const parts: string[] = [];
  for (const [size, unit] of lengths) {
    const count = Math.floor(rest / size);
    if (count === 0) {
      // "3 days 5 seconds" would say more than anybody asked.
      if (parts.length > 0) break;
      continue;
    }
    parts.push(write(count, unit));
    rest -= count * size;
    if (parts.length === 2) break;
  }
  return parts.join(" ") || write(0, "second");
}

/** The day of a moment in the time of this computer, as date fields take it: "2026-11-25". */
export function localDay(at: number): string {
  const date = new Date(at * 1000);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
