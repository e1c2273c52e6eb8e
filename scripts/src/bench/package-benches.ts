import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { workspacePackages } from "../core/packages.ts";
import type { Processes } from "../core/process.ts";
import type { Report } from "../core/report.ts";
import { packageScript } from "../core/tools.ts";
import { findChromium } from "../testing/chromium.ts";
import { type BenchRow, readRows } from "./rows.ts";

/** What the benches of all packages gave. */
export interface PackageBenches {
  readonly rows: BenchRow[];
  /** Packages whose bench failed. */
  readonly failed: string[];
}

/**
 * Runs the `bench` script of each package that has one, against the running stack that QTI_STACK describes. One after the
 * other: what runs beside a measurement is part of its result.
 */
export async function runPackageBenches(
  processes: Processes,
  folder: string,
  stackFile: string,
  report: Report,
): Promise<PackageBenches> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const rows: BenchRow[] = [];
  const failed: string[] = [];
  for (const { name, folder: cwd, scripts } of workspacePackages()) {
    if (scripts.bench === undefined) continue;
    report("bench", name);
    const out = path.join(folder, `${name}.json`);
    const env = { QTI_BENCH_OUT: out, QTI_STACK: stackFile, CHROMIUM_PATH: findChromium() };
    try {
      await processes.run({ ...packageScript(cwd, "bench"), name: `bench-${name}`, env });
      rows.push(...readRows(out));
    } catch (error) {
      failed.push(name);
      report("bench", error instanceof Error ? error.message : String(error));
    }
  }
  return { rows, failed };
}
