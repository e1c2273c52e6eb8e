import { expect } from "chai";
import { measure } from "../../scripts/covered/figures.ts";
import { judge } from "../../scripts/covered/gate.ts";

const content = ["if (a) {", "    // Why.", "    b();", "    c(); d();", "}"].join("\n");

function statement(text: string, tag: string) {
  const start = content.indexOf(text);
  return { start, end: start + text.length, tag };
}

const statements = [
  { start: 0, end: content.length, tag: "if" },
  statement(content.slice(7), "body"),
  statement("\n    // Why.\n    b();", "b"),
  statement("c();", "c"),
  statement("d();", "d"),
];
const file = { file: "a/A.sol", content, statements };

describe("coverage of the contracts", () => {
  it("counts a line once every statement that starts there has run", () => {
    expect(measure(file, new Set(["if", "body", "b", "c", "d"]))).to.include({
      statements: 5,
      ran: 5,
      lines: 3,
      linesRan: 3,
    });
    expect(measure(file, new Set(["if", "body", "b", "c"]))).to.deep.equal({
      statements: 5,
      ran: 4,
      lines: 3,
      linesRan: 2,
      uncovered: [{ file: "a/A.sol", line: 4, text: "d();" }],
    });
  });

  it("names of nested statements only the outermost, where its code begins", () => {
    expect(measure(file, new Set(["if"])).uncovered.map(({ line }) => line)).to.deep.equal([1]);
    expect(measure(file, new Set(["if", "body", "c", "d"])).uncovered).to.deep.equal([
      { file: "a/A.sol", line: 3, text: "b();" },
    ]);
  });

  it("wants an excuse for what does not run, and no excuse for what does", () => {
    const many = { ...file, statements: Array.from({ length: 1_000 }, () => statement("b();", "b")) };
    const all = new Set(["if", "body", "b", "c"]);
    const excuse = { file: "a/A.sol", text: "d();", why: "nobody can" };
    expect(judge([file, many], all, []).complaints).to.deep.equal([
      "src/a/A.sol:4 runs in no test: d();",
      "75.00 % is below 99.5 %.",
    ]);
    expect(judge([many], all, [excuse]).complaints).to.deep.equal([
      "snapshots/uncovered.json excuses what runs or is no more: a/A.sol: d();",
    ]);
    expect(judge([many], all, [])).to.deep.include({ ok: true });
  });

  it("is not reached where nothing was measured", () => {
    expect(judge([], new Set(), []).ok).to.equal(false);
  });
});
