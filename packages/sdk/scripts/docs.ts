/**
 * Writes docs/api: what each entry of the SDK exports, one page a domain, from the TSDoc beside the source.
 * `--check` writes nothing and fails when a page is not what it would write.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Entry, type Exported, entryOf } from "./docs/exports.ts";
import { renderIndex, renderPage } from "./docs/render.ts";

const sdk = join(import.meta.dirname, "..");
const folder = join(sdk, "../../docs/api");

/** Generated from the contracts: constants that need no words. */
const generated = ["abis", "addresses"];

/** Entries of the package, as in package.json. */
export function readEntries(): Entry[] {
  const { exports } = JSON.parse(readFileSync(join(sdk, "package.json"), "utf8"));
  return Object.entries<string>(exports)
    .map(([name, file]) => ({ name: name.slice(2), file }))
    .filter(({ name }) => !generated.includes(name))
    .map(({ name, file }) => entryOf(join(sdk, "src"), name, join(sdk, file)));
}

/** The page of an export: the domain of the main entry's file, the first word of any other entry. */
function pageOf({ name }: Entry, { file }: Exported): string {
  const [first = "", ...rest] = (name === "" ? file : name).split("/");
  return name === "" && rest.length === 0 ? "core" : first;
}

/** Every page by its name below docs/api. */
export function renderReference(entries = readEntries()): Map<string, string> {
  const pages = new Map<string, Map<Entry, Exported[]>>();
  for (const entry of entries) {
    for (const each of entry.exports) {
      const page = pages.get(pageOf(entry, each)) ?? new Map<Entry, Exported[]>();
      page.set(entry, [...(page.get(entry) ?? []), each]);
      pages.set(pageOf(entry, each), page);
    }
  }
  const names = [...pages.keys()].sort();
  const files = new Map(names.map((name) => [`${name}.md`, renderPage(name, pages)]));
  return files.set("README.md", renderIndex(pages, names));
}

/** Names of the pages whose committed text differs, and of those that nothing would write any more. */
export function outdated(files: Map<string, string>): string[] {
  const there = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const gone = there.filter((name) => !files.has(name));
  return [...[...files].filter(([name, text]) => read(name) !== text).map(([name]) => name), ...gone];
}

function read(name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  mkdirSync(folder, { recursive: true });
  const files = renderReference();
  const changed = outdated(files);
  if (process.argv.includes("--check")) {
    if (changed.length > 0)
      console.error(`docs/api is not current: ${changed.join(", ")}. Run "pnpm docs" in packages/sdk.`);
    process.exitCode = changed.length > 0 ? 1 : 0;
  } else {
    for (const name of changed) {
      const text = files.get(name);
      if (text === undefined) rmSync(join(folder, name));
      else writeFileSync(join(folder, name), text);
    }
    console.log(changed.length > 0 ? `wrote ${changed.join(", ")}` : "docs/api is current");
  }
}
