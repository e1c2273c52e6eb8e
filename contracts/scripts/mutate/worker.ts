import type { Prepared } from "./prepare.ts";
import { type Trial, tryMutant } from "./trial.ts";
import type { Verdict } from "./verdict.ts";

/** To a worker. */
export type Task =
  | { readonly kind: "prepare"; readonly prepared: Prepared; readonly patience: number }
  | { readonly kind: "try"; readonly trial: Trial };

/** From a worker. */
export type Report =
  | { readonly kind: "verdict"; readonly verdict: Verdict }
  | { readonly kind: "endless" }
  | { readonly kind: "failed"; readonly message: string };

let prepared: Prepared | undefined;
/** Microseconds of processor time. */
let patience = 0;

process.on("message", async (task: Task) => {
  if (task.kind === "prepare") {
    ({ prepared, patience } = task);
    return;
  }
  if (prepared === undefined) return;
  const began = process.cpuUsage();
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(began);
    if (user + system < patience) return;
    clearInterval(watch);
    report({ kind: "endless" });
  }, 1_000);
  try {
    report({ kind: "verdict", verdict: await tryMutant(prepared, task.trial) });
  } catch (error) {
    report({
      kind: "failed",
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  } finally {
    clearInterval(watch);
  }
});
process.on("disconnect", () => process.exit());

function report(message: Report): void {
  process.send?.(message);
}
