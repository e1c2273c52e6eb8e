import { describe, expect, it } from "vitest";
import { type FlowEvent, type FlowState, flowReducer, idle, isSettled, type StepOutline } from "./machine";

const hash = `0x${"a".repeat(64)}` as const;
const other = `0x${"b".repeat(64)}` as const;
const error = { sentence: "No.", next: "Do this.", code: "no", isRejection: false };

const seal: StepOutline = { id: "seal", kind: "task", title: "Seal the document" };
const permit: StepOutline = { id: "permit", kind: "signature", title: "Sign a permission" };
const approve: StepOutline = { id: "approve", kind: "transaction", title: "Allow the vault" };
const stake: StepOutline = { id: "stake", kind: "transaction", title: "Stake" };

function reached(...events: FlowEvent[]): FlowState {
  return events.reduce(flowReducer, idle);
}
const start = [{ type: "opened" }, { type: "started" }] as const;
const plan = (...steps: StepOutline[]) => ({ type: "planned", steps }) as const;
const sent = { type: "sent", hash } as const;
const confirmed = { type: "confirmed", of: hash, block: 7n, hash } as const;
const indexed = { type: "indexed", of: hash } as const;

describe("flowReducer", () => {
  it("goes from the review to the index", () => {
    const events: FlowEvent[] = [...start, plan(stake), { type: "simulated" }, sent, confirmed, indexed];
    let state: FlowState = idle;
    const seen = events.map((event) => {
      state = flowReducer(state, event);
      return state;
    });
    expect(seen.map(({ status }) => status)).toEqual([
      "preview",
      "preparing",
      "simulating",
      "confirming",
      "pending",
      "confirmed",
      "indexed",
    ]);
  });

  it("asks for a permission by signature before the transaction", () => {
    expect(reached(...start, plan(permit, stake)).status).toBe("signing");
    expect(reached(...start, plan(permit, stake), { type: "stepDone" })).toMatchObject({
      status: "simulating",
      at: 1,
    });
  });

  it("works in the browser before it asks the wallet", () => {
    expect(reached(...start, plan(seal, stake)).status).toBe("working");
    expect(reached(...start, plan(seal, stake), { type: "stepDone" })).toMatchObject({
      status: "simulating",
      at: 1,
    });
  });

  it("goes on after an approval as soon as it is in a block", () => {
    const state = reached(...start, plan(approve, stake), { type: "simulated" }, sent, confirmed, {
      type: "stepDone",
    });
    expect(state).toMatchObject({ status: "simulating", at: 1 });
  });

  it("takes a rejection in the wallet for no error and can start again", () => {
    const state = reached(...start, plan(stake), { type: "simulated" }, { type: "rejected" });
    expect(state).toEqual({ status: "rejected", steps: [stake], at: 0 });
    expect(flowReducer(state, { type: "started" }).status).toBe("preparing");
  });

  it("takes a rejected signature for no error", () => {
    expect(reached(...start, plan(permit, stake), { type: "rejected" }).status).toBe("rejected");
  });

  it("keeps the reason of a failure and the step at which it happened", () => {
    expect(reached(...start, plan(permit, stake), { type: "stepDone" }, { type: "failed", error })).toEqual({
      status: "failed",
      error,
      steps: [permit, stake],
      at: 1,
    });
  });

  it("keeps the hash of a transaction that reverted", () => {
    expect(
      reached(...start, plan(stake), { type: "simulated" }, sent, { type: "failed", error }),
    ).toMatchObject({ hash });
  });

  it("fails without a plan when the chain does not answer", () => {
    expect(reached(...start, { type: "failed", error })).toEqual({
      status: "failed",
      error,
      steps: [],
      at: 0,
    });
  });

  it.each([
    [{ type: "replaced", of: hash }, "replaced"],
    [{ type: "cancelled", of: hash }, "cancelled"],
    [{ type: "dropped", of: hash }, "dropped"],
  ] as const)("ends when a pending transaction is %o", (event, status) => {
    expect(reached(...start, plan(stake), { type: "simulated" }, sent, event)).toMatchObject({
      status,
      hash,
    });
  });

  it("follows a transaction whose fee was raised to its new hash", () => {
    const state = reached(...start, plan(stake), { type: "simulated" }, sent, { ...confirmed, hash: other });
    expect(state).toMatchObject({ status: "confirmed", hash: other });
  });

  it("says that the index is late, and still takes its word later", () => {
    const late = reached(...start, plan(stake), { type: "simulated" }, sent, confirmed, {
      type: "indexLate",
      of: hash,
    });
    expect(late).toMatchObject({ status: "unindexed", block: 7n });
    expect(flowReducer(late, indexed).status).toBe("indexed");
  });

  it("ends a flow that is all work in the browser without a transaction", () => {
    expect(reached(...start, plan(seal), { type: "stepDone" })).toEqual(idle);
  });

  it("does not take news of an approval for news of the action", () => {
    const acting = reached(
      ...start,
      plan(approve, stake),
      { type: "simulated" },
      sent,
      confirmed,
      { type: "stepDone" },
      { type: "simulated" },
      { type: "sent", hash: other },
    );
    const state = flowReducer(acting, { ...confirmed, of: other, hash: other });
    expect(flowReducer(state, indexed)).toBe(state);
    expect(flowReducer(state, { type: "indexed", of: other }).status).toBe("indexed");
  });

  it("is not moved back by a late answer", () => {
    const done = reached(...start, plan(stake), { type: "simulated" }, sent, confirmed, indexed);
    for (const event of [
      sent,
      confirmed,
      { type: "rejected" },
      { type: "failed", error },
      { type: "dropped", of: hash },
    ] as const)
      expect(flowReducer(done, event)).toBe(done);
  });

  it("can be closed at any time", () => {
    expect(reached(...start, plan(stake), { type: "closed" })).toEqual(idle);
  });
});

describe("isSettled", () => {
  it("is true exactly where nothing more happens by itself", () => {
    expect(isSettled(reached(...start, plan(stake)))).toBe(false);
    expect(isSettled(reached(...start, plan(stake), { type: "simulated" }, sent))).toBe(false);
    expect(isSettled(reached(...start, plan(stake), { type: "simulated" }, { type: "rejected" }))).toBe(true);
  });
});
