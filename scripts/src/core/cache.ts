import { createHash, type Hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** Folders that builds and installs write; they never count as a source. */
const derived = new Set([
  "node_modules",
  ".next",
  ".turbo",
  "dist",
  "build",
  "artifacts",
  "cache",
  "coverage",
]);

function addFile(hash: Hash, file: string): void {
  hash.update(file).update("\0").update(readFileSync(file)).update("\0");
}

function addTree(hash: Hash, entry: string): void {
  if (!existsSync(entry)) return;
  if (statSync(entry).isFile()) {
    addFile(hash, entry);
    return;
  }
  for (const child of readdirSync(entry).sort()) {
    if (!derived.has(child)) addTree(hash, path.join(entry, child));
  }
}

/** One hash over files, folders and further facts: equal hash, equal build. */
export function hashOf(entries: readonly string[], facts: readonly string[] = []): string {
  const hash = createHash("sha256");
  for (const entry of entries) addTree(hash, entry);
  for (const fact of facts) hash.update(fact).update("\0");
  return hash.digest("hex");
}
