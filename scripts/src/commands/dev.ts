import path from "node:path";
import { runCommand } from "../core/command.ts";
import { folders } from "../core/paths.ts";
import { terminalReport } from "../core/report.ts";
import { changesIn } from "../core/watch.ts";
import { PartDiedError, ScriptsError } from "../errors.ts";
import { partsFrom } from "../stack/parts.ts";
import { showStack } from "../stack/show.ts";
import { type Stack, startStack } from "../stack/start.ts";

const watched = [
  { name: "contracts", folder: path.join(folders.contracts, "src"), matches: /\.sol$/ },
  { name: "contracts", folder: path.join(folders.contracts, "ignition"), matches: /\.(ts|json)$/ },
  { name: "subgraph", folder: path.join(folders.subgraph, "src"), matches: /\.ts$/ },
  { name: "subgraph", folder: folders.subgraph, matches: /^(schema\.graphql|subgraph[^/]*\.(yaml|ts))$/ },
];

await runCommand(async (signal) => {
  const began = performance.now();
  const report = terminalReport(began);
  const parts = partsFrom(process.argv.slice(2));
  const stack = await startStack({ report, signal, parts, development: true });
  const follow = async () => {
    for await (const changed of changesIn(watched, signal)) await apply(stack, changed);
  };

  /** A source that does not compile is the normal case here: it is said, and the next change is tried again. */
  async function apply(running: Stack, changed: ReadonlySet<string>): Promise<void> {
    const what = [...changed].join(" and ");
    report(
      "watch",
      `${what} changed: ${changed.has("contracts") ? "compiling and deploying" : "indexing"} again`,
    );
    const since = performance.now();
    try {
      await (changed.has("contracts") ? running.redeploy() : running.reindex());
      report("watch", `up to date again after ${((performance.now() - since) / 1_000).toFixed(1)} s`);
    } catch (error) {
      if (!(error instanceof ScriptsError) || error instanceof PartDiedError) throw error;
      report("watch", `${error.message}\nWaiting for the next change.`);
    }
  }

  try {
    console.log(showStack(stack, (performance.now() - began) / 1_000));
    await Promise.race([follow(), stack.died]);
    report("stack", "stopping");
  } finally {
    await stack.stop();
  }
  report("stack", "stopped");
  return 0;
});
