import { cpSync, mkdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { folders } from "./folders.ts";
import { run } from "./program.ts";

const require = createRequire(import.meta.url);
const graphCli = path.dirname(require.resolve("@graphprotocol/graph-cli/package.json"));

/** Names below a working folder of what compilation leaves there. */
export const compiledNames = { folder: "build", manifest: "compiled.yaml" } as const;

/** File names below the working folder, and what is in them: `subgraph.yaml` and all that it names. */
export type Inputs = ReadonlyMap<string, string>;

/** Runs graph-cli's `codegen` and `build` on the inputs. Nothing but `out` is written to. */
export async function compile(out: string, inputs: Inputs): Promise<void> {
  clear(out);
  for (const [name, content] of inputs) write(path.join(out, name), content);
  // graph-cli looks for graph-ts in the folders above; `out` may lie anywhere.
  const link = path.join(out, "node_modules");
  symlinkSync(path.join(folders.subgraph, "node_modules"), link, "dir");
  await graph(out, "codegen", "--skip-migrations", "--output-dir", "generated");
  await graph(out, "build", "--skip-migrations", "--output-dir", compiledNames.folder);
  unlinkSync(link);
  cpSync(path.join(out, compiledNames.folder, "subgraph.yaml"), path.join(out, compiledNames.manifest));
}

/** Takes away what an earlier compilation left. */
export function clear(out: string): void {
  const names = [compiledNames.folder, compiledNames.manifest, "src", "abis", "generated", "node_modules"];
  for (const name of names) rmSync(path.join(out, name), { recursive: true, force: true });
}

/** Writes a file, and the folders it lies in. */
export function write(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

async function graph(cwd: string, ...args: string[]): Promise<void> {
  await run(`graph ${args[0]}`, process.execPath, [path.join(graphCli, "bin/run.js"), ...args], { cwd });
}
