import { leaderboardNameSchema } from "@qti/sdk/rewards/taps/wire";
import { describe, expect, it } from "vitest";
import { isLeaderboardName } from "./leaderboard";

const names = [
  "Ada",
  "  Ada  ",
  "Zoë L.",
  "ab",
  "ab3",
  "123",
  "0xada",
  "two  spaces",
  "Ada-Lovelace_2.0",
  "a name of twenty ones",
  "Ада",
  "",
];

describe("isLeaderboardName", () => {
  // The form says what the service would say, before anything is sent.
  it.each(names)("answers for %o as the service does", (name) => {
    expect(isLeaderboardName(name)).toBe(leaderboardNameSchema.safeParse(name.trim()).success);
  });
});
