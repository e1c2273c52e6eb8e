import { expect, test } from "vitest";
import { allParts, withNeeds } from "../src/stack/parts.ts";

test("a part brings along everything that it needs", () => {
  expect([...withNeeds(["graph-node"])].sort()).toEqual(["chain", "contracts", "graph-node", "postgres"]);
  expect([...withNeeds(["chain"])]).toEqual(["chain"]);
});

test("all parts are closed under what they need", () => {
  expect(withNeeds(allParts).size).toBe(allParts.length);
});
