import { whenAborted } from "../core/abort.ts";
import { runCommand } from "../core/command.ts";
import { terminalReport } from "../core/report.ts";
import { partsFrom } from "../stack/parts.ts";
import { showStack } from "../stack/show.ts";
import { startStack } from "../stack/start.ts";

await runCommand(async (signal) => {
  const began = performance.now();
  const report = terminalReport(began);
  const parts = partsFrom(process.argv.slice(2));
  const stack = await startStack({ report, signal, parts });
  try {
    console.log(showStack(stack, (performance.now() - began) / 1_000));
    await Promise.race([whenAborted(signal), stack.died]);
    report("stack", "stopping");
  } finally {
    await stack.stop();
  }
  report("stack", "stopped");
  return 0;
});
