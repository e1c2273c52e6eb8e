import path from "node:path";
import { whenAborted } from "../core/abort.ts";
import { runCommand } from "../core/command.ts";
import { folders, qtiDir } from "../core/paths.ts";
import { Processes } from "../core/process.ts";
import { terminalReport } from "../core/report.ts";
import { startStack } from "../stack/start.ts";
import { needChromium } from "../testing/chromium.ts";

await runCommand(async (signal) => {
  const report = terminalReport();
  const processes = new Processes(path.join(qtiDir, "logs"));
  try {
    const chromium = await needChromium(processes);
    const stack = await startStack({ stateDir: path.join(qtiDir, "screenshots"), report, signal });
    const script = processes.run({
      name: "screenshots",
      command: process.execPath,
      args: ["scripts/screenshots.ts"],
      cwd: folders.web,
      env: { QTI_STACK: stack.stackFile, CHROMIUM_PATH: chromium },
      onLine: (line) => report("web", line),
    });
    try {
      await Promise.race([script, stack.died, whenAborted(signal)]);
    } finally {
      await stack.stop();
    }
    return 0;
  } finally {
    await processes.stop();
  }
});
