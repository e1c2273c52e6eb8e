import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { RequirementError } from "../errors.ts";

const manifest = z.object({
  name: z.string(),
  bin: z.union([z.string(), z.record(z.string(), z.string())]),
});

/**
 * The script behind a package's command, as the package in `folder` sees it. Running it with Node directly spares the
 * shims of the package manager, which would stand between us and the signals.
 */
export function binOf(folder: string, packageName: string, command = packageName): string {
  const file = path.join(folder, "node_modules", packageName, "package.json");
  const { bin } = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  const script = typeof bin === "string" ? bin : bin[command];
  if (script === undefined) throw new RequirementError(`${packageName} has no command ${command}.`);
  return path.join(path.dirname(file), script);
}

/** The folder of a package that the package in `folder` depends on, or undefined where it is not installed. */
export function packageFolder(folder: string, packageName: string): string | undefined {
  const link = path.join(folder, "node_modules", packageName);
  return existsSync(link) ? realpathSync(link) : undefined;
}
