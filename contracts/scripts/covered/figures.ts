/** A statement of a file, and the tag that its instrumentation reports when it runs. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

export interface MeasuredFile {
  /** Below `src`, such as "assets/AssetToken.sol". */
  readonly file: string;
  readonly content: string;
  readonly statements: readonly Statement[];
}

/** A statement that no test runs. */
export interface Uncovered {
  readonly file: string;
  readonly line: number;
  /** The statement in one line. */
  readonly text: string;
}

/** Of a file, or of all. */
export interface Figures {
  readonly statements: number;
  readonly ran: number;
  readonly lines: number;
  /** Lines of which every statement that starts there ran. */
  readonly linesRan: number;
}

/** What ran of a file, and what did not; of nested statements that did not, only the outermost. */
export function measure(
  { file, content, statements }: MeasuredFile,
  ran: ReadonlySet<string>,
): Figures & { readonly uncovered: readonly Uncovered[] } {
  const found = statements.map(({ start, end, tag }) => {
    const first = start + gap(content.slice(start, end));
    return { start: first, end, line: content.slice(0, first).split("\n").length, ran: ran.has(tag) };
  });
  const missed = found.filter((each) => !each.ran);
  const lines = new Set(found.map(({ line }) => line));
  const outermost = missed.filter(
    (each) => !missed.some((other) => other !== each && other.start <= each.start && each.end <= other.end),
  );
  return {
    statements: found.length,
    ran: found.length - missed.length,
    lines: lines.size,
    linesRan: lines.size - new Set(missed.map(({ line }) => line)).size,
    uncovered: outermost.map(({ start, end, line }) => ({
      file,
      line,
      text: oneLine(content.slice(start, end)),
    })),
  };
}

/** The figures of all files together. */
export function sum(all: readonly Figures[]): Figures {
  const add = (key: keyof Figures) => all.reduce((total, each) => total + each[key], 0);
  return { statements: add("statements"), ran: add("ran"), lines: add("lines"), linesRan: add("linesRan") };
}

/** Length of the white space and comments with which the text of a statement begins. */
function gap(code: string): number {
  const [begin = ""] = /^(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/.exec(code) ?? [];
  return begin.length;
}

function oneLine(code: string): string {
  return code.replace(/\s+/g, " ").trim();
}
