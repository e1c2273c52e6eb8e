import { expect, test } from "vitest";
import { trimmed } from "./trimmed.ts";

const schema = `"Which."
enum Kind {
  "One."
  ONE
}

"""
Somebody,
in two lines.
"""
type Person @entity(immutable: false) {
  "Address."
  id: Bytes!
  "Where."
  home: House
  """
  What
  is kept.
  """
  things: [Thing!]! @derivedFrom(field: "owner")
  "Deeds."
  deeds: [Deed!]! @derivedFrom(field: "person")
}

"A house."
type House @entity(immutable: true) {
  "Number."
  id: Int8!
  "Of whom."
  owner: Person!
}

"A thing."
type Thing @entity(immutable: false) {
  "Address."
  id: Bytes!
  "Whose."
  owner: Person!
}

"A deed."
type Deed @entity(timeseries: true) {
  "Number."
  id: Int8!
  "Whose."
  person: Person!
}

"Deeds by the day."
type Deeds @aggregation(intervals: ["day"], source: "Deed") {
  "Number."
  id: Int8!
}
`;
const codeWith = (...names: readonly string[]) => [Buffer.from(`..${names.join("..")}..`, "utf16le")];

test("behavior: types that code names stay whole, what they refer to keeps its id, the rest is gone", () => {
  expect(trimmed(schema, codeWith("Person")).trimEnd()).toBe(`"Which."
enum Kind {
  "One."
  ONE
}

"""
Somebody,
in two lines.
"""
type Person @entity(immutable: false) {
  "Address."
  id: Bytes!
  "Where."
  home: House
}

type House @entity(immutable: false) {
  id: Int8!
}`);
});

test("behavior: what is summed from a type stays with it, and so do fields that are derived from what stays", () => {
  const kept = trimmed(schema, codeWith("Person", "Deed"));
  expect(kept).toContain("type Deeds @aggregation");
  expect(kept).toContain("deeds: [Deed!]!");
  expect(kept).not.toContain("Thing");
});

test("behavior: with all named it is the same schema", () => {
  expect(trimmed(schema, codeWith("Person", "House", "Thing", "Deed"))).toBe(schema);
});
