import { runTools } from "../core/run-tools.ts";
import { biome, knip, turbo } from "../core/tools.ts";

await runTools([biome, turbo("lint", ["lint"]), knip]);
