import { describe, expect, it } from "vitest";
import { assetsNow, earnedInVault, sharePrice, worth } from "./vault";

const qti = 10n ** 18n;
const shares = 10n ** 24n;
const reading = {
  totalAssets: 1_000n * qti,
  totalShares: 900n * shares,
  stream: { left: 100n * qti, end: 2_000, updated: 1_000 },
  readAt: 1_000,
};

describe("assetsNow", () => {
  it("adds what has streamed since the block", () => {
    expect(assetsNow(reading, 1_500)).toBe(1_050n * qti);
  });

  it("does not count what the block had already", () => {
    expect(assetsNow({ ...reading, readAt: 1_500 }, 1_600)).toBe(1_010n * qti);
  });

  it("stops when the stream runs dry", () => {
    expect(assetsNow(reading, 9_999)).toBe(1_100n * qti);
    expect(assetsNow({ ...reading, readAt: 3_000 }, 9_999)).toBe(1_000n * qti);
  });

  it("stands still when the chain's clock is ahead of this one", () => {
    expect(assetsNow({ ...reading, readAt: 1_900 }, 1_500)).toBe(1_000n * qti);
  });

  it("stands still while nobody stakes", () => {
    expect(assetsNow({ ...reading, totalShares: shares - 1n }, 1_500)).toBe(1_000n * qti);
  });

  it("stands still without a stream", () => {
    expect(assetsNow({ ...reading, stream: { left: 0n, end: 0, updated: 0 } }, 1_500)).toBe(1_000n * qti);
  });
});

describe("sharePrice", () => {
  it("is one before anyone has staked", () => {
    expect(sharePrice(0n, 0n)).toBe(qti);
  });

  it("rounds down, as the vault does", () => {
    expect(sharePrice(10n * qti, 9n * shares)).toBe(1_111_111_111_111_111_111n);
    expect(worth(9n * shares, 10n * qti, 9n * shares)).toBe(10n * qti - 1n);
  });
});

describe("earnedInVault", () => {
  it("is what is there and came out, less what went in, transfers among both", () => {
    const stake = {
      shares,
      deposited: 100n * qti,
      withdrawn: 30n * qti,
      receivedAssets: 20n * qti,
      sentAssets: 10n * qti,
    };
    expect(earnedInVault(stake, 85n * qti)).toBe(5n * qti);
  });
});
