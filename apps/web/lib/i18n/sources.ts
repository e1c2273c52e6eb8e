import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/*
 * Reads the app's own sources for the tests of its languages: what a file imports, which literals stand in it.
 */

const root = fileURLToPath(new URL("../../", import.meta.url));

const parsed = new Map<string, ts.SourceFile>();

/** The syntax tree of a file, by its path below `apps/web`. */
export function sourceOf(file: string): ts.SourceFile {
  const known = parsed.get(file);
  if (known) return known;
  const text = readFileSync(path.join(root, file), "utf8");
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  parsed.set(file, source);
  return source;
}

/** All sources below a folder of the app but tests, by their paths below `apps/web`. */
export function sourcesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => path.join(folder, name))
    .sort();
}

function resolveImport(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith("@/") && !specifier.startsWith(".")) return undefined;
  const bare = specifier.startsWith("@/") ? specifier.slice(2) : path.join(path.dirname(from), specifier);
  return [bare, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`].find(
    (file) =>
      /\.tsx?$/.test(file) && existsSync(path.join(root, file)) && statSync(path.join(root, file)).isFile(),
  );
}

/** What a file brings along when it runs: its imports but those of types, and what it loads later. */
function importsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const onlyTypes = ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly : node.isTypeOnly;
      if (node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) && !onlyTypes)
        found.push(node.moduleSpecifier.text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteral(specifier)) found.push(specifier.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceOf(file));
  return found.flatMap((specifier) => resolveImport(file, specifier) ?? []);
}

/** A file and everything that it brings along, messages left out. */
export function reachableFrom(file: string): Set<string> {
  const seen = new Set<string>();
  const queue = [file];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next) || next.startsWith("messages/")) continue;
    seen.add(next);
    queue.push(...importsOf(next));
  }
  return seen;
}

/** The texts of a file's literals; of a template its beginning. */
export function literalsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(sourceOf(file));
  return found;
}
