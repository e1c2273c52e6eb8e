import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { benchTable, readRows } from "../bench/rows.ts";
import { measureWarmStart } from "../bench/start-time.ts";
import { whenAborted } from "../core/abort.ts";
import { runCommand } from "../core/command.ts";
import { workspacePackages } from "../core/packages.ts";
import { qtiDir } from "../core/paths.ts";
import { Processes } from "../core/process.ts";
import { terminalReport } from "../core/report.ts";
import { packageScript } from "../core/tools.ts";
import { findChromium } from "../testing/chromium.ts";

await runCommand(async (signal) => {
  const report = terminalReport();
  const processes = new Processes(path.join(qtiDir, "logs"));
  const outputs = path.join(qtiDir, "bench");
  rmSync(outputs, { recursive: true, force: true });
  mkdirSync(outputs, { recursive: true });

  const { row, stack } = await measureWarmStart(report, signal);
  const rows = [row];
  let failures = 0;
  const all = async () => {
    // One after the other: what runs beside a measurement is part of its result.
    for (const { name, folder, scripts } of workspacePackages()) {
      if (scripts.bench === undefined) continue;
      report("bench", name);
      const out = path.join(outputs, `${name}.json`);
      const env = { QTI_BENCH_OUT: out, QTI_STACK: stack.stackFile, CHROMIUM_PATH: findChromium() };
      try {
        await processes.run({ ...packageScript(folder, "bench"), name: `bench-${name}`, env });
        rows.push(...readRows(out));
      } catch (error) {
        failures += 1;
        report("bench", `${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    writeFileSync(path.join(qtiDir, "bench.json"), `${JSON.stringify(rows, null, 2)}\n`);
    console.log(`\n${benchTable(rows)}\n`);
    return failures === 0 ? 0 : 1;
  };
  try {
    return await Promise.race([all(), stack.died, whenAborted(signal).then(() => 1)]);
  } finally {
    await processes.stop();
    await stack.stop();
  }
});
