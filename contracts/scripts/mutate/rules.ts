import { type AstNode, child, list, type Place, type Span, spanOf, text, typeOf } from "../solidity/ast.ts";
import type { Source } from "../solidity/source.ts";
import { YUL_RULES } from "./yulRules.ts";

/**
 * Ways to change a contract, the coarse ones first: who does not notice a missing check will notice nothing finer in it.
 * Gambit and slither-mutate have most of them; slither's replacing of lines by a revert is left out, since coverage says
 * already whether a line runs, and it would only make the figures look better.
 */
export const OPERATORS = [
  "check", // a require or a guarded revert is gone
  "modifier", // a modifier is gone
  "statement", // an assignment, a call, an event is gone
  "condition", // a branch is always or never taken
  "logic", // one side of && or || is all that counts, a negation is gone
  "relation", // a boundary moves, equal becomes different
  "arithmetic", // another operator
  "rounding", // up becomes down, the smaller becomes the greater
  "value", // nothing in place of what was computed
  "constant", // one more, one less, the other truth, no text
  "order", // two arguments of one type change places
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Other text in place of a span. */
export interface Change extends Span {
  readonly operator: Operator;
  readonly text: string;
}

export type Rule = (place: Place, source: Source) => Iterable<Change>;

/** In place of a statement, which a branch without braces cannot do without. */
const NOTHING = "{}";

const COUNTERPARTS: Readonly<Record<string, readonly string[]>> = {
  "<": ["<="],
  "<=": ["<"],
  ">": [">="],
  ">=": [">"],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "**": ["*"],
  "<<": [">>"],
  ">>": ["<<"],
  "&": ["|"],
  "|": ["&"],
  "^": ["&"],
  "+=": ["-="],
  "-=": ["+="],
  "*=": ["/="],
  "/=": ["*="],
  "%=": ["*="],
  "<<=": [">>="],
  ">>=": ["<<="],
  "&=": ["|="],
  "|=": ["&="],
  "^=": ["&="],
};
const RELATIONS = new Set(["<", "<=", ">", ">=", "==", "!="]);
const OPPOSITE_MEMBERS: Readonly<Record<string, string>> = {
  Floor: "Ceil",
  Ceil: "Floor",
  Trunc: "Expand",
  Expand: "Trunc",
  min: "max",
  max: "min",
};
/** Calls whose first two arguments may change places as they like. */
const COMMUTATIVE = /\b(mulDiv|min|max|average|commutativeKeccak256|tryAdd|tryMul)$/;

/** Rules by the kind of node that they change. */
export const RULES: Readonly<Record<string, Rule>> = {
  *ExpressionStatement({ node, parents }, source) {
    // A loop without its step does not end: that says nothing about tests.
    if (isStepOfLoop(node, parents) || isInCheck(parents)) return;
    const operator = calls(node, "require", "assert", "revert") ? "check" : "statement";
    yield { operator, ...whole(node, source), text: NOTHING };
  },

  *EmitStatement({ node }, source) {
    yield { operator: "statement", ...whole(node, source), text: NOTHING };
  },

  *RevertStatement({ node, parents }, source) {
    if (isInCheck(parents)) return;
    yield { operator: "check", ...whole(node, source), text: NOTHING };
  },

  *FunctionDefinition({ node }) {
    for (const each of list(node, "modifiers")) {
      if (text(each, "kind") === "modifierInvocation") {
        yield { operator: "modifier", ...spanOf(each), text: "" };
      }
    }
  },

  *IfStatement({ node }, source) {
    if (isCheck(node)) yield { operator: "check", ...whole(node, source), text: NOTHING };
    else yield* always(node, "true", "false");
  },

  *Conditional({ node }) {
    yield* always(node, "true", "false");
  },

  *WhileStatement({ node }) {
    yield* always(node, "false");
  },

  *ForStatement({ node }) {
    yield* always(node, "false");
  },

  *Break({ node }) {
    yield { operator: "condition", ...spanOf(node), text: "continue" };
  },

  *Continue({ node }) {
    yield { operator: "condition", ...spanOf(node), text: "break" };
  },

  *BinaryOperation({ node }, source) {
    const left = child(node, "leftExpression");
    const right = child(node, "rightExpression");
    const operator = text(node, "operator") ?? "";
    if (left === undefined || right === undefined) return;
    if (operator === "&&" || operator === "||") {
      yield { operator: "logic", ...spanOf(node), text: source.of(left) };
      yield { operator: "logic", ...spanOf(node), text: source.of(right) };
      return;
    }
    const kind = RELATIONS.has(operator) ? "relation" : "arithmetic";
    for (const other of COUNTERPARTS[operator] ?? otherThanEqual(operator, left, right)) {
      yield { operator: kind, ...between(left, right, operator, source), text: other };
    }
  },

  *UnaryOperation({ node, parents }, source) {
    const operand = child(node, "subExpression");
    const operator = text(node, "operator") ?? "";
    if (operand === undefined) return;
    if (operator === "!") yield { operator: "logic", ...spanOf(node), text: source.of(operand) };
    if (operator === "-" || operator === "~") {
      yield { operator: "arithmetic", ...spanOf(node), text: source.of(operand) };
    }
    const parent = parents.at(-1);
    if (parent !== undefined && isStepOfLoop(parent, parents.slice(0, -1))) return;
    const { start, end } = spanOf(node);
    if (operator !== "++" && operator !== "--") return;
    const place = node.prefix === true ? { start, end: start + 2 } : { start: end - 2, end };
    yield { operator: "arithmetic", ...place, text: operator === "++" ? "--" : "++" };
  },

  *Assignment({ node }, source) {
    const left = child(node, "leftHandSide");
    const right = child(node, "rightHandSide");
    const operator = text(node, "operator") ?? "";
    if (left === undefined || right === undefined) return;
    for (const other of COUNTERPARTS[operator] ?? []) {
      yield { operator: "arithmetic", ...between(left, right, operator, source), text: other };
    }
  },

  *VariableDeclarationStatement({ node }, source) {
    const value = child(node, "initialValue");
    if (value !== undefined && list(node, "declarations").length === 1) yield* nothingFor(value, source);
  },

  *Return({ node }, source) {
    const value = child(node, "expression");
    if (value === undefined) return;
    const parts = value.nodeType === "TupleExpression" ? list(value, "components") : [value];
    for (const part of parts) yield* nothingFor(part, source);
  },

  *Literal({ node, parents }, source) {
    const kind = text(node, "kind");
    if (kind === "bool") {
      yield {
        operator: "constant",
        ...spanOf(node),
        text: text(node, "value") === "true" ? "false" : "true",
      };
    }
    if (kind === "string" && text(node, "value") !== "") {
      yield { operator: "constant", ...spanOf(node), text: '""' };
    }
    if (kind !== "number" || typeOf(node).startsWith("address")) return;
    for (const other of neighbours(node, parents.at(-1), source)) {
      yield { operator: "constant", ...spanOf(node), text: other };
    }
  },

  *MemberAccess({ node }) {
    const other = OPPOSITE_MEMBERS[text(node, "memberName") ?? ""];
    const { end } = spanOf(node);
    const length = text(node, "memberName")?.length ?? 0;
    if (other !== undefined) yield { operator: "rounding", start: end - length, end, text: other };
  },

  *FunctionCall({ node }, source) {
    const args = list(node, "arguments");
    const called = child(node, "expression");
    for (const [index, left] of args.entries()) {
      const right = args[index + 1];
      if (right === undefined || typeOf(left) !== typeOf(right)) continue;
      if (source.of(left) === source.of(right)) continue;
      if (index === 0 && called !== undefined && COMMUTATIVE.test(source.of(called))) continue;
      const gap = source.of({ start: spanOf(left).end, end: spanOf(right).start });
      yield {
        operator: "order",
        start: spanOf(left).start,
        end: spanOf(right).end,
        text: source.of(right) + gap + source.of(left),
      };
    }
  },

  ...YUL_RULES,
};

/** An `if` without `else` that does nothing but revert. */
export function isCheck(node: AstNode): boolean {
  const body = child(node, "trueBody");
  if (body === undefined || child(node, "falseBody") !== undefined) return false;
  const statements = body.nodeType === "Block" ? list(body, "statements") : [body];
  const [only, ...more] = statements;
  return (
    only !== undefined && more.length === 0 && (only.nodeType === "RevertStatement" || calls(only, "revert"))
  );
}

/** What a check does when it fails goes with the check. */
function isInCheck(parents: readonly AstNode[]): boolean {
  return parents.some((parent) => parent.nodeType === "IfStatement" && isCheck(parent));
}

/** A statement that is a call of one of the compiler's own functions. */
function calls(statement: AstNode, ...names: readonly string[]): boolean {
  const call = child(statement, "expression");
  const called = call?.nodeType === "FunctionCall" ? child(call, "expression") : undefined;
  return called !== undefined && names.includes(text(called, "name") ?? "");
}

function isStepOfLoop(statement: AstNode, parents: readonly AstNode[]): boolean {
  const loop = parents.at(-1);
  return loop?.nodeType === "ForStatement" && child(loop, "loopExpression") === statement;
}

/** A statement with its semicolon. */
function whole(node: AstNode, source: Source): Span {
  const { start, end } = spanOf(node);
  return { start, end: source.endOfStatement(end) };
}

function* always(node: AstNode, ...truths: string[]): Generator<Change> {
  const condition = child(node, "condition");
  if (condition === undefined || condition.nodeType === "Literal") return;
  for (const truth of truths) yield { operator: "condition", ...spanOf(condition), text: truth };
}

/** Where the operator stands between two operands, which may be in parentheses or followed by comments. */
function between(left: AstNode, right: AstNode, operator: string, source: Source): Span {
  const gap = { start: spanOf(left).end, end: spanOf(right).start };
  const start = gap.start + Buffer.byteLength(source.of(gap).split(operator)[0] ?? "");
  return { start, end: start + operator.length };
}

/** What "equal" and "different" become. Nothing is below zero, so there only the opposite says something. */
function otherThanEqual(operator: string, left: AstNode, right: AstNode): readonly string[] {
  if (operator !== "==" && operator !== "!=") return [];
  const opposite = operator === "==" ? ["!="] : ["=="];
  const isNumber = /^u?int/.test(typeOf(left)) && /^u?int/.test(typeOf(right));
  const isZero = [left, right].some((side) => typeOf(side) === "int_const 0");
  if (!isNumber || isZero) return opposite;
  return operator === "==" ? ["<=", ">="] : ["<", ">"];
}

/** Nothing in place of a value; the opposite in place of a truth that no other rule changes. */
function* nothingFor(value: AstNode, source: Source): Generator<Change> {
  if (value.nodeType === "Literal") return;
  const type = typeOf(value);
  const place = spanOf(value);
  const bytes = /^bytes\d+$/.exec(type)?.[0];
  const enumeration = /^enum (.+)$/.exec(type)?.[1];
  if (/^u?int\d+$/.test(type)) yield { operator: "value", ...place, text: "0" };
  if (/^address/.test(type)) {
    yield { operator: "value", ...place, text: type === "address" ? "address(0)" : "payable(address(0))" };
  }
  if (bytes !== undefined) yield { operator: "value", ...place, text: `${bytes}(0)` };
  if (enumeration !== undefined) yield { operator: "value", ...place, text: `type(${enumeration}).min` };
  if (type === "bool" && !["BinaryOperation", "UnaryOperation", "Conditional"].includes(value.nodeType)) {
    yield { operator: "value", ...place, text: `!(${source.of(value)})` };
  }
}

/** The numbers beside a number. Bytes are written with all their digits. */
function neighbours(node: AstNode, parent: AstNode | undefined, source: Source): string[] {
  const value = text(node, "value") ?? "";
  const written = source.of(node);
  const width = parent?.nodeType === "FunctionCall" && text(parent, "kind") === "typeConversion";
  const bytes = width ? /^bytes(\d+)$/.exec(typeOf(parent))?.[1] : undefined;
  if (bytes !== undefined) return [`0x${(BigInt(value) ^ 1n).toString(16).padStart(2 * Number(bytes), "0")}`];
  if (value === "0") return ["1"];
  if (written === "1") return ["0", "2"];
  return [`(${written} + 1)`, `(${written} - 1)`];
}
