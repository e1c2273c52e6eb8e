/**
 * Writes docs/api: what each entry of the SDK exports, one page a domain, from the TSDoc beside the source.
 * `--check` writes nothing and fails when a page is not what it would write.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { changedIn, settle } from "./committed.ts";
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
  const there = existsSync(folder) ? readdirSync(folder) : [];
  return [...changedIn(folder, files), ...there.filter((name) => name.endsWith(".md") && !files.has(name))];
}

if (import.meta.main) {
  const files = renderReference();
  settle({ name: "docs/api", folder, files, changed: outdated(files), command: "node scripts/docs.ts" });
}
