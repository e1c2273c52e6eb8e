import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closingLines } from "../src/testing/closing.ts";
import type { JobResult } from "../src/testing/jobs.ts";
import { readSummary } from "../src/testing/summary.ts";

const done = (name: string): JobResult => ({ name, outcome: "done", seconds: 1 });
const failed = (name: string): JobResult => ({
  name,
  outcome: "failed",
  seconds: 1,
  error: new RangeError("no"),
});
const lastLine = (text: string) => text.split("\n").at(-1);

describe("closingLines", () => {
  test("adds up what every package counted, alone on the last line", () => {
    const tested = new Map([
      ["sdk", { passed: 40, failed: 0, skipped: 1, failures: [] }],
      ["api", { passed: 2, failed: 0, skipped: 0, failures: [] }],
    ]);
    const { text, ok } = closingLines([done("build"), done("sdk"), done("api")], tested, 60);
    expect(lastLine(text)).toBe("42 passed, 0 failed");
    expect(ok).toBe(true);
  });

  test("behavior: a job without tests that fails is one failure", () => {
    const tested = new Map([["sdk", { passed: 40, failed: 0, skipped: 0, failures: [] }]]);
    const { text, ok } = closingLines([failed("lint"), done("sdk")], tested, 60);
    expect(lastLine(text)).toBe("40 passed, 1 failed");
    expect(ok).toBe(false);
  });

  test("behavior: failed tests are counted one by one, a skipped job as one", () => {
    const tested = new Map([["sdk", { passed: 4, failed: 3, skipped: 0, failures: [] }]]);
    const skipped: JobResult = { name: "e2e", outcome: "skipped", seconds: 0 };
    expect(lastLine(closingLines([failed("sdk"), skipped], tested, 60).text)).toBe("4 passed, 4 failed");
  });

  test("behavior: nothing passed is not well", () => {
    expect(closingLines([done("build")], new Map(), 1).ok).toBe(false);
  });
});

describe("readSummary", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "qti-summary-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const written = (content: object) => {
    const file = path.join(folder, "summary.json");
    writeFileSync(file, JSON.stringify(content));
    return readSummary(file);
  };

  test("our own form and Vitest's", () => {
    expect(written({ passed: 3, failed: 1 })).toEqual({ passed: 3, failed: 1, skipped: 0, failures: [] });
    expect(written({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 2 })).toEqual({
      passed: 5,
      failed: 0,
      skipped: 2,
      failures: [],
    });
  });

  test("behavior: names what failed and why, in a line each", () => {
    const assertionResults = [
      { fullName: "a stake earns", status: "passed", failureMessages: [] },
      {
        fullName: "a stake ends",
        status: "failed",
        failureMessages: ["AssertionError: 5 is not 4\n    at x.ts:1"],
      },
    ];
    const counts = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 0 };
    const summary = written({ ...counts, testResults: [{ assertionResults }] });
    expect(summary?.failures).toEqual(["a stake ends: AssertionError: 5 is not 4"]);
    const { text } = closingLines([failed("sdk")], new Map(summary && [["sdk", summary]]), 60);
    expect(text).toContain("\n  a stake ends: AssertionError: 5 is not 4\n");
  });

  test("behavior: undefined for a missing file and for another form", () => {
    expect(readSummary(path.join(folder, "missing.json"))).toBeUndefined();
    expect(written({ ok: true })).toBeUndefined();
  });
});
