import type { HealthWord } from "@/lib/domain/market";

/** How the badge of a word for a position looks. */
export const healthTones = { free: "plain", safe: "gain", close: "warn", ripe: "loss" } as const satisfies {
  readonly [word in HealthWord]: string;
};
