/** An entry of a calendar. */
export type CalendarEntry = {
  /** The same for the same entry for ever, so that a calendar which imports it again replaces it. */
  uid: string;
  /** Unix seconds. */
  at: number;
  /** Unix seconds after `at`; it is a moment when left out. */
  until?: number | undefined;
  title: string;
  description?: string | undefined;
  url?: string | undefined;
  /** Seconds before `at` at which to remind. */
  alarms?: readonly number[] | undefined;
};

/** Parameters of {@link icsOf}. */
export type IcsOfParameters = {
  entries: readonly CalendarEntry[];
  /** Unix seconds at which it was made. */
  stamp: number;
  /** What a calendar calls it. */
  name?: string | undefined;
};

const MOST_OCTETS = 75;

/**
 * Entries as a calendar file, iCalendar by RFC 5545, which every calendar imports. Pure.
 *
 * @param parameters - {@link IcsOfParameters}
 * @returns The text of an .ics file.
 *
 * @example
 * ```ts
 * const entries = creditReminders(line, lineTerms, start, now).map(({ kind, at, cycle, due }) => ({
 *   uid: `qti-credit-${cycle}-${kind}`,
 *   at,
 *   title: `${kind}: ${due} units`,
 *   alarms: [86_400],
 * }));
 * const text = icsOf({ entries, stamp: now, name: "My credit line" });
 * ```
 */
export function icsOf({ entries, stamp, name }: IcsOfParameters): string {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//QTI//Loans//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...(name === undefined ? [] : [`X-WR-CALNAME:${escaped(name)}`]),
    ...entries.flatMap((entry) => linesOf(entry, stamp)),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
}

function linesOf({ uid, at, until, title, description, url, alarms = [] }: CalendarEntry, stamp: number) {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART:${utc(at)}`,
    ...(until === undefined ? [] : [`DTEND:${utc(until)}`]),
    `SUMMARY:${escaped(title)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(url === undefined ? [] : [`URL:${url.replace(/[\p{Cc}]/gu, "")}`]),
    "TRANSP:TRANSPARENT",
    ...alarms.flatMap((before) => [
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(title)}`,
      `TRIGGER:-PT${before}S`,
      "END:VALARM",
    ]),
    "END:VEVENT",
  ];
}

const utc = (seconds: number) =>
  `${new Date(seconds * 1000).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** Control characters have no place in a text, and a new line would be one of the file. */
const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/[\p{Cc}]/gu, "");

/** Lines are at most 75 octets long; the next begins with a space. No character is taken apart. */
function folded(line: string): string {
  let [text, octets] = ["", 0];
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > MOST_OCTETS) [text, octets] = [`${text}\r\n `, 1];
    text += character;
    octets += size;
  }
  return text;
}
