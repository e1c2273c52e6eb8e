// Builds the subgraph. Without QTI_CONTRACTS it is compiled for tests only, with addresses that no contract has.
//   QTI_CONTRACTS          JSON map of contract names in camelCase to addresses
//   QTI_START_BLOCK        first block that can hold an event (default 0)
//   QTI_SUBGRAPH_NETWORK   network name in graph-node's configuration (default qti)
//   QTI_SUBGRAPH_OUT       folder of the build, of its own for each chain (default build/)
import path from "node:path";
import { performance } from "node:perf_hooks";
import { build } from "./lib/build.ts";
import { readBinding } from "./lib/environment.ts";
import { folders } from "./lib/folders.ts";

const started = performance.now();
const out = path.resolve(process.env.QTI_SUBGRAPH_OUT ?? folders.build);
const binding = readBinding(process.env);
const { compiled, wasCompiled } = await build(out, { binding });
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
console.log(
  `${compiled}: ${wasCompiled ? "compiled" : "code unchanged"}, ` +
    `${binding === undefined ? "for tests only (no QTI_CONTRACTS)" : `bound to ${binding.network}`}, ${seconds} s`,
);
