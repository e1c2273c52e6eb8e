import { type AstNode, child, type Place, type Span, spanOf, text, walk } from "../solidity/ast.ts";
import { Source } from "../solidity/source.ts";
import { type Change, OPERATORS, type Operator, RULES } from "./rules.ts";

/** What a mutant is known by. It says nothing of lines, so that it stays the same whatever is edited around it. */
export interface MutantName {
  /** Below `src`, such as "assets/AssetToken.sol". */
  readonly file: string;
  /** Contract and function, such as "AssetToken._update". */
  readonly in: string;
  /** The statement as it is, in one line. */
  readonly from: string;
  /** The statement as it would be; empty where it is gone. */
  readonly to: string;
  /** Counts from 2 where the same statement stands in the same function again. */
  readonly nth?: number;
}

/** One small change of one file. */
export interface Mutant extends MutantName {
  readonly operator: Operator;
  readonly line: number;
  readonly change: Span & { readonly text: string };
  /** The file with the change. */
  readonly content: string;
}

/** Nodes that are shown as a whole when something in them changes. */
const STATEMENTS = new Set([
  "ExpressionStatement",
  "EmitStatement",
  "RevertStatement",
  "Return",
  "Break",
  "Continue",
  "VariableDeclaration",
  "VariableDeclarationStatement",
  "ModifierInvocation",
  "YulAssignment",
  "YulExpressionStatement",
  "YulVariableDeclaration",
]);

/** Every mutant of a file, in the order of the file. `ast` is the compiler's tree of `content`. */
export function mutantsOf(file: string, content: string, ast: AstNode): Mutant[] {
  const source = new Source(content);
  const found = new Map<string, { change: Change; place: Place }>();
  for (const place of walk(ast)) {
    for (const change of RULES[place.node.nodeType]?.(place, source) ?? []) {
      const before = source.of(change);
      if (before === change.text) continue;
      const key = `${change.start} ${change.end} ${change.text}`;
      if (!found.has(key)) found.set(key, { change, place });
    }
  }
  const ordered = [...found.values()].sort(
    ({ change: a }, { change: b }) =>
      a.start - b.start || OPERATORS.indexOf(a.operator) - OPERATORS.indexOf(b.operator),
  );
  const seen = new Map<string, number>();
  return ordered.map(({ change, place }) => {
    const name = { file, in: scopeOf(place), ...shown(change, place, source) };
    const nth = (seen.get(keyOf(name)) ?? 0) + 1;
    seen.set(keyOf(name), nth);
    return {
      ...name,
      ...(nth > 1 ? { nth } : {}),
      operator: change.operator,
      line: source.line(change.start),
      change: { start: change.start, end: change.end, text: change.text },
      content: source.with(change, change.text),
    };
  });
}

/** One text for a name. */
export function keyOf({ file, in: scope, from, to, nth }: MutantName): string {
  return JSON.stringify(nth === undefined ? [file, scope, from, to] : [file, scope, from, to, nth]);
}

function scopeOf({ node, parents }: Place): string {
  const names = [...parents, node].flatMap((each) => {
    if (["ContractDefinition", "ModifierDefinition"].includes(each.nodeType)) return [text(each, "name")];
    if (each.nodeType === "FunctionDefinition") return [text(each, "name") || text(each, "kind")];
    const isState =
      each.nodeType === "VariableDeclaration" && (each.stateVariable === true || each.constant === true);
    return isState ? [text(each, "name")] : [];
  });
  return names.join(".");
}

/** The statement around a change, before and after. */
function shown(change: Change, place: Place, source: Source): Pick<MutantName, "from" | "to"> {
  const span = context(change, place);
  const changed = source.with(change, change.text);
  const after = Buffer.from(changed).subarray(
    span.start,
    span.end + Buffer.byteLength(change.text) - (change.end - change.start),
  );
  const to = oneLine(after.toString());
  return { from: oneLine(source.of(span)), to: to === "{}" ? "" : to };
}

/** The nearest statement that holds the change; of a branch or a loop only its head. */
function context(change: Change, { node, parents }: Place): Span {
  const holds = (span: Span) => span.start <= change.start && change.end <= span.end;
  for (const each of [...parents, node].reverse()) {
    const span = spanOf(each);
    if (STATEMENTS.has(each.nodeType) && holds(span)) return span;
    const body = child(each, "trueBody") ?? child(each, "body");
    const isHead = ["IfStatement", "ForStatement", "WhileStatement", "YulIf"].includes(each.nodeType);
    if (isHead && body !== undefined) {
      const head = { start: span.start, end: spanOf(body).start };
      if (holds(head)) return head;
    }
  }
  return change;
}

function oneLine(code: string): string {
  return code.replace(/\s+/g, " ").trim();
}
