import { describe, expect, test } from "vitest";
import { budgetOf, measure, readDomains, weighDomains } from "../scripts/size.ts";
import * as sdk from "../src/index.ts";

const kB = 1000;
const writes = Object.entries(sdk).flatMap(([name, value]) =>
  typeof value === "function" && "estimateGas" in value ? [name] : [],
);

const domains = readDomains();

const weight = weighDomains();

describe("size after brotli", () => {
  test.each([...domains])("behavior: all of %s is at most 8 kB, loans 14", async (domain, names) => {
    expect((await measure(names)).initial).toBeLessThanOrEqual(budgetOf(domain) * kB);
  });

  test("behavior: everything at once, as qti(client) binds it, is at most 2 kB a domain", async () => {
    expect((await measure(["qti"])).initial).toBeLessThanOrEqual(2 * kB * weight);
  });

  test("behavior: the sentences of all errors, loaded at the first failure, are at most 2 kB a domain", async () => {
    expect((await measure("all")).later).toBeLessThanOrEqual(2 * kB * weight);
  });

  test("behavior: with viem and everything else it is at most 75 kB", async () => {
    const { initial } = await measure(["qti"], { withViem: true });
    expect(initial).toBeLessThanOrEqual(75 * kB);
  });

  test.each(writes)("behavior: %s alone is at most 2 kB", async (name) => {
    expect((await measure([name])).initial).toBeLessThanOrEqual(2 * kB);
  });

  test("behavior: proofs of receipts are at most 6 kB", async () => {
    expect((await measure("all", { entry: "proofs/index.ts" })).initial).toBeLessThanOrEqual(6 * kB);
  });

  test("behavior: proofs of documents are at most 6 kB", async () => {
    const { initial } = await measure("all", { entry: "records/documents/index.ts" });
    expect(initial).toBeLessThanOrEqual(6 * kB);
  });

  test("behavior: trees of campaigns and the client of their service are at most 5 kB", async () => {
    expect((await measure("all", { entry: "rewards/campaigns.ts" })).initial).toBeLessThanOrEqual(5 * kB);
  });

  test("behavior: campaigns by a query are at most 3 kB", async () => {
    expect((await measure("all", { entry: "rewards/queries.ts" })).initial).toBeLessThanOrEqual(3 * kB);
  });

  test("behavior: the client of taps is at most 6 kB", async () => {
    expect((await measure("all", { entry: "rewards/taps.ts" })).initial).toBeLessThanOrEqual(6 * kB);
  });

  test("behavior: the log of records, checked and proven to others, is at most 15 kB", async () => {
    const { initial } = await measure("all", { entry: "records/log/index.ts" });
    expect(initial).toBeLessThanOrEqual(15 * kB);
  });

  test("behavior: all spaces, proven by the log, are at most 24 kB; a profile alone is at most 2", async () => {
    const entry = "records/spaces/index.ts";
    expect((await measure("all", { entry })).initial).toBeLessThanOrEqual(24 * kB);
    const profile = await measure(["decodeProfile", "encodeProfile", "mergeProfiles"], { entry });
    expect(profile.initial).toBeLessThanOrEqual(2 * kB);
  });

  test("behavior: what nobody imports costs nothing", async () => {
    // Brotli says "nothing" in one byte.
    expect((await measure([])).initial).toBe(1);
  });
});
