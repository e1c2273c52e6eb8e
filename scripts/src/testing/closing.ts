import { table } from "../core/table.ts";
import type { JobResult } from "./jobs.ts";
import type { TestSummary } from "./summary.ts";

/** What stands at the end of `npm test`, and whether all of it is well. */
export interface Closing {
  readonly text: string;
  readonly ok: boolean;
}

/**
 * A table of all jobs, the sentences and failed tests of those that failed, and as the last line alone "N passed, N failed". A job without
 * tests that fails, such as lint, counts as one failure: green numbers must mean that everything is.
 */
export function closingLines(
  results: readonly JobResult[],
  tested: ReadonlyMap<string, TestSummary>,
  seconds: number,
): Closing {
  let passed = 0;
  let failed = 0;
  const rows = results.map(({ name, outcome, seconds: took }) => {
    const counts = tested.get(name);
    passed += counts?.passed ?? 0;
    failed += counts?.failed || (outcome === "done" ? 0 : 1);
    const shown =
      counts === undefined ? ["", "", ""] : [counts.passed, counts.failed, counts.skipped].map(String);
    return [name, outcome, ...shown, `${took.toFixed(1)} s`];
  });
  const sentences = results.flatMap((result) => {
    if (result.outcome !== "failed") return [];
    const failures = tested.get(result.name)?.failures ?? [];
    return [`${result.name}: ${messageOf(result.error)}`, ...failures.map((failure) => `  ${failure}`), ""];
  });
  const head = ["", "", "passed", "failed", "skipped", "time"];
  const lines = [
    "",
    ...sentences,
    table([head, ...rows], ["left", "left", "right", "right", "right", "right"]),
    "",
    `  ${seconds.toFixed(0)} s in all`,
    "",
    `${passed} passed, ${failed} failed`,
  ];
  return { text: lines.join("\n"), ok: failed === 0 && passed > 0 };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
