import type { Translator } from "@/lib/i18n/translator";

const day = 86_400;
/** A campaign lasts at least 30 days from now, and at most ten years. */
const nearest = 30 * day;
const farthest = 3_650 * day;

/** The end of a campaign as it was chosen: Unix seconds of the day's beginning here, or what to do. */
export type ReadEnd = { ok: true; endsAt: number } | { ok: false; problem: string };

/** Reads a chosen day, by the limits of the contract; `after` is the end so far. */
export function readEnd(
  text: string,
  { now, after }: { now: number; after?: number | undefined },
  t: Translator,
): ReadEnd {
  const endsAt = new Date(`${text}T00:00:00`).getTime() / 1000;
  const refuse = (problem: string): ReadEnd => ({ ok: false, problem });
  if (!Number.isFinite(endsAt)) return refuse(t("desks.problems.day"));
  if (after !== undefined && endsAt <= after) return refuse(t("operator.end.later"));
  if (endsAt < now + nearest) return refuse(t("operator.end.tooNear"));
  if (endsAt > now + farthest) return refuse(t("operator.end.tooFar"));
  return { ok: true, endsAt };
}
