import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** How many tests ended how. */
export const testSummary = z.object({
  passed: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  skipped: z.number().int().nonnegative().default(0),
  /** Each test that failed, and the first line of why. */
  failures: z.array(z.string()).default([]),
});

/** How many tests ended how. */
export type TestSummary = z.infer<typeof testSummary>;

const vitestReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    testResults: z
      .array(
        z.object({
          assertionResults: z.array(
            z.object({
              fullName: z.string(),
              status: z.string(),
              failureMessages: z.array(z.string()).nullish(),
            }),
          ),
        }),
      )
      .default([]),
  })
  .transform((report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
    failures: report.testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === "failed")
      .map(
        ({ fullName, failureMessages }) =>
          `${fullName}: ${failureMessages?.[0]?.split("\n")[0] ?? "no reason given"}`,
      ),
  }));

/**
 * Reads what a package's tests left in the file that QTI_TEST_SUMMARY names: `{ passed, failed, skipped, failures }`, or the report
 * of Vitest's json reporter. Undefined where there is none.
 */
export function readSummary(file: string): TestSummary | undefined {
  if (!existsSync(file)) return undefined;
  const parsed = z.union([vitestReport, testSummary]).safeParse(JSON.parse(readFileSync(file, "utf8")));
  return parsed.success ? parsed.data : undefined;
}
