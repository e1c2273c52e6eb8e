import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sourceNamed } from "../../scripts/lib/abi.ts";
import type { TestCase } from "./case.ts";
import { flatName } from "./flat.ts";
import { generateTests } from "./generate.ts";

/** Unit tests that are run together, in a folder with the code that they need. */
export interface Group {
  readonly folder: string;
  readonly files: readonly string[];
}

/**
 * The cases by the mapping that they are tests of, each group in a folder of its own beside the build. graph-node compiles the code of
 * every source of a manifest before each test, which takes longer than the test: a group's manifest has those only whose logs its
 * cases hold.
 */
export function groupsOf(cases: readonly TestCase[], built: string): readonly Group[] {
  return [...Map.groupBy(cases, ({ of }) => sourceNamed(sourceOf(of)).mapping)].map(([mapping, own]) => {
    const folder = path.join(built, "groups", path.parse(mapping).name);
    const emitted = own.flatMap(({ blocks }) =>
      blocks.flatMap(({ events }) => events.map(({ name }) => name)),
    );
    const names = new Set(emitted.map(sourceOf).flatMap((name) => [name, flatName(name)]));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(path.join(folder, "build"), { recursive: true });
    for (const entry of readdirSync(path.join(built, "build")).filter((name) => name !== "subgraph.yaml"))
      symlinkSync(path.join(built, "build", entry), path.join(folder, "build", entry));
    const manifest = readFileSync(path.join(built, "build/subgraph.yaml"), "utf8");
    writeFileSync(path.join(folder, "build/subgraph.yaml"), withSources(manifest, names));
    return { folder, files: generateTests(own, path.join(folder, "tests")) };
  });
}

const sourceOf = (event: string): string => event.split(".")[0] ?? "";

/** The manifest as graph-cli wrote it, without the data sources that have another name; templates stay. */
function withSources(manifest: string, names: ReadonlySet<string>): string {
  const [before = "", rest = ""] = manifest.split(/^(?=dataSources:\n)/m);
  const [list = "", after = ""] = rest.split(/^(?=templates:\n)/m);
  const [head = "", ...sources] = list.split(/^(?= {2}- kind:)/m);
  const kept = sources.filter((source) => names.has(/^ {4}name: (\w+)$/m.exec(source)?.[1] ?? ""));
  return [before, head, ...kept, after].join("");
}
