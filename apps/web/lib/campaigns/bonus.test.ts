import { stakingBonusRule } from "@qti/sdk/rewards/campaigns";
import { describe, expect, it } from "vitest";
import { isBonusCampaign } from "./bonus";

const told = { name: "Staking bonus", description: "Shared out each week.", rule: stakingBonusRule };

describe("the campaign of staking bonuses", () => {
  it("is known by what the keeper calls it, and by its lists", () => {
    const uri = `data:application/json,${encodeURIComponent(JSON.stringify(told))}`;
    expect(isBonusCampaign({ uri, proposal: undefined })).toBe(true);
    expect(isBonusCampaign({ uri: "", proposal: { uri: "qti:staking-bonus/v1?epoch=1" } })).toBe(true);
  });

  it("is no other", () => {
    const uri = "data:application/json,%7B%22name%22%3A%22Thanks%22%7D";
    expect(isBonusCampaign({ uri, proposal: { uri: "qti:campaign/v1" } })).toBe(false);
  });
});
