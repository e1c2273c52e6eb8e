import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { build, type Metafile } from "esbuild";

/** Bytes after brotli. */
export type Size = {
  /** What is loaded when the module is. */
  initial: number;
  /** What is loaded when it is first needed: the sentences of errors. */
  later: number;
};

/** What the main entry exports, by the domain it comes from: the budget is one a domain. */
export function readDomains(): Map<string, string[]> {
  const domains = new Map<string, string[]>();
  const index = readFileSync(`${import.meta.dirname}/../src/index.ts`, "utf8");
  for (const [, list = "", folder = ""] of index.matchAll(/export \{([^}]*)\} from "\.\/([a-z]+)\//g)) {
    const names = list.split(",").map((name) => name.trim());
    const values = names.filter((name) => name !== "" && !name.startsWith("type "));
    if (values.length > 0) domains.set(folder, [...(domains.get(folder) ?? []), ...values]);
  }
  return domains;
}

/** Most kB of a domain. Loans are three in one: markets, credit lines, and the pools behind them. */
export const budgetOf = (domain: string) => (domain === "loans" ? 14 : 8);

/** As how many domains those of the main entry count where the budget is one a domain. */
export function weighDomains(): number {
  return [...readDomains().keys()].reduce((sum, domain) => sum + (domain === "loans" ? 3 : 1), 0);
}

const packages = ["viem", "viem/*", "zod", "zod/*"];

/** Bundles what `import { ...names } from "@qti/sdk"`, or from another entry, needs, as an app would, and weighs it. */
export async function measure(
  names: readonly string[] | "all",
  { withViem = false, entry = "index.ts" } = {},
): Promise<Size> {
  const what = names === "all" ? "*" : `{ ${names.join(", ")} }`;
  const { metafile, outputFiles } = await build({
    stdin: {
      contents: `export ${what} from "./${entry}"`,
      resolveDir: `${import.meta.dirname}/../src`,
      loader: "ts",
    },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    splitting: true,
    write: false,
    metafile: true,
    outdir: "out",
    external: withViem ? [] : packages,
    logLevel: "error",
  });
  const first = loadedFirst(metafile);
  const weights = outputFiles.map(({ path, contents }) => {
    const name = Object.keys(metafile.outputs).find((output) => path.endsWith(output)) ?? "";
    return { initial: first.has(name), bytes: brotliCompressSync(contents).length };
  });
  const sum = (initial: boolean) =>
    weights.filter((each) => each.initial === initial).reduce((total, { bytes }) => total + bytes, 0);
  return { initial: sum(true), later: sum(false) };
}

/** The entry and what it imports statically. */
function loadedFirst({ outputs }: Metafile): Set<string> {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    for (const { kind, external, path } of outputs[name]?.imports ?? []) {
      if (kind === "import-statement" && !external) visit(path);
    }
  };
  for (const [name, { entryPoint }] of Object.entries(outputs)) if (entryPoint === "<stdin>") visit(name);
  return found;
}
