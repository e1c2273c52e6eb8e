import path from "node:path";
import { whenAborted } from "./abort.ts";
import { runCommand } from "./command.ts";
import { qtiDir } from "./paths.ts";
import { Processes, type ProcessSpec } from "./process.ts";

/** Runs tools one after the other with their output on the terminal; stops at the first that fails. */
export function runTools(tools: readonly ProcessSpec[]): Promise<never> {
  return runCommand(async (signal) => {
    const processes = new Processes(path.join(qtiDir, "logs"));
    const all = async () => {
      for (const tool of tools) {
        await processes.run({ ...tool, onLine: (line) => process.stdout.write(`${line}\n`) });
      }
      return 0;
    };
    try {
      return await Promise.race([all(), whenAborted(signal).then(() => 1)]);
    } finally {
      await processes.stop();
    }
  });
}
