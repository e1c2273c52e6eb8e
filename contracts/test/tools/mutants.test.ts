import { expect } from "chai";
import { keyOf } from "../../scripts/mutate/mutants.ts";
import { errorOf } from "../../scripts/solidity/compiler.ts";
import { changesOf, mutantsIn } from "./small.ts";

describe("mutants of a contract", () => {
  it("drop a check as a whole, and move its boundary", () => {
    expect(changesOf("if (a < b) revert();").slice(0, 1)).to.deep.equal(["check: if (a < b) revert(); => "]);
    expect(changesOf("if (a < b) revert Bad(a);", "error Bad(uint256);")).to.deep.equal([
      "check: if (a < b) revert Bad(a); => ",
      "relation: if (a < b) => if (a <= b)",
    ]);
    expect(changesOf("require(a != b);")).to.deep.equal([
      "check: require(a != b); => ",
      "relation: require(a != b) => require(a < b)",
      "relation: require(a != b) => require(a > b)",
    ]);
  });

  it("take a branch always and never, and count one side of a condition only", () => {
    expect(changesOf("if (a > 1 && b == 0) c = a;")).to.deep.equal([
      "condition: if (a > 1 && b == 0) => if (true)",
      "condition: if (a > 1 && b == 0) => if (false)",
      "logic: if (a > 1 && b == 0) => if (a > 1)",
      "logic: if (a > 1 && b == 0) => if (b == 0)",
      "relation: if (a > 1 && b == 0) => if (a >= 1 && b == 0)",
      "constant: if (a > 1 && b == 0) => if (a > 0 && b == 0)",
      "constant: if (a > 1 && b == 0) => if (a > 2 && b == 0)",
      "relation: if (a > 1 && b == 0) => if (a > 1 && b != 0)",
      "constant: if (a > 1 && b == 0) => if (a > 1 && b == 1)",
      "statement: c = a; => ",
    ]);
  });

  it("remove a modifier, but not what a constructor hands to its base", () => {
    const found = mutantsIn(`contract Base { constructor(uint256) {} }
      contract Small is Base { constructor() Base(7) {} modifier only() { _; } function f() external only {} }`);
    expect(
      found.filter(({ operator }) => operator === "modifier").map(({ from, to }) => [from, to]),
    ).to.deep.equal([["only", ""]]);
  });

  it("exchange operators, rounding and the order of arguments of one type", () => {
    const around = `enum Rounding { Floor, Ceil } event Moved(uint256 a, uint256 b, bool c);
      function mulDiv(uint256 x, uint256 y, uint256 z, Rounding) internal pure returns (uint256) { return x * y / z; }`;
    expect(changesOf("c = mulDiv(a, b, 3, Rounding.Ceil);", around)).to.deep.equal([
      "statement: c = mulDiv(a, b, 3, Rounding.Ceil); => ",
      "constant: c = mulDiv(a, b, 3, Rounding.Ceil) => c = mulDiv(a, b, (3 + 1), Rounding.Ceil)",
      "constant: c = mulDiv(a, b, 3, Rounding.Ceil) => c = mulDiv(a, b, (3 - 1), Rounding.Ceil)",
      "rounding: c = mulDiv(a, b, 3, Rounding.Ceil) => c = mulDiv(a, b, 3, Rounding.Floor)",
    ]);
    expect(changesOf("emit Moved(a, b, true);", around)).to.deep.equal([
      "statement: emit Moved(a, b, true); => ",
      "order: emit Moved(a, b, true) => emit Moved(b, a, true)",
      "constant: emit Moved(a, b, true) => emit Moved(a, b, false)",
    ]);
    expect(changesOf("c += a << b;")).to.deep.equal([
      "statement: c += a << b; => ",
      "arithmetic: c += a << b => c -= a << b",
      "arithmetic: c += a << b => c += a >> b",
    ]);
  });

  it("put nothing in place of what is computed", () => {
    expect(changesOf("address d = msg.sender; d; return a + b;")).to.deep.equal([
      "value: address d = msg.sender => address d = address(0)",
      "statement: d; => ",
      "value: return a + b => return 0",
      "arithmetic: return a + b => return a - b",
    ]);
  });

  it("leave the step of a loop alone, which would not end", () => {
    const found = changesOf("for (uint256 i = 0; i < a; ++i) { if (i == b) continue; c = i; }");
    expect(found.filter((change) => change.includes("++i") && !change.includes("for ("))).to.deep.equal([]);
    expect(found).to.include("condition: for (uint256 i = 0; i < a; ++i) => for (uint256 i = 0; false; ++i)");
    expect(found).to.include("condition: continue => break");
  });

  it("keep bytes as long as they are, and units what they are", () => {
    const found = mutantsIn(`contract Small {
      bytes4 private constant ID = bytes4(0x0103bb4c); uint256 private constant PAUSE = 14 days; bytes32 private constant NAME = "abc"; }`);
    expect(found.map(({ to }) => to)).to.deep.equal([
      "bytes4 private constant ID = bytes4(0x0103bb4d)",
      "uint256 private constant PAUSE = (14 days + 1)",
      "uint256 private constant PAUSE = (14 days - 1)",
      'bytes32 private constant NAME = ""',
    ]);
  });

  it("reach into assembly", () => {
    const found = changesOf("assembly { if gt(a, 0x1f) { c := add(a, b) } }");
    expect(found).to.deep.equal([
      "condition: if gt(a, 0x1f) => if 1",
      "condition: if gt(a, 0x1f) => if 0",
      "arithmetic: if gt(a, 0x1f) => if lt(a, 0x1f)",
      "constant: if gt(a, 0x1f) => if gt(a, 32)",
      "constant: if gt(a, 0x1f) => if gt(a, 30)",
      "statement: c := add(a, b) => ",
      "arithmetic: c := add(a, b) => c := sub(a, b)",
    ]);
  });

  it("make nothing of declarations and interfaces", () => {
    expect(
      mutantsIn("interface Small { event E(uint256 a, uint256 b); function f(uint256 a) external; }"),
    ).to.deep.equal([]);
  });

  it("change the very place that they name, whatever letters stand before it", () => {
    const [first] = mutantsIn(
      "contract Small { // née größer → ∞\n function f() external pure returns (uint256) { return 7; } }",
    );
    expect(first?.content).to.include(
      "// née größer → ∞\n function f() external pure returns (uint256) { return (7 + 1); }",
    );
    expect(first?.line).to.equal(4);
  });

  it("keep their names when other code is edited, and get a number where a statement is repeated", () => {
    const code = "contract Small { uint256 x; function f() external { x = 7; x = 7; } }";
    const names = mutantsIn(code).map(keyOf);
    expect(mutantsIn(`contract Other { uint256 y = 1; }\n\n${code}`).map(keyOf)).to.include.members(names);
    expect(new Set(names).size).to.equal(names.length);
    expect(mutantsIn(code).map(({ nth }) => nth)).to.deep.equal([undefined, undefined, undefined, 2, 2, 2]);
  });
});

describe("the compiler in this process", () => {
  it("names the first error and no warning", () => {
    expect(errorOf({ errors: [{ severity: "warning", formattedMessage: "unused" }] })).to.equal(undefined);
    expect(errorOf({ errors: [{ severity: "error", formattedMessage: "wrong" }] })).to.equal("wrong");
  });
});
