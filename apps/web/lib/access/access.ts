import { roleWords } from "@/lib/domain/roles";
import { durationWords } from "@/lib/format/time";
import type { Translator } from "@/lib/i18n/translator";

/** Whether an account may do something, and how. */
export type Access =
  /** At once. */
  | { may: "now"; role: bigint }
  /** Scheduled first, done after `delay` seconds. */
  | { may: "later"; role: bigint; delay: number }
  /** It does not hold `role`. */
  | { may: "no"; role: bigint };

/** What a button that does nothing says beside it; `undefined` where the account may. */
export function refusalWords(access: Access, t: Translator): string | undefined {
  if (access.may !== "no") return undefined;
  return t("words.access.needsRole", { role: roleWords(access.role, t).name });
}

/** What is said beside an action that waits. */
export function delayWords(access: Access, t: Translator): string | undefined {
  if (access.may !== "later") return undefined;
  return t("words.access.waits", { time: durationWords(access.delay, t) });
}

/** From when and until when a scheduled operation may be carried out, seen from a moment. Unix seconds. */
export type Window = {
  state: "waiting" | "ready" | "lapsed";
  readyAt: number;
  lapsesAt: number;
};

/** An operation that nobody carries out lapses after a week: `AccessManager.expiration()`. */
export const lapseAfter = 7 * 86_400;

/** Where a scheduled operation stands at a moment. */
export function windowOf(readyAt: number, now: number): Window {
  const lapsesAt = readyAt + lapseAfter;
  const state = now < readyAt ? "waiting" : now < lapsesAt ? "ready" : "lapsed";
  return { state, readyAt, lapsesAt };
}
