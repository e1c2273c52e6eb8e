import { runTools } from "../core/run-tools.ts";
import { turbo } from "../core/tools.ts";

await runTools([turbo("typecheck", ["typecheck"])]);
