import path from "node:path";
import colors from "picocolors";
import { type WorkspacePackage, workspacePackages } from "../core/packages.ts";
import type { Processes, ProcessSpec } from "../core/process.ts";
import { biome, knip, packageScript, turbo } from "../core/tools.ts";
import { NoTestsError, TestsFailedError } from "../errors.ts";
import { buildWeb } from "../parts/builds.ts";
import { needChromium } from "./chromium.ts";
import type { Job } from "./jobs.ts";
import { readSummary, type TestSummary } from "./summary.ts";

/** What `npm test` does, and what each test job counted. */
export interface TestPlan {
  readonly jobs: Job[];
  readonly tested: ReadonlyMap<string, TestSummary>;
}

/** All jobs of `npm test`: builds, checks, the tests of each package, then the whole path in a browser. */
export function testJobs(processes: Processes, summaries: string): TestPlan {
  const tested = new Map<string, TestSummary>();
  const run = (spec: ProcessSpec) =>
    processes.run({ ...spec, onLine: prefixed(spec.name), repeatsItsEnd: true });
  let chromium: string | undefined;

  /** A script with tests. Its exit code, its failures and its silence all count. */
  const testJob = (
    pkg: WorkspacePackage,
    script: string,
    name: string,
    job: Omit<Job, "name" | "run">,
  ): Job => ({
    ...job,
    name,
    run: async () => {
      const summary = path.join(summaries, `${name}.json`);
      const spec = packageScript(pkg.folder, script, summaryArguments(pkg.scripts[script] ?? "", summary));
      const env = { QTI_TEST_SUMMARY: summary, CHROMIUM_PATH: chromium };
      const failure = await run({ ...spec, name: `test-${name}`, env }).catch((error: unknown) => error);
      const counted = readSummary(summary);
      if (counted !== undefined) tested.set(name, counted);
      if (counted !== undefined && counted.failed > 0) throw new TestsFailedError(name, counted.failed);
      if (failure !== undefined) throw failure;
      if (counted === undefined || counted.passed === 0) throw new NoTestsError(name);
    },
  });

  const packages = workspacePackages().filter(({ scripts }) => scripts.test !== undefined);
  const e2e = packages.filter(({ scripts }) => scripts["test:e2e"] !== undefined);
  const jobs: Job[] = [
    { name: "build", needs: [], run: () => run(turbo("build", ["build"], ["--filter=!@qti/web"])) },
    {
      name: "lint",
      needs: [],
      run: async () => {
        await run(biome);
        await run(turbo("lint", ["lint"]));
      },
    },
    { name: "knip", needs: [], run: () => run(knip) },
    { name: "web-build", needs: [], run: async () => void (await buildWeb(processes)) },
    { name: "typecheck", needs: ["build", "web-build"], run: () => run(turbo("typecheck", ["typecheck"])) },
    ...packages.map((pkg) => testJob(pkg, "test", pkg.name, { needs: ["build"] })),
  ];
  if (e2e.length > 0) {
    const find = async () => {
      chromium = await needChromium(processes);
    };
    jobs.unshift({ name: "chromium", needs: [], run: find });
  }
  // Alone on the machine: a browser that starves shows failures that nobody can repeat.
  const alone = { needs: ["build", "web-build", "chromium"], weight: Number.POSITIVE_INFINITY };
  return { jobs: [...jobs, ...e2e.map((pkg) => testJob(pkg, "test:e2e", `${pkg.name}-e2e`, alone))], tested };
}

/** Vitest writes its own report; every other script gets the file's name in QTI_TEST_SUMMARY. */
function summaryArguments(script: string, file: string): string[] {
  if (!/^vitest\b/.test(script)) return [];
  return ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
}

function prefixed(name: string): (line: string) => void {
  const prefix = colors.dim(`${name.replace(/^test-/, "").padEnd(10)} |`);
  return (line) => process.stdout.write(`${prefix} ${line}\n`);
}
