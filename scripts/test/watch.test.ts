import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changesIn } from "../src/core/watch.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "qti-watch-"));
  mkdirSync(path.join(folder, "assets"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("one burst of writes is one change, other files are none, and the end of the signal is the end", async () => {
  const stop = new AbortController();
  const changes = changesIn([{ name: "contracts", folder, matches: /\.sol$/ }], stop.signal);
  const first = changes.next();
  writeFileSync(path.join(folder, "notes.txt"), "x");
  writeFileSync(path.join(folder, "assets/A.sol"), "x");
  writeFileSync(path.join(folder, "assets/B.sol"), "x");
  expect(await first).toEqual({ done: false, value: new Set(["contracts"]) });

  const second = changes.next();
  stop.abort();
  expect(await second).toMatchObject({ done: true });
});
