import { parentPort } from "node:worker_threads";
import { ASSUMPTIONS, type Assumptions } from "./assumptions.ts";
import { liveOnce } from "./life.ts";
import { rulesOf } from "./rules.ts";
import type { Setting, Task } from "./study.ts";

parentPort?.on("message", ({ setting, seed }: Task) => {
  parentPort?.postMessage(liveOnce(rulesOf(setting.rules), under(setting), seed));
});

/** The assumptions, for as many people as the setting says, who stop paying as much more often. */
function under({ borrowers, stress }: Setting): Assumptions {
  const tiers = ASSUMPTIONS.tiers.map((tier) => ({ ...tier, firstYear: tier.firstYear * stress }));
  return { ...ASSUMPTIONS, borrowers, tiers };
}
