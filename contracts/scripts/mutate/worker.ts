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

/**
 * Processor time, in microseconds, ten times what all tests of a contract take: a test that needs more does not end, and
 * one that does not end is one that fails. Not time on the clock, of which a busy machine needs any amount.
 */
const PATIENCE = 120_000_000;
const ENDLESS: Verdict = { kind: "killed", by: "a test that does not end" };

let prepared: Prepared | undefined;

process.on("message", async (task: Task) => {
  if (task.kind === "prepare") {
    prepared = task.prepared;
    return;
  }
  if (prepared === undefined) return;
  const began = process.cpuUsage();
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(began);
    if (user + system < PATIENCE) return;
    // Nothing can end the runner but the end of its process.
    process.send?.({ kind: "verdict", verdict: ENDLESS } satisfies Report, () => process.exit());
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
