import { expect, test } from "vitest";
import { UnknownPartError } from "../src/errors.ts";
import { allParts, partsFrom, withNeeds } from "../src/stack/parts.ts";

test("a part brings along everything that it needs", () => {
  expect([...withNeeds(["graph-node"])].sort()).toEqual(["chain", "contracts", "graph-node", "postgres"]);
  expect([...withNeeds(["chain"])]).toEqual(["chain"]);
});

test("all parts are closed under what they need", () => {
  expect(withNeeds(allParts).size).toBe(allParts.length);
});

test("a command line without names means all parts", () => {
  expect(partsFrom([])).toEqual(allParts);
  expect(partsFrom(["api"])).toEqual(["api"]);
});

test("error: UnknownPartError for another name", () => {
  expect(() => partsFrom(["blockchain"])).toThrow(UnknownPartError);
});
