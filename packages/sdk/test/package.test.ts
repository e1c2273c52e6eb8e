import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildPackage } from "../scripts/build.ts";

const sdk = join(import.meta.dirname, "..");
const work = mkdtempSync(join(tmpdir(), "qti-package-"));
const out = join(work, "package");
const consumer = join(work, "consumer");

/** Runs a program of Node and says what it printed. */
function node(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  return { status, output: `${stdout}${stderr}` };
}

const program = (name: string, bin: string) =>
  join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), bin);

// What is published, as a consumer has it: beside the packages it depends on, and nothing of this workspace.
beforeAll(() => {
  buildPackage(out);
  mkdirSync(join(consumer, "node_modules/@qti"), { recursive: true });
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(out, "package.json"), "utf8"));
  for (const name of [
    ...Object.keys({ ...dependencies, ...peerDependencies }),
    "@types/react",
    "@types/node",
  ]) {
    mkdirSync(dirname(join(consumer, "node_modules", name)), { recursive: true });
    symlinkSync(join(sdk, "node_modules", name), join(consumer, "node_modules", name));
  }
  symlinkSync(out, join(consumer, "node_modules/@qti/sdk"));
  symlinkSync(join(consumer, "node_modules"), join(work, "node_modules"));
  writeFileSync(join(consumer, "package.json"), '{ "type": "module" }');
}, 120_000);

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe("the published package", () => {
  test("behavior: publint finds nothing", async () => {
    const { messages, pkg } = await publint({ pkgDir: out, strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("behavior: its types are found by every way of resolving that ESM has", () => {
    const tarball = join(work, "sdk.tgz");
    expect(spawnSync("tar", ["-czf", tarball, "-C", work, "package"]).status).toBe(0);
    const attw = program("@arethetypeswrong/cli", "dist/index.js");
    const { status, output } = node(
      work,
      attw,
      tarball,
      "--profile",
      "esm-only",
      "--no-color",
      "--format",
      "ascii",
    );
    expect(status, output).toBe(0);
  }, 60_000);

  test("behavior: Node loads every entry", () => {
    const { exports } = JSON.parse(readFileSync(join(out, "package.json"), "utf8"));
    const entries = Object.keys(exports).filter((entry) => entry !== "./package.json");
    const code = entries.map((entry) => `await import("@qti/sdk${entry.slice(1)}");`).join("\n");
    expect(node(consumer, "--input-type=module", "--eval", code)).toEqual({ status: 0, output: "" });
  });

  test("behavior: a class of an error is the same through every entry", () => {
    const code = `
      import { approve } from "@qti/sdk";
      import { AccountMissingError } from "@qti/sdk/errors";
      import { createPublicClient, http } from "viem";
      const error = await approve(createPublicClient({ transport: http("http://127.0.0.1:9") }), {}).catch((e) => e);
      console.log(error instanceof AccountMissingError);
    `;
    expect(node(consumer, "--input-type=module", "--eval", code)).toEqual({ status: 0, output: "true\n" });
  });

  test("behavior: a strict consumer type-checks against it", () => {
    const source = `
      import { deposit, type QtiClient } from "@qti/sdk";
      import { stakingVaultAbi } from "@qti/sdk/abis";
      import { addresses } from "@qti/sdk/addresses";
      import { StakingPausedError } from "@qti/sdk/errors";
      import { useVault } from "@qti/sdk/react";
      import { createSubgraphClient } from "@qti/sdk/subgraph";
      export const send = (client: QtiClient) => deposit(client, { assets: 1n });
      export const vault: \`0x\${string}\` = addresses[31337].stakingVault;
      export const name: "deposit" | undefined = stakingVaultAbi.find((item) => "name" in item && item.name === "deposit")?.name as "deposit" | undefined;
      export { createSubgraphClient, StakingPausedError, useVault };
    `;
    writeFileSync(join(consumer, "consumer.ts"), source);
    for (const [module, resolution] of [
      ["nodenext", "nodenext"],
      ["esnext", "bundler"],
    ]) {
      const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--lib", "es2022,dom"];
      const tsc = program("typescript", "bin/tsc");
      const checked = node(
        consumer,
        tsc,
        ...options,
        "--module",
        `${module}`,
        "--moduleResolution",
        `${resolution}`,
        "consumer.ts",
      );
      expect(checked).toEqual({ status: 0, output: "" });
    }
  }, 60_000);

  test.each([
    ["a browser", { platform: "browser" }],
    // Metro and its like: no Node, their own conditions, nothing newer than ES2020.
    [
      "a bundler like React Native's",
      { platform: "neutral", conditions: ["react-native"], target: "es2020", mainFields: ["module", "main"] },
    ],
  ] as const)("behavior: %s can bundle it", async (_, options) => {
    const bundled = await build({
      stdin: { contents: 'export { deposit, getVault } from "@qti/sdk"', resolveDir: consumer },
      bundle: true,
      write: false,
      format: "esm",
      logLevel: "silent",
      ...options,
      conditions: "conditions" in options ? [...options.conditions] : [],
      mainFields: "mainFields" in options ? [...options.mainFields] : ["browser", "module", "main"],
    });
    expect(bundled.errors).toEqual([]);
    expect(bundled.outputFiles[0]?.text).not.toContain("node:");
  });
});
