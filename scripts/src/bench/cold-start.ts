import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { qtiDir, root } from "../core/paths.ts";
import type { Processes } from "../core/process.ts";
import type { Report } from "../core/report.ts";
import type { BenchRow } from "./rows.ts";

/**
 * Seconds from `npm start` in a fresh clone of the newest commit, with empty caches of every package manager, to demo
 * data indexed: what a new user waits.
 */
export async function measureColdStart(processes: Processes, report: Report): Promise<BenchRow> {
  report("bench", "measuring: a start in a fresh clone with empty caches");
  const folder = mkdtempSync(path.join(tmpdir(), "qti-cold-"));
  processes.removeAtEnd(folder);
  const home = path.join(folder, "home");
  mkdirSync(home);
  // How this machine reaches its registry is no cache.
  const settings = path.join(homedir(), ".npmrc");
  if (existsSync(settings)) copyFileSync(settings, path.join(home, ".npmrc"));
  const clone = path.join(folder, "qti");
  await processes.run({ name: "clone", command: "git", args: ["clone", "-q", root, clone], cwd: folder });

  // The new user's machine has its own Node, not the one that we brought.
  const PATH = (process.env.PATH ?? "")
    .split(":")
    .filter((entry) => !entry.startsWith(qtiDir))
    .join(":");
  const began = performance.now();
  const start = processes.start({
    name: "cold-start",
    command: "npm",
    args: ["start"],
    cwd: clone,
    env: {
      PATH,
      HOME: home,
      npm_config_cache: path.join(home, "npm"),
      XDG_DATA_HOME: home,
      XDG_CACHE_HOME: home,
    },
    graceMs: 20_000,
  });
  const ready = async () => (existsSync(path.join(clone, ".qti/stack.json")) ? true : undefined);
  await processes.until(ready, { what: "the cold start", seconds: 1_200 });
  const value = (performance.now() - began) / 1_000;
  await start.stop();
  rmSync(folder, { recursive: true, force: true });
  return { name: "stack/start/cold", value, unit: "s", bar: 240, better: "lower" };
}
