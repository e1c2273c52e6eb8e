import { createHash, type Hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { qtiDir } from "./paths.ts";

/** What builds and installs write, tests and tools: none of them changes what a build gives. */
const skipped =
  /^(node_modules|\.next|\.turbo|dist|build|artifacts(-\w+)?|cache(-\w+)?|coverage|types|tests?|test-results|e2e|scripts|next-env\.d\.ts)$|\.test\.tsx?$|\.tsbuildinfo$/;

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
    if (!skipped.test(child)) addTree(hash, path.join(entry, child));
  }
}

/** One hash over files, folders and further facts: equal hash, equal build. */
export function hashOf(entries: readonly string[], facts: readonly string[] = []): string {
  const hash = createHash("sha256");
  for (const entry of entries) addTree(hash, entry);
  for (const fact of facts) hash.update(fact).update("\0");
  return hash.digest("hex");
}

/** A build that writes into a source folder, and what it is made from. */
export interface CachedBuild {
  readonly name: string;
  readonly hash: string;
  /** A file that the build writes: without it, or with another content than then, the build is not there any more. */
  readonly witness: string;
  build(): Promise<void>;
}

/** Runs the build unless the same one stands already. True where it ran. */
export async function buildOnce({ name, hash, witness, build }: CachedBuild): Promise<boolean> {
  const stamp = path.join(qtiDir, "cache", name);
  const current = () => `${hash} ${existsSync(witness) ? hashOf([witness]) : "missing"}`;
  if (existsSync(stamp) && existsSync(witness) && readFileSync(stamp, "utf8") === current()) return false;
  await build();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, current());
  return true;
}
