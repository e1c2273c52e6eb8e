import type { Prepared } from "./prepare.ts";
import { type Trial, tryMutant } from "./trial.ts";
import type { Verdict } from "./verdict.ts";

/** To a worker. */
export type Task =
  | { readonly kind: "prepare"; readonly prepared: Prepared }
  | { readonly kind: "try"; readonly trial: Trial };

/** From a worker. */
export type Report =
  | { readonly kind: "verdict"; readonly verdict: Verdict }
  | { readonly kind: "failed"; readonly message: string };

let prepared: Prepared | undefined;

process.on("message", async (task: Task) => {
  if (task.kind === "prepare") {
    prepared = task.prepared;
    return;
  }
  if (prepared === undefined) return;
  try {
    report({ kind: "verdict", verdict: await tryMutant(prepared, task.trial) });
  } catch (error) {
    report({
      kind: "failed",
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});
process.on("disconnect", () => process.exit());

function report(message: Report): void {
  process.send?.(message);
}
