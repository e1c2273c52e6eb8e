import { expect, test } from "vitest";
import { benchTable, meetsBar } from "../src/bench/rows.ts";

const row = {
  name: "assets/gas/transfer",
  unit: "gas",
  value: 60_000,
  bar: 60_000,
  better: "lower",
} as const;

test("a figure meets its bar when it is on the better side or on it", () => {
  expect(meetsBar(row)).toBe(true);
  expect(meetsBar({ ...row, value: 60_001 })).toBe(false);
  expect(meetsBar({ ...row, better: "higher", value: 59_999 })).toBe(false);
  expect(meetsBar({ ...row, bar: undefined, value: 1e9 })).toBe(true);
});

test("the table marks exactly the rows that miss their bar", () => {
  const lines = benchTable([row, { ...row, name: "assets/gas/mint", value: 70_000 }]).split("\n");
  expect(lines.filter((line) => line.includes("misses")).map((line) => line.trim().split(" ")[0])).toEqual([
    "assets/gas/mint",
  ]);
});
