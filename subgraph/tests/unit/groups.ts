import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sourceNamed } from "../../scripts/lib/abi.ts";
import { sources } from "../../scripts/lib/sources.ts";
import type { TestCase } from "./case.ts";
import { flatName } from "./flat.ts";
import { generateTests } from "./generate.ts";
import { codeOf, namesIn, trimmed } from "./trimmed.ts";

const templates = sources.filter(({ contract }) => contract === undefined).map(({ name }) => name);
const rewritten = ["subgraph.yaml", "schema.graphql"];

/** Unit tests that are run together, in a folder with the code that they need. */
export interface Group {
  readonly folder: string;
  readonly files: readonly string[];
}

/**
 * The cases by the mapping that they are tests of, each group in a folder of its own beside the build. graph-node compiles the code of
 * every source of a manifest and makes every table of the schema before each test, which takes longer than the test: a group has those
 * only whose logs its cases hold, and that their code can touch.
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
    for (const entry of readdirSync(path.join(built, "build")).filter((name) => !rewritten.includes(name)))
      symlinkSync(path.join(built, "build", entry), path.join(folder, "build", entry));
    const code = (manifest: string) => codeOf(manifest, path.join(built, "build"));
    const manifest = withSources(readFileSync(path.join(built, "build/subgraph.yaml"), "utf8"), names, code);
    const schema = readFileSync(path.join(built, "build/schema.graphql"), "utf8");
    writeFileSync(path.join(folder, "build/subgraph.yaml"), manifest);
    writeFileSync(path.join(folder, "build/schema.graphql"), trimmed(schema, code(manifest)));
    return { folder, files: generateTests(own, path.join(folder, "tests")) };
  });
}

const sourceOf = (event: string): string => event.split(".")[0] ?? "";

/** The manifest as graph-cli wrote it, without the data sources that have another name, and without templates that the others never name. */
function withSources(
  manifest: string,
  names: ReadonlySet<string>,
  code: (manifest: string) => readonly Buffer[],
): string {
  const [before = "", rest = ""] = manifest.split(/^(?=dataSources:\n)/m);
  const [list = "", after = ""] = rest.split(/^(?=templates:\n)/m);
  const [head = "", ...listed] = list.split(/^(?= {2}- kind:)/m);
  const kept = listed.filter((source) => names.has(/^ {4}name: (\w+)$/m.exec(source)?.[1] ?? ""));
  const own = [before, head, ...kept].join("");
  const compiled = code(own);
  const usesTemplates = templates.some(
    (name) => names.has(name) || compiled.some((each) => namesIn(each, name)),
  );
  return usesTemplates ? own + after : own;
}
