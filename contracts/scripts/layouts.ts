/**
 * Shows where each contract keeps its state.
 *
 *   node scripts/layouts.ts            prints it
 *   node scripts/layouts.ts --update   accepts it as snapshots/layouts.json; what moves needs a reason in the commit
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readLayouts } from "./solidity/readLayouts.ts";

const json = `${JSON.stringify(await readLayouts(), null, 2)}\n`;
if (process.argv.includes("--update")) {
  writeFileSync(join(import.meta.dirname, "../snapshots/layouts.json"), json);
} else {
  console.log(json);
}
