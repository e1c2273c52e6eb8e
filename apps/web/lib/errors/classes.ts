import ts from "typescript";
import { sourceOf, sourcesBelow } from "@/lib/i18n/sources";

/*
 * Reads from the sources, for the tests, which classes of errors people can meet.
 */

const folders = ["../../packages/sdk/src", "components", "lib"];

/** Class and base of each declaration in a file. */
function classesOf(file: string): [name: string, base: string][] {
  return sourceOf(file).statements.flatMap((node): [string, string][] => {
    if (!ts.isClassDeclaration(node) || !node.name) return [];
    const base = node.heritageClauses?.[0]?.types[0]?.expression;
    return base && ts.isIdentifier(base) ? [[node.name.text, base.text]] : [];
  });
}

/** Names of all classes below `QtiError`, in the SDK and in this app. */
export function errorClasses(): string[] {
  const declared = folders.flatMap(sourcesBelow).flatMap(classesOf);
  const found = new Set(["QtiError"]);
  // A set that grows while it is walked hands out what was added.
  for (const base of found) for (const [name, of] of declared) if (of === base) found.add(name);
  return [...found];
}
