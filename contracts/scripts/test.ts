/**
 * Runs every test of this package: Solidity (unit, fuzz, invariants) and TypeScript (deployment, flows, models).
 *
 *   node scripts/test.ts          quick profile, instrumented: fails as well where the contracts are not covered
 *   node scripts/test.ts full     more runs of every fuzz and invariant test, contracts as built for public networks
 *
 * Writes `{ passed, failed, skipped, failures }` to the file that QTI_TEST_SUMMARY names.
 */
import { globSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import Mocha from "mocha";
import { judgeCoverage, shownFigures } from "./covered/gate.ts";

const full = process.argv.includes("full");
if (full) process.env.HARDHAT_BUILD_PROFILE = "production";
else process.env.HARDHAT_COVERAGE = "true";
// The configuration is read on import, and it depends on the profile.
const { default: hre } = await import("hardhat");

interface Summary {
  passed: number;
  failed: number;
  skipped: number;
}

const total: Summary = { passed: 0, failed: 0, skipped: 0 };
/** Each test that failed, and the first line of why. */
const failures: string[] = [];
let ok = true;

const { root } = hre.config.paths;
rmSync(join(root, "coverage"), { recursive: true, force: true });
// Hardhat's own report would be one a runner, and neither says what all tests together cover.
hre.hooks.registerHandlers("test", { onTestRunDone: async () => {} });

// Mocha's runner hands back how many failed, and only a reporter learns which.
hre.config.test.mocha.reporter = class extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on("fail", (test, error: unknown) => {
      failures.push(`${test.fullTitle()}: ${String(error).split("\n", 1)[0]}`);
    });
  }
};

await hre.tasks.getTask("build").run({ quiet: true });
// With an index the runner hands its counts and failures back, instead of printing them.
await run("solidity", { testSummaryIndex: 1, ...(full ? { testProfile: "full" } : {}) });
await run("mocha", { testFiles: globSync("test/**/*.test.ts").sort() });
if (!full) gate();

if (process.env.QTI_TEST_SUMMARY)
  writeFileSync(process.env.QTI_TEST_SUMMARY, JSON.stringify({ ...total, failures }));
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(ok ? 0 : 1);

/** Adds up what one of Hardhat's runners found. A runner that ran nothing has failed: it did not look where it should. */
async function run(runner: "solidity" | "mocha", args: Record<string, unknown>): Promise<void> {
  const result: unknown = await hre.tasks.getTask(["test", runner]).run({ noCompile: true, ...args });
  const summary = summaryOf(result);
  if (summary === undefined || summary.passed + summary.failed === 0) {
    console.error(`${runner}: no test ran`);
    ok = false;
    return;
  }
  total.passed += summary.passed;
  total.failed += summary.failed;
  total.skipped += summary.skipped;
  ok &&= summary.failed === 0 && isObject(result) && result.success === true;
  if (summary.output !== "") console.error(summary.output);
  failures.push(...failedOf(summary.output));
}

/** Counts the gate as one test, so that whoever counts sees it fail. */
function gate(): void {
  const { ok: isCovered, figures, complaints } = judgeCoverage(root);
  for (const complaint of complaints) console.error(complaint);
  failures.push(...complaints);
  console.log(`Tests run ${shownFigures(figures)}.`);
  if (isCovered) total.passed += 1;
  else total.failed += 1;
  ok &&= isCovered;
}

/** "1) SomeTest#test_something", and below it "Error: reason". */
function failedOf(output: string): string[] {
  const lines = stripVTControlCharacters(output)
    .split("\n")
    .map((line) => line.trim());
  return lines.flatMap((line, index) => {
    const name = /^\d+\) (.+#.+)$/.exec(line)?.[1];
    return name === undefined ? [] : [`${name}: ${lines[index + 1] ?? "no reason given"}`];
  });
}

function summaryOf(result: unknown): (Summary & { output: string }) | undefined {
  if (!isObject(result)) return undefined;
  const outcome = result.success === true ? result.value : result.error;
  if (!isObject(outcome) || !isObject(outcome.summary)) return undefined;
  const { passed, failed, skipped, failureOutput } = outcome.summary;
  if (typeof passed !== "number" || typeof failed !== "number") return undefined;
  return {
    passed,
    failed,
    skipped: typeof skipped === "number" ? skipped : 0,
    output: typeof failureOutput === "string" ? failureOutput : "",
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
