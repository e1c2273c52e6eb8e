import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import type { FlowState, StepOutline } from "./machine";
import { stepRows } from "./step-rows";

const t = translatorFor("en");
const hash = `0x${"a".repeat(64)}` as const;
const permit: StepOutline = { id: "permit", kind: "signature", title: "Sign a permission" };
const stake: StepOutline = { id: "stake", kind: "transaction", title: "Stake" };
const steps = [permit, stake];
const marks = (state: FlowState) => stepRows(state, t).map(({ id, mark }) => `${id} ${mark}`);

describe("stepRows", () => {
  it("shows nothing before there is a plan", () => {
    expect(stepRows({ status: "preview" }, t)).toEqual([]);
    expect(stepRows({ status: "preparing" }, t)).toEqual([]);
  });

  it("shows the signature first and all that follows", () => {
    expect(marks({ status: "signing", steps, at: 0 })).toEqual([
      "permit current",
      "check waiting",
      "wallet waiting",
      "pending waiting",
      "confirmed waiting",
      "indexed waiting",
    ]);
  });

  it.each([
    [{ status: "simulating", steps, at: 1 }, "check"],
    [{ status: "confirming", steps, at: 1 }, "wallet"],
    [{ status: "pending", steps, at: 1, hash }, "pending"],
    [{ status: "confirmed", steps, at: 1, hash, block: 7n }, "indexed"],
    [{ status: "unindexed", steps, at: 1, hash, block: 7n }, "indexed"],
  ] as const)("marks one stage as the present one: %o", (state, id) => {
    expect(
      stepRows(state, t)
        .filter(({ mark }) => mark === "current")
        .map((row) => row.id),
    ).toEqual([id]);
  });

  it("shows everything as done once it is indexed", () => {
    expect(
      stepRows({ status: "indexed", steps, at: 1, hash, block: 7n }, t).every(({ mark }) => mark === "done"),
    ).toBe(true);
  });

  it("asks for nothing in the wallet where a service sends it", () => {
    const relayed: StepOutline[] = [{ ...stake, relayed: true }];
    expect(stepRows({ status: "confirming", steps: relayed, at: 0 }, t)[1]).toMatchObject({
      title: "Sent by the service",
      mark: "current",
    });
  });

  it("names the block that holds it", () => {
    const row = stepRows({ status: "confirmed", steps, at: 1, hash, block: 7n }, t).find(
      ({ id }) => id === "confirmed",
    );
    expect(row).toMatchObject({ mark: "done", detail: "In block 7" });
  });

  it("shows where a rejected transaction stopped", () => {
    expect(marks({ status: "rejected", steps, at: 1 })).toContain("wallet stopped");
  });

  it("shows where a rejected signature stopped", () => {
    expect(marks({ status: "rejected", steps, at: 0 })).toContain("permit stopped");
  });

  it("tells a refusal before sending from one in a block", () => {
    const error = { sentence: "No.", next: "Do this.", code: "no", isRejection: false };
    expect(marks({ status: "failed", steps, at: 1, error })).toContain("check stopped");
    expect(marks({ status: "failed", steps, at: 1, error, hash })).toContain("pending stopped");
  });
});
