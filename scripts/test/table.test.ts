import { expect, test } from "vitest";
import { table } from "../src/core/table.ts";

test("columns are as wide as their widest cell and lines have no trailing blanks", () => {
  expect(
    table([
      ["Web", "http://localhost:3000"],
      ["GraphQL", "http://127.0.0.1:8000"],
      ["", ""],
    ]),
  ).toBe("  Web      http://localhost:3000\n  GraphQL  http://127.0.0.1:8000\n");
});

test("behavior: a column can stand on the right, and an undefined row is a blank line", () => {
  expect(table([["gas", "9"], undefined, ["time", "1000"]], ["left", "right"])).toBe(
    "  gas      9\n\n  time  1000",
  );
});
