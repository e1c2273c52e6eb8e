import { child, list, spanOf, text } from "../solidity/ast.ts";
import type { Rule } from "./rules.ts";

const OPPOSITES: Readonly<Record<string, string>> = {
  add: "sub",
  sub: "add",
  mul: "div",
  div: "mul",
  mod: "mul",
  lt: "gt",
  gt: "lt",
  slt: "sgt",
  sgt: "slt",
  and: "or",
  or: "and",
  xor: "and",
  shl: "shr",
  shr: "shl",
};

/** What is changed inside `assembly`. */
export const YUL_RULES: Readonly<Record<string, Rule>> = {
  *YulIf({ node }) {
    const condition = child(node, "condition");
    if (condition === undefined) return;
    for (const truth of ["1", "0"]) yield { operator: "condition", ...spanOf(condition), text: truth };
  },

  *YulAssignment({ node }) {
    yield { operator: "statement", ...spanOf(node), text: "{}" };
  },

  *YulExpressionStatement({ node }) {
    yield { operator: "statement", ...spanOf(node), text: "{}" };
  },

  *YulFunctionCall({ node }, source) {
    const called = child(node, "functionName");
    const other = OPPOSITES[(called && text(called, "name")) ?? ""];
    if (called !== undefined && other !== undefined) {
      yield { operator: "arithmetic", ...spanOf(called), text: other };
    }
    const [operand] = list(node, "arguments");
    const isNegation = ["iszero", "not"].includes((called && text(called, "name")) ?? "");
    if (isNegation && operand !== undefined) {
      yield { operator: "logic", ...spanOf(node), text: source.of(operand) };
    }
  },

  *YulLiteral({ node }) {
    const value = text(node, "value") ?? "";
    if (text(node, "kind") !== "number") return;
    yield { operator: "constant", ...spanOf(node), text: (BigInt(value) + 1n).toString() };
    if (BigInt(value) > 1n) {
      yield { operator: "constant", ...spanOf(node), text: (BigInt(value) - 1n).toString() };
    }
  },
};
