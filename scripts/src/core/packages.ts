import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { root } from "./paths.ts";

/** A package of the workspace. */
export interface WorkspacePackage {
  /** Without its scope: "sdk". */
  readonly name: string;
  readonly folder: string;
  readonly scripts: Readonly<Record<string, string>>;
}

const manifest = z.object({ name: z.string(), scripts: z.record(z.string(), z.string()).default({}) });

/** All packages of the workspace, in the order in which they build on each other. */
export function workspacePackages(): WorkspacePackage[] {
  const below = (parent: string) => readdirSync(path.join(root, parent)).map((child) => `${parent}/${child}`);
  return ["contracts", "subgraph", ...below("packages"), ...below("apps"), "scripts"]
    .map((folder) => path.join(root, folder))
    .filter((folder) => existsSync(path.join(folder, "package.json")))
    .map((folder) => {
      const { name, scripts } = manifest.parse(
        JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")),
      );
      return { name: name.slice(name.indexOf("/") + 1), folder, scripts };
    });
}
