import { type AstNode, type Span, spanOf } from "./ast.ts";

/** The text of a file, addressed by bytes as the compiler does. */
export class Source {
  readonly #bytes: Buffer;

  constructor(content: string) {
    this.#bytes = Buffer.from(content, "utf8");
  }

  /** The text of a node or of a span. */
  of(where: AstNode | Span): string {
    const { start, end } = "nodeType" in where ? spanOf(where) : where;
    return this.#bytes.toString("utf8", start, end);
  }

  /** The whole file with other text in place of a span. */
  with({ start, end }: Span, text: string): string {
    return this.of({ start: 0, end: start }) + text + this.of({ start: end, end: this.#bytes.length });
  }

  /** Where a statement ends: the tree leaves its semicolon out. */
  endOfStatement(end: number): number {
    const [gap = ""] = /^\s*;/.exec(this.of({ start: end, end: this.#bytes.length })) ?? [];
    return end + Buffer.byteLength(gap);
  }

  /** Line of a byte, from 1. */
  line(offset: number): number {
    return this.of({ start: 0, end: offset }).split("\n").length;
  }
}
