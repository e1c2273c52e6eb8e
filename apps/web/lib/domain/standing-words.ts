import type { GetStandingReturnType } from "@qti/sdk";

type StandingLike = Pick<
  GetStandingReturnType,
  "identity" | "revoked" | "frozen" | "retired" | "system" | "canReceive"
>;

/** The standing of an account in a word, and what the word means. */
export function standingWords(standing: StandingLike): {
  word: string;
  tone: "plain" | "gain" | "loss" | "warn";
  meaning: string;
} {
  if (standing.system)
    return { word: "System contract", tone: "plain", meaning: "Holds pledged shares; it is no person." };
  if (standing.retired)
    return {
      word: "Retired",
      tone: "loss",
      meaning: "It was lost, and another account took its place for ever.",
    };
  if (!standing.identity) return { word: "Not verified", tone: "plain", meaning: "It can hold no shares." };
  if (standing.revoked)
    return {
      word: "Revoked",
      tone: "loss",
      meaning: "It can send and receive no shares until it is verified anew.",
    };
  if (standing.frozen)
    return {
      word: "Frozen",
      tone: "loss",
      meaning: "It can send and receive no shares until it is released.",
    };
  if (!standing.canReceive)
    return {
      word: "Expired",
      tone: "warn",
      meaning: "It can send shares, and receive none until it is verified anew.",
    };
  return { word: "Verified", tone: "gain", meaning: "It can send and receive shares." };
}
