import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

/** What can be exported, and looked up here. */
export type Declaration =
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.VariableStatement;

/** One name that an entry exports. */
export type Exported = {
  name: string;
  /** Below src. */
  file: string;
  source: ts.SourceFile;
  declaration: Declaration;
};

/** One entry of the package; the main one has no name. */
export type Entry = { name: string; exports: readonly Exported[] };

const sources = new Map<string, ts.SourceFile>();

/** Parsed, not checked: the reference is made of what is written, and a test can afford to make it each time. */
function parse(file: string): ts.SourceFile {
  const known = sources.get(file);
  if (known) return known;
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  sources.set(file, source);
  return source;
}

/** Follows an entry to where its names are declared, sorted by name. */
export function entryOf(src: string, name: string, file: string): Entry {
  const exports = [...exportsOf(file)].map(([exported, { source, declaration }]) => ({
    name: exported,
    file: relative(src, source.fileName).replaceAll("\\", "/"),
    source,
    declaration,
  }));
  return { name, exports: exports.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

type Found = { source: ts.SourceFile; declaration: Declaration };

function exportsOf(file: string): Map<string, Found> {
  const source = parse(file);
  const found = new Map<string, Found>();
  for (const statement of source.statements) {
    if (isDeclaration(statement) && isExported(statement))
      for (const name of namesOf(statement)) found.set(name, { source, declaration: statement });
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) continue;
    if (!ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const from = exportsOf(join(dirname(file), statement.moduleSpecifier.text));
    const clause = statement.exportClause;
    if (!clause) for (const [name, each] of from) found.set(name, each);
    else if (ts.isNamedExports(clause))
      for (const { name, propertyName } of clause.elements) {
        const each = from.get((propertyName ?? name).text);
        if (each) found.set(name.text, each);
      }
  }
  return found;
}

function isDeclaration(statement: ts.Statement): statement is Declaration {
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isVariableStatement(statement)
  );
}

const isExported = (statement: Declaration) =>
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function namesOf(statement: Declaration): string[] {
  if (!ts.isVariableStatement(statement)) return statement.name ? [statement.name.text] : [];
  return statement.declarationList.declarations.flatMap(({ name }) =>
    ts.isIdentifier(name) ? [name.text] : [],
  );
}
