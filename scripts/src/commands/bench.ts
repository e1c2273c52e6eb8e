// `npm run bench`, or `npm run bench -- --cold` to measure a start in a fresh clone with empty caches too.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { measureColdStart } from "../bench/cold-start.ts";
import { runPackageBenches } from "../bench/package-benches.ts";
import { benchTable } from "../bench/rows.ts";
import { measureWarmStart } from "../bench/start-time.ts";
import { whenAborted } from "../core/abort.ts";
import { runCommand } from "../core/command.ts";
import { qtiDir } from "../core/paths.ts";
import { Processes } from "../core/process.ts";
import { terminalReport } from "../core/report.ts";

await runCommand(async (signal) => {
  const report = terminalReport();
  const processes = new Processes(path.join(qtiDir, "logs"));

  const measure = async () => {
    const cold = process.argv.includes("--cold") ? [await measureColdStart(processes, report)] : [];
    const { row: warm, stack } = await measureWarmStart(report, signal);
    try {
      const folder = path.join(qtiDir, "bench");
      const work = runPackageBenches(processes, folder, stack.stackFile, report);
      const { rows, failed } = await Promise.race([work, stack.died]);
      const all = [...cold, warm, ...rows];
      writeFileSync(path.join(qtiDir, "bench.json"), `${JSON.stringify(all, null, 2)}\n`);
      console.log(`\n${benchTable(all)}\n`);
      if (failed.length > 0) console.error(`The bench of ${failed.join(" and ")} failed: see .qti/logs.`);
      return failed.length === 0 ? 0 : 1;
    } finally {
      await stack.stop();
    }
  };
  try {
    return await Promise.race([measure(), whenAborted(signal).then(() => 1)]);
  } finally {
    await processes.stop();
  }
});
