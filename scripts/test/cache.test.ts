import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashOf } from "../src/core/cache.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "qti-cache-"));
  mkdirSync(path.join(folder, "src"));
  writeFileSync(path.join(folder, "src/a.ts"), "1");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("equal sources have an equal hash", () => {
  expect(hashOf([folder])).toBe(hashOf([folder]));
});

test("behavior: content, names and facts change the hash", () => {
  const before = hashOf([folder], ["fact"]);
  expect(hashOf([folder], ["other fact"])).not.toBe(before);
  writeFileSync(path.join(folder, "src/a.ts"), "2");
  const changed = hashOf([folder], ["fact"]);
  expect(changed).not.toBe(before);
  writeFileSync(path.join(folder, "src/cache.ts"), "");
  expect(hashOf([folder], ["fact"])).not.toBe(changed);
});

test("behavior: what builds and installs write does not count, nor does a missing entry", () => {
  const before = hashOf([folder, path.join(folder, "missing")]);
  for (const derived of ["node_modules", ".next", "cache-production"]) {
    mkdirSync(path.join(folder, derived));
    writeFileSync(path.join(folder, derived, "x"), "x");
  }
  expect(hashOf([folder])).toBe(before);
});
