import { mkdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { whenAborted } from "../core/abort.ts";
import { runCommand } from "../core/command.ts";
import { qtiDir } from "../core/paths.ts";
import { Processes } from "../core/process.ts";
import { closingLines } from "../testing/closing.ts";
import { runJobs } from "../testing/jobs.ts";
import { testJobs } from "../testing/plan.ts";

const slots = Math.max(2, availableParallelism());

await runCommand(async (signal) => {
  const began = performance.now();
  const processes = new Processes(path.join(qtiDir, "logs"));
  const summaries = path.join(qtiDir, "test");
  rmSync(summaries, { recursive: true, force: true });
  mkdirSync(summaries, { recursive: true });
  try {
    const { jobs, tested } = testJobs(processes, summaries);
    const aborted = whenAborted(signal).then(() => undefined);
    const results = await Promise.race([runJobs(jobs, slots), aborted]);
    if (results === undefined) return 1;
    const { text, ok } = closingLines(results, tested, (performance.now() - began) / 1_000);
    console.log(text);
    return ok ? 0 : 1;
  } finally {
    await processes.stop();
  }
});
