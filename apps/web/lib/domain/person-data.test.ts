import { expect, it } from "vitest";
import { groupData } from "./person-data";

it("adds up what belongs together, in the order of the app, and leaves out what there is nothing of", () => {
  const items = [
    { table: "orders", rows: 3 },
    { table: "sessions", rows: 1 },
    { table: "passkeys", rows: 2 },
    { table: "tap_names", rows: 0 },
  ];
  expect(groupData(items).map(({ group, rows }) => [group, rows])).toEqual([
    ["signIn", 3],
    ["exchange", 3],
  ]);
});

it("shows a table that it does not know as well", () => {
  expect(groupData([{ table: "brand_new", rows: 1 }])).toMatchObject([{ group: "other", rows: 1 }]);
});
