import type { IndexedPayment } from "@qti/sdk/subgraph";
import { describe, expect, it } from "vitest";
import { paymentState } from "./payment-state";

const address = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const hash = `0x${"0a".repeat(32)}` as const;
const payment: IndexedPayment = {
  paymentId: hash,
  index: 0n,
  asset: { asset: address, name: "Mill on the Linge", symbol: "MILL1" },
  issuer: address,
  money: address,
  amount: 1_000n,
  claimed: 400n,
  claimCount: 2,
  returned: 0n,
  recordBlock: 7n,
  expiry: 2_000n,
  state: "PROPOSED",
  root: undefined,
  total: 0n,
  proposal: { root: hash, total: 999n, uri: "qti:income/v1", state: "PENDING", readyAt: 1_000n },
  createdAt: 900n,
  createdAtBlock: 8n,
  activatedAt: undefined,
  closedAt: undefined,
  transactionHash: hash,
};

describe("where a payment of income stands", () => {
  it("is being checked until its time, then due, to the second", () => {
    expect(paymentState(payment, 999)).toEqual({ state: "checking", readyAt: 1_000 });
    expect(paymentState(payment, 1_000)).toEqual({ state: "due" });
  });

  it("can be claimed until it expires, to the second", () => {
    const active = { ...payment, state: "ACTIVE" } as const;
    expect(paymentState(active, 1_999)).toEqual({ state: "open", expiry: 2_000 });
    expect(paymentState(active, 2_000)).toEqual({ state: "expired", left: 600n });
  });

  it("is over when nobody activated it, or no other split was proposed", () => {
    expect(paymentState(payment, 2_000)).toEqual({ state: "expired", left: 600n });
    expect(paymentState({ ...payment, state: "VETOED" }, 1_500)).toEqual({ state: "vetoed" });
    expect(paymentState({ ...payment, state: "VETOED" }, 2_000)).toEqual({ state: "expired", left: 600n });
  });

  it("stays closed", () => {
    expect(paymentState({ ...payment, state: "CLOSED" }, 1_500)).toEqual({ state: "closed" });
  });
});
