import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Processes } from "../core/process.ts";
import { RequirementError } from "../errors.ts";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The browser that tests drive: CHROMIUM_PATH, or the first known command in PATH that runs. */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const folders = (environment.PATH ?? "").split(":").filter((folder) => folder !== "");
  const candidates = [
    ...(environment.CHROMIUM_PATH ? [environment.CHROMIUM_PATH] : []),
    ...commands.flatMap((command) => folders.map((folder) => path.join(folder, command))),
  ];
  // Some distributions put a placeholder there that only says which package to install.
  return candidates.find((file) => existsSync(file) && spawnSync(file, ["--version"]).status === 0);
}

/** The same, after installing the distribution's package where there is no browser. */
export async function needChromium(processes: Processes): Promise<string> {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await processes.run({
      name: "chromium",
      command: "sh",
      args: ["-c", "apt-get update && apt-get install -y --no-install-recommends chromium"],
      cwd: "/",
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  throw new RequirementError(
    "The browser tests need Chromium, and none was found. Install the package chromium (Debian: " +
      "`apt-get install chromium`) or Google Chrome, or name a program with CHROMIUM_PATH.",
  );
}
