import path from "node:path";
import { qtiDir } from "../core/paths.ts";
import type { Report } from "../core/report.ts";
import { type Stack, startStack } from "../stack/start.ts";
import type { BenchRow } from "./rows.ts";

/** Seconds from nothing running to demo data indexed, with everything installed and built; and the stack it started. */
export async function measureWarmStart(
  report: Report,
  signal: AbortSignal,
): Promise<{ row: BenchRow; stack: Stack }> {
  const stateDir = path.join(qtiDir, "bench-state");
  // The first start builds what is not built yet; its time would be that of the compilers.
  report("bench", "preparing: a first start");
  const first = await startStack({ stateDir, signal });
  await first.stop();
  report("bench", "measuring: a second start");
  const began = performance.now();
  const stack = await startStack({ stateDir, signal });
  const value = (performance.now() - began) / 1_000;
  return { stack, row: { name: "stack/start/warm", value, unit: "s", bar: 40, better: "lower" } };
}
