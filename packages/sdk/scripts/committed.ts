import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Names of the files whose text in a folder differs from `files`. */
export function changedIn(folder: string, files: ReadonlyMap<string, string>): string[] {
  return [...files].filter(([name, text]) => read(join(folder, name)) !== text).map(([name]) => name);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** What a program that generates committed files does with them. */
export type Generated = {
  /** Where they lie, as a person calls it. */
  name: string;
  folder: string;
  files: ReadonlyMap<string, string>;
  /** Names that differ, or that nothing would write any more. */
  changed: readonly string[];
  /** What writes them. */
  command: string;
};

/** Writes what changed and says so; with `--check` it fails instead. */
export function settle({ name, folder, files, changed, command }: Generated): void {
  if (process.argv.includes("--check")) {
    if (changed.length > 0) console.error(`${name} is not current: ${changed.join(", ")}. Run "${command}".`);
    process.exitCode = changed.length > 0 ? 1 : 0;
    return;
  }
  for (const each of changed) {
    const file = join(folder, each);
    const text = files.get(each);
    mkdirSync(dirname(file), { recursive: true });
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
  }
  console.log(changed.length > 0 ? `wrote ${changed.join(", ")}` : `${name} is current`);
}
