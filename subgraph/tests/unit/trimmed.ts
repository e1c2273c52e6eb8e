import { readFileSync } from "node:fs";
import path from "node:path";

/** What is said of a type or a field: a line, or several between three quotes. */
const words = /(?: *"""\n(?:(?!""")[\s\S])*"""\n| *"[^\n]*\n)/.source;
const fields = new RegExp(`^${words} {2}\\w+: \\[?(\\w+)[^\\n]*\\n`, "gm");
const declarations = new RegExp(`^(${words})type (\\w+)[^\\n]*\\{\\n[\\s\\S]*?^\\}\\n`, "gm");

/**
 * What of a schema some code can touch, for unit tests: graph-node makes every table with all its indexes anew before each test, which
 * takes longer than the test, and the more domains there are the longer. Types that the code does not name are left out, with the fields
 * that are derived from them; those that others refer to keep their id. The whole schema is the business of the integration tests.
 */
export function trimmed(schema: string, code: readonly Buffer[]): string {
  const types = new Map(
    [...schema.matchAll(/^type (\w+)[^\n]*\{\n.*?^\}\n/gms)].map(([text, name = ""]) => [name, text]),
  );
  const named = new Set([...types.keys()].filter((name) => code.some((each) => namesIn(each, name))));
  for (const [name, text] of types) {
    const source = /@aggregation\([^)]*source: "(\w+)"/.exec(text)?.[1];
    if (source !== undefined && named.has(source)) named.add(name);
  }
  const referred = new Set<string>();
  const whole = new Map(
    [...types].map(([name, text]) => {
      const own = text.replace(fields, (field, type: string) => {
        if (!types.has(type) || named.has(type)) return field;
        if (field.includes("@derivedFrom")) return "";
        if (named.has(name)) referred.add(type);
        return field;
      });
      return [name, own];
    }),
  );
  return schema.replace(declarations, (text, said: string, name: string) => {
    if (named.has(name)) return `${said}${whole.get(name)}`;
    if (!referred.has(name)) return "";
    const id = /^ {2}id: [^\n]*$/m.exec(text)?.[0] ?? "";
    return `type ${name} @entity(immutable: false) {\n${id}\n}\n`;
  });
}

/** Compiled code of a manifest's sources. */
export function codeOf(manifest: string, folder: string): readonly Buffer[] {
  const files = [...manifest.matchAll(/^ +file: (\S+\.wasm)$/gm)].map(([, file = ""]) => file);
  return [...new Set(files)].map((file) => readFileSync(path.join(folder, file)));
}

/** AssemblyScript keeps text, names of entities among it, in UTF-16. Only what handlers can reach is compiled. */
export const namesIn = (code: Buffer, name: string): boolean => code.includes(Buffer.from(name, "utf16le"));
