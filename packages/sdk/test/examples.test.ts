import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import * as errors from "../src/errors/index.ts";
import * as book from "../src/exchange/book.ts";
import * as signIn from "../src/identity/signIn.ts";
import * as sdk from "../src/index.ts";
import * as applications from "../src/loans/applications.ts";
import * as proofs from "../src/proofs/index.ts";
import * as campaigns from "../src/rewards/campaigns.ts";
import * as queries from "../src/rewards/queries.ts";
import * as store from "../src/rewards/store.ts";
import * as taps from "../src/rewards/taps.ts";
import * as subgraph from "../src/subgraph/index.ts";
import type {} from "./support/examples.ts";

const root = join(import.meta.dirname, "..");
const folders = [
  "assets",
  "core",
  "devnet",
  "errors",
  "exchange",
  "exchange/book",
  "identity",
  "identity/signIn",
  "loans",
  "loans/credit",
  "loans/markets",
  "loans/oracles",
  "loans/pools",
  "loans/vouching",
  "money",
  "proofs",
  "records/onchain",
  "loans/applications",
  "rewards",
  "rewards/campaigns",
  "rewards/store",
  "rewards/taps",
  "staking",
  "subgraph",
  "subgraph/loans",
  "tokens",
];
const files = [
  ...folders.flatMap((folder) => globSync(`src/${folder}/*.ts`, { cwd: root })),
  "src/qti.ts",
  "README.md",
];

/** The examples of a file, without the stars of the comment. */
function examplesOf(file: string): string[] {
  const blocks = readFileSync(join(root, file), "utf8").matchAll(/```ts\n(.*?)```/gs);
  return [...blocks].map(([, block = ""]) => block.replace(/^ *\* ?/gm, "").trim());
}

const examples = files
  .filter((file) => !file.endsWith(".test.ts"))
  .flatMap((file) => examplesOf(file).map((code, index) => ({ name: `${file} ${index + 1}`, file, code })));

/** Imports for the names that an example uses, from the entry it belongs to first. */
function importsFor(code: string, file: string): string {
  const used = new Set(code.match(/[A-Za-z_]\w*/g));
  const entries: [string, object][] = [
    ["../src/index.ts", sdk],
    ["../src/exchange/book.ts", book],
    ["../src/identity/signIn.ts", signIn],
    ["../src/loans/applications.ts", applications],
    ["../src/rewards/campaigns.ts", campaigns],
    ["../src/rewards/queries.ts", queries],
    ["../src/rewards/store.ts", store],
    ["../src/rewards/taps.ts", taps],
    ["../src/subgraph/index.ts", subgraph],
    ["../src/errors/index.ts", errors],
    ["../src/proofs/index.ts", proofs],
  ];
  if (file.startsWith("src/subgraph")) entries.reverse();
  const taken = new Set<string>();
  const lines = entries.map(([entry, names]) => {
    const found = Object.keys(names).filter((name) => used.has(name) && !taken.has(name));
    for (const name of found) taken.add(name);
    return `import { ${found.join(", ")} } from "${entry}";`;
  });
  return [
    ...lines,
    'import { createPublicClient, http } from "viem";',
    'import "./support/examples.ts";',
  ].join("\n");
}

const sources = new Map(
  examples.map(({ code, file }, index) => {
    const imports = code.startsWith("import ") ? "" : importsFor(code, file);
    const body = code.replaceAll('from "@qti/sdk/errors"', 'from "../src/errors/index.ts"');
    // In a block of its own, an example may call things what the SDK calls its functions.
    const text = imports === "" ? body : `${imports}\n{\n${body}\n}`;
    return [join(root, "test", `example${index}.ts`), `${text}\nexport {};\n`];
  }),
);

describe("the examples in the documentation", () => {
  test("default", () => {
    expect(examples.length).toBeGreaterThan(50);
  });

  test("behavior: every action has one", () => {
    const without = Object.entries(sdk).filter(
      ([name, value]) =>
        typeof value === "function" &&
        !name.endsWith("Sync") &&
        !examples.some(({ code }) => new RegExp(`\\b${name}(Sync)?\\(`).test(code)),
    );
    expect(
      without
        .map(([name]) => name)
        .filter((name) => !["qtiActions", "toPermit", "isBid", "isPartial"].includes(name)),
    ).toEqual([]);
  });

  test("behavior: every class that an action may throw exists", () => {
    const named = files.flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/@throws \{@link (\w+)\}/g)].map(
        ([, name = ""]) => name,
      ),
    );
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((name) => !(name in errors))).toEqual([]);
  });

  test("behavior: they compile", () => {
    const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists } = host;
    host.fileExists = (name) => sources.has(name) || fileExists(name);
    host.getSourceFile = (name, ...rest) => {
      const text = sources.get(name);
      return text === undefined
        ? getSourceFile(name, ...rest)
        : ts.createSourceFile(name, text, rest[0], true);
    };
    const program = ts.createProgram([...sources.keys()], options, host);
    const problems = [...sources.keys()].flatMap((name) =>
      program.getSemanticDiagnostics(program.getSourceFile(name)).map((each) => ({
        example: examples[[...sources.keys()].indexOf(name)]?.name,
        problem: ts.flattenDiagnosticMessageText(each.messageText, " "),
      })),
    );
    expect(problems).toEqual([]);
  }, 120_000);
});
