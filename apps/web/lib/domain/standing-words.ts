import type { GetStandingReturnType } from "@qti/sdk";
import type { Translator } from "@/lib/i18n/translator";

type StandingLike = Pick<
  GetStandingReturnType,
  "identity" | "revoked" | "frozen" | "retired" | "system" | "canReceive"
>;

const tones = {
  system: "plain",
  retired: "loss",
  notVerified: "plain",
  revoked: "loss",
  frozen: "loss",
  expired: "warn",
  verified: "gain",
} as const;

/** The standing of an account in a word, and what the word means. */
export function standingWords(
  standing: StandingLike,
  t: Translator,
): {
  word: string;
  tone: (typeof tones)[keyof typeof tones];
  meaning: string;
} {
  const name = nameOf(standing);
  return {
    word: t(`words.standing.${name}.word`),
    tone: tones[name],
    meaning: t(`words.standing.${name}.meaning`),
  };
}

function nameOf(standing: StandingLike): keyof typeof tones {
  if (standing.system) return "system";
  if (standing.retired) return "retired";
  if (!standing.identity) return "notVerified";
  if (standing.revoked) return "revoked";
  if (standing.frozen) return "frozen";
  return standing.canReceive ? "verified" : "expired";
}
