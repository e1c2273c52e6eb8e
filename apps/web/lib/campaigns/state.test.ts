import { describe, expect, it } from "vitest";
import { campaignState, rootState } from "./state";

const root = `0x${"11".repeat(32)}` as const;
const other = `0x${"22".repeat(32)}` as const;

describe("where a campaign stands", () => {
  const campaign = { closed: false, endsAt: 1_000n, root };

  it("is open from its first list until its end, to the second", () => {
    expect(campaignState({ ...campaign, root: undefined }, 999)).toBe("empty");
    expect(campaignState(campaign, 999)).toBe("open");
    expect(campaignState(campaign, 1_000)).toBe("over");
  });

  it("is closed once the rest was returned, whatever the time", () => {
    expect(campaignState({ ...campaign, closed: true }, 5)).toBe("closed");
  });
});

describe("where a list stands", () => {
  it("can be checked until its time, and activated from then on", () => {
    const pending = { root, state: "PENDING", readyAt: 500n } as const;
    expect(rootState(pending, undefined, 499)).toEqual({ state: "waiting", readyAt: 500 });
    expect(rootState(pending, undefined, 500)).toEqual({ state: "ready" });
  });

  it("counts while no later one does", () => {
    const activated = { root, state: "ACTIVE", readyAt: 500n } as const;
    expect(rootState(activated, root, 600)).toEqual({ state: "active" });
    expect(rootState(activated, other, 600)).toEqual({ state: "replaced" });
  });

  it("stays vetoed", () => {
    expect(rootState({ root, state: "VETOED", readyAt: 500n }, root, 600)).toEqual({ state: "vetoed" });
  });
});
