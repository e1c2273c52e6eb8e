import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { RequirementError } from "../src/errors.ts";
import { gndBinary } from "../src/parts/graph-node.ts";
import { findChromium } from "../src/testing/chromium.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "qti-programs-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = (name: string, exitCode: number) => {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\nexit ${exitCode}\n`);
  chmodSync(file, 0o755);
  return file;
};

describe("findChromium", () => {
  test("the program that CHROMIUM_PATH names comes before those in PATH", () => {
    const inPath = program("chromium", 0);
    const named = program("my-browser", 0);
    expect(findChromium({ PATH: folder })).toBe(inPath);
    expect(findChromium({ PATH: folder, CHROMIUM_PATH: named })).toBe(named);
  });

  test("behavior: a placeholder that does not run is passed over", () => {
    program("chromium", 1);
    const works = program("google-chrome", 0);
    expect(findChromium({ PATH: folder })).toBe(works);
  });

  test("behavior: undefined where there is none", () => {
    expect(findChromium({ PATH: folder })).toBeUndefined();
  });
});

describe("gndBinary", () => {
  test("the npm package's, or the one that GND_BIN names", () => {
    expect(gndBinary({})).toMatch(/gnd-linux-x64\/bin\/gnd$/);
    const named = program("gnd", 0);
    expect(gndBinary({ GND_BIN: named })).toBe(named);
  });

  test("error: RequirementError when GND_BIN names nothing", () => {
    expect(() => gndBinary({ GND_BIN: path.join(folder, "gnd") })).toThrow(RequirementError);
  });
});
