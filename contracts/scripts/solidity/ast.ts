/** A node of the compiler's syntax tree. `src` is "offset:length:file" in bytes of UTF-8. */
export interface AstNode {
  readonly nodeType: string;
  readonly src: string;
  readonly [key: string]: unknown;
}

/** Bytes from `start` up to but not including `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A node and what it is in, from the file down. */
export interface Place {
  readonly node: AstNode;
  readonly parents: readonly AstNode[];
}

/** Parts of the tree without behaviour: what is declared there only shapes what compiles. */
const DECLARATIONS = new Set([
  "PragmaDirective",
  "ImportDirective",
  "ErrorDefinition",
  "EventDefinition",
  "StructDefinition",
  "EnumDefinition",
  "UserDefinedValueTypeDefinition",
  "UsingForDirective",
  "ElementaryTypeName",
  "ArrayTypeName",
  "Mapping",
  "FunctionTypeName",
  "StructuredDocumentation",
]);

export function isNode(value: unknown): value is AstNode {
  return typeof value === "object" && value !== null && "nodeType" in value && "src" in value;
}

/** Every node that has behaviour, the outer ones first. */
export function* walk(node: AstNode, parents: readonly AstNode[] = []): Generator<Place> {
  if (DECLARATIONS.has(node.nodeType)) return;
  yield { node, parents };
  const inside = [...parents, node];
  for (const each of childrenOf(node)) yield* walk(each, inside);
}

/** The node under a key, where there is one. */
export function child(node: AstNode, key: string): AstNode | undefined {
  const value = node[key];
  return isNode(value) ? value : undefined;
}

/** The nodes in the list under a key. */
export function list(node: AstNode, key: string): readonly AstNode[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The text under a key, where there is one. */
export function text(node: AstNode, key: string): string | undefined {
  const value = node[key];
  return typeof value === "string" ? value : undefined;
}

/** What the compiler says of an expression's type, such as "uint256", "int_const 7" or "enum Refusal". */
export function typeOf(node: AstNode): string {
  const { typeDescriptions } = node;
  if (typeof typeDescriptions !== "object" || typeDescriptions === null) return "";
  const { typeString } = typeDescriptions as { typeString?: unknown };
  return typeof typeString === "string" ? typeString : "";
}

export function spanOf(node: AstNode): Span {
  const [start = 0, length = 0] = node.src.split(":").map(Number);
  return { start, end: start + length };
}

function childrenOf(node: AstNode): AstNode[] {
  const found = Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]));
  return found.filter(isNode).sort((a, b) => spanOf(a).start - spanOf(b).start);
}
