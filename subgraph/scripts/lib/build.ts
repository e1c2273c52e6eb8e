import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { eventsOf } from "./abi.ts";
import { clear, compile, compiledNames, type Inputs, write } from "./compile.ts";
import { folders } from "./folders.ts";
import { type Binding, bind, manifestTemplate } from "./manifest.ts";
import { type Source, sources } from "./sources.ts";

const require = createRequire(import.meta.url);
const stampFile = "stamp";

/** A subgraph that can be run (`compiled`) or deployed with graph-cli (`folder`). */
export interface Build {
  /** Working folder: manifest, schema, ABIs and mappings. `gnd` runs here. */
  readonly folder: string;
  /** What graph-node reads: manifest, schema and WebAssembly. */
  readonly compiled: string;
  /** Whether code had to be compiled; otherwise it was the same as before. */
  readonly wasCompiled: boolean;
}

/** What is built. */
export interface BuildOptions {
  /** The chain it is for. Without it the build is for unit tests only. */
  readonly binding?: Binding | undefined;
  /** Sources that only a test has, and the mappings that they name. */
  readonly extra?: Extra;
  /** Compiles although nothing changed: to measure how long that takes. */
  readonly fresh?: boolean;
}

/** Sources beside the subgraph's own, and files for them by their names below the working folder. */
export interface Extra {
  readonly sources: readonly Source[];
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Builds the subgraph into `out`, which no other build shares. Code is compiled only when a source, an ABI or a tool
 * changed: addresses live in the manifest, so every chain runs the same code.
 */
export async function build(
  out: string,
  { binding, extra, fresh = false }: BuildOptions = {},
): Promise<Build> {
  const inputs = readInputs(extra);
  const stamp = digest(inputs);
  mkdirSync(out, { recursive: true });
  const isCurrent = !fresh && (stampOf(out) === stamp || copyFromPackage(out, stamp));
  if (!isCurrent) {
    rmSync(path.join(out, stampFile), { force: true });
    await compile(out, inputs);
    write(path.join(out, stampFile), stamp);
  }
  writeManifests(out, inputs, binding);
  return { folder: out, compiled: path.join(out, compiledNames.folder), wasCompiled: !isCurrent };
}

function readInputs(extra: Extra = { sources: [], files: {} }): Inputs {
  const all = [...sources, ...extra.sources];
  const inputs = new Map(Object.entries(extra.files));
  inputs.set("subgraph.yaml", manifestTemplate(all));
  inputs.set("schema.graphql", readFileSync(path.join(folders.subgraph, "schema.graphql"), "utf8"));
  const mappings = readdirSync(path.join(folders.subgraph, "src"), { recursive: true, encoding: "utf8" });
  for (const file of mappings.filter((name) => name.endsWith(".ts")).sort()) {
    inputs.set(`src/${file}`, readFileSync(path.join(folders.subgraph, "src", file), "utf8"));
  }
  for (const source of all)
    inputs.set(`abis/${source.name}.json`, JSON.stringify(eventsOf(source), undefined, 2));
  return inputs;
}

function digest(inputs: Inputs): string {
  const hash = createHash("sha256");
  for (const tool of ["@graphprotocol/graph-cli/package.json", "@graphprotocol/graph-ts/package.json"]) {
    hash.update(readFileSync(require.resolve(tool)));
  }
  for (const [name, content] of inputs) hash.update(`${name}\0${content.length}\0${content}`);
  return hash.digest("hex");
}

function stampOf(folder: string): string | undefined {
  try {
    return readFileSync(path.join(folder, stampFile), "utf8");
  } catch {
    return undefined; // never built, or not to its end
  }
}

/** Takes over what the package's own build compiled from the same inputs. */
function copyFromPackage(out: string, stamp: string): boolean {
  if (path.resolve(out) === folders.build || stampOf(folders.build) !== stamp) return false;
  rmSync(path.join(out, stampFile), { force: true });
  clear(out);
  cpSync(folders.build, out, { recursive: true, verbatimSymlinks: true });
  // A build of the package may have run in the meantime.
  return stampOf(folders.build) === stamp && stampOf(out) === stamp;
}

function writeManifests(out: string, inputs: Inputs, binding: Binding | undefined): void {
  const bound = (manifest: string) => (binding === undefined ? manifest : bind(manifest, binding));
  const compiled = readFileSync(path.join(out, compiledNames.manifest), "utf8");
  write(path.join(out, compiledNames.folder, "subgraph.yaml"), bound(compiled));
  write(path.join(out, "subgraph.yaml"), bound(String(inputs.get("subgraph.yaml"))));
}
