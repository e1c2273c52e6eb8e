import path from "node:path";
import { binOf } from "./bin.ts";
import { root } from "./paths.ts";
import type { ProcessSpec } from "./process.ts";

const quiet = { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", NEXT_TELEMETRY_DISABLED: "1" };

/** A task of every package that has it, through turbo, which skips what is unchanged. */
export function turbo(name: string, tasks: readonly string[], options: readonly string[] = []): ProcessSpec {
  return {
    name,
    command: process.execPath,
    args: [binOf(root, "turbo"), "run", ...tasks, "--output-logs=new-only", ...options],
    cwd: root,
    env: quiet,
  };
}

/** One format and one set of rules for every file of the checkout. */
export const biome: ProcessSpec = {
  name: "biome",
  command: process.execPath,
  args: [binOf(root, "@biomejs/biome", "biome"), "check", "."],
  cwd: root,
};

/** Files, exports and dependencies that nothing uses. */
export const knip: ProcessSpec = {
  name: "knip",
  command: process.execPath,
  args: [binOf(root, "knip")],
  cwd: root,
};

/** A script of a package, through the package manager, which puts the package's tools in PATH. */
export function packageScript(
  folder: string,
  script: string,
  args: readonly string[] = [],
): Pick<ProcessSpec, "command" | "args" | "cwd"> {
  return { command: "pnpm", args: ["--silent", "run", script, ...args], cwd: path.resolve(folder) };
}
