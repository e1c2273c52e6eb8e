// Runs every test of the subgraph: the mappings in `gnd test`, then Vitest's. Arguments go to Vitest.
//   QTI_TEST_SUMMARY   file for { passed, failed, skipped, failures }
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { readSummary } from "../../scripts/src/testing/summary.ts";
import { runUnitTests } from "../tests/unit/run.ts";
import { NoTestsError, ProgramFailedError } from "./lib/errors.ts";
import { folders } from "./lib/folders.ts";
import { runAloud } from "./lib/program.ts";

const unit = await runUnitTests();
if (unit.report !== "") console.error(unit.report);
console.log(`gnd test: ${unit.passed} passed, ${unit.failed} failed`);
const vitest = await runVitest(process.argv.slice(2));
const summary = {
  passed: unit.passed + vitest.passed,
  failed: unit.failed + vitest.failed,
  skipped: vitest.skipped,
  failures: [...unit.failures, ...vitest.failures],
};
if (process.env.QTI_TEST_SUMMARY !== undefined) {
  writeFileSync(process.env.QTI_TEST_SUMMARY, `${JSON.stringify(summary)}\n`);
}
console.log(`${summary.passed} passed, ${summary.failed} failed, ${summary.skipped} skipped`);
if (unit.passed === 0 || vitest.passed === 0) throw new NoTestsError("Tests were asked for and none ran.");
if (summary.failed > 0 || vitest.code !== 0) process.exitCode = 1;

async function runVitest(args: readonly string[]) {
  const require = createRequire(import.meta.url);
  const program = path.join(path.dirname(require.resolve("vitest/package.json")), "vitest.mjs");
  const folder = mkdtempSync(path.join(tmpdir(), "qti-subgraph-tests-"));
  try {
    const file = path.join(folder, "report.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const code = await runAloud(process.execPath, [program, "run", ...reporters, ...args], {
      cwd: folders.subgraph,
    });
    const counted = readSummary(file);
    if (counted === undefined)
      throw new ProgramFailedError("vitest", `exit code ${code}`, "It left no report.");
    return { ...counted, code };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
