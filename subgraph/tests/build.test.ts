import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { build } from "../scripts/lib/build.ts";
import { readBinding } from "../scripts/lib/environment.ts";
import { BuildInputError } from "../scripts/lib/errors.ts";
import { folders } from "../scripts/lib/folders.ts";
import { type Contracts, placeholders } from "../scripts/lib/manifest.ts";
import { contractKeys } from "../scripts/lib/sources.ts";

const home = mkdtempSync(path.join(tmpdir(), "qti-subgraph-build-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const contractsOf = (chain: number): Contracts =>
  Object.fromEntries(contractKeys.map((key, index) => [key, `0x${chain}${String(index).padStart(39, "F")}`]));
const bindingOf = (chain: number) => ({
  contracts: contractsOf(chain),
  startBlock: chain,
  network: `net-${chain}`,
});
const read = (...parts: string[]) => readFileSync(path.join(...parts), "utf8");

test("behavior: two builds at once, in folders of their own, are bound to their own chains and share the code", async () => {
  await build(folders.build);
  const outs = [path.join(home, "one"), path.join(home, "two")];
  const builds = await Promise.all(outs.map((out, chain) => build(out, { binding: bindingOf(chain + 1) })));

  for (const [index, { folder, compiled, wasCompiled }] of builds.entries()) {
    expect(wasCompiled).toBe(false);
    for (const manifest of [read(folder, "subgraph.yaml"), read(compiled, "subgraph.yaml")]) {
      for (const address of Object.values(contractsOf(index + 1)))
        expect(manifest).toContain(address.toLowerCase());
      for (const address of Object.values(placeholders)) expect(manifest).not.toContain(address);
      expect(manifest.match(/"?startBlock"?: \d+/g)).toHaveLength(contractKeys.length);
      expect(
        new Set(manifest.match(/"?startBlock"?: \d+/g)?.map((line) => line.replaceAll('"', ""))),
      ).toEqual(new Set([`startBlock: ${index + 1}`]));
      expect(manifest).toContain(`net-${index + 1}`);
      expect(manifest).not.toMatch(/network"?: "?qti/);
    }
  }
});

test("behavior: a build bound to another chain later does not compile again", async () => {
  const out = path.join(home, "again");
  await build(out, { binding: bindingOf(3) });
  const { wasCompiled, compiled } = await build(out, { binding: bindingOf(4) });
  expect(wasCompiled).toBe(false);
  expect(read(compiled, "subgraph.yaml")).toContain("net-4");
});

test("behavior: no mapping can call the chain, for no ABI holds a function", async () => {
  await build(folders.build);
  const manifest = read(folders.build, "subgraph.yaml");
  const abis = [...manifest.matchAll(/"file": "(\.\/abis\/[^"]+)"/g)].map(([, file = ""]) => file);
  expect(abis.length).toBeGreaterThan(contractKeys.length);
  for (const file of abis) {
    const types = [...read(folders.build, file).matchAll(/^ {4}"type": "(\w+)"/gm)].map(([, type]) => type);
    expect(new Set(types)).toEqual(new Set(["event"]));
  }
});

test("error: BuildInputError names what is wrong with the environment", () => {
  expect(readBinding({})).toBeUndefined();
  expect(() => readBinding({ QTI_CONTRACTS: "{" })).toThrow(BuildInputError);
  expect(() => readBinding({ QTI_CONTRACTS: '{"qtiToken":"0x12"}' })).toThrow(/is not an address/);
  expect(() => readBinding({ QTI_CONTRACTS: "{}", QTI_START_BLOCK: "-1" })).toThrow(BuildInputError);
});

test("error: BuildInputError when a contract is missing from the map", async () => {
  const { keyDirectory: _, ...contracts } = contractsOf(5);
  const binding = { contracts, startBlock: 0, network: "qti" };
  await expect(build(path.join(home, "five"), { binding })).rejects.toThrow(/keyDirectory/);
});
