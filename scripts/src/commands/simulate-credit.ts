// `npm run simulate:credit`, or `npm run simulate:credit -- --lives 20` for a quicker and coarser answer.
import { folders } from "../core/paths.ts";
import { runTools } from "../core/run-tools.ts";

await runTools([
  {
    name: "simulate-credit",
    command: process.execPath,
    args: ["simulations/credit.ts", ...process.argv.slice(2)],
    cwd: folders.contracts,
  },
]);
