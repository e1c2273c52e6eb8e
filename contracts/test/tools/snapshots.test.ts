import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { readExplained, stale } from "../../scripts/mutate/explained.ts";
import { mutantsOf } from "../../scripts/mutate/mutants.ts";
import { treesOf } from "../../scripts/mutate/prepare.ts";
import { deployables, SIZE_LIMIT } from "../../scripts/solidity/deployable.ts";
import { layoutOf } from "../../scripts/solidity/layout.ts";
import { isContract, readProject } from "../../scripts/solidity/project.ts";
import { readLayouts } from "../../scripts/solidity/readLayouts.ts";

const root = join(import.meta.dirname, "../..");
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, "snapshots", file), "utf8"));

describe("what is committed about the contracts", () => {
  it("is where they keep their state", async () => {
    const hint = "if this is meant: node scripts/layouts.ts --update, and say why in the commit";
    expect(await readLayouts(), hint).to.deep.equal(read("layouts.json"));
  });

  it("explains only mutants that there are, each with a reason", async () => {
    const file = join(root, "snapshots/mutants.json");
    const explained = readExplained(file);
    const project = await readProject();
    const named = new Set([...explained.values()].map((each) => `src/${each.file}`));
    const units = project.units.filter((unit) => isContract(unit) && named.has(unit.path));
    const trees = units.length === 0 ? {} : treesOf({ ...project, units });
    const mutants = units.flatMap(({ name, path }) => {
      const tree = trees[name];
      return tree === undefined ? [] : mutantsOf(path.replace("src/", ""), project.sources[name] ?? "", tree);
    });
    expect(stale(explained, mutants)).to.deep.equal([]);
    for (const { file: of, in: scope, why } of explained.values())
      expect(why, `${of} ${scope}`).to.match(/\S{3}/);
    expect(explained.size, "the same mutant twice").to.equal((read("mutants.json") as unknown[]).length);
  });
});

describe("the size of the contracts", () => {
  it("is below what a chain accepts", () => {
    // As `npm run build` left them: what the tests run on is instrumented and larger.
    const found = deployables(join(root, "artifacts"));
    expect(found.map(({ name }) => name)).to.include.members(["AssetToken", "StakingVault"]);
    for (const { name, size } of found) expect(size, name).to.be.below(SIZE_LIMIT);
  });
});

describe("a storage layout", () => {
  it("names slots, structs and what is in mappings, and no ids of the compiler", () => {
    const item = (label: string, slot: string, offset: number, type: string) => ({
      label,
      slot,
      offset,
      type,
    });
    const layout = layoutOf({
      storage: [item("a", "0", 0, "t_address"), item("m", "1", 0, "t_map")],
      types: {
        t_address: { label: "address", numberOfBytes: "20" },
        t_map: {
          label: "mapping(address => struct S)",
          numberOfBytes: "32",
          key: "t_address",
          value: "t_struct(S)77",
        },
        "t_struct(S)77": {
          label: "struct S",
          numberOfBytes: "32",
          members: [item("x", "0", 20, "t_address")],
        },
      },
    });
    expect(layout).to.deep.equal({
      storage: ["slot 0 + 0: address a", "slot 1 + 0: mapping(address => struct S) m"],
      structs: { "struct S": ["slot 0 + 20: address x"] },
    });
  });
});
