/** Makes dist: what is published. ESM and declarations file by file, so that consumers bundle only what they import. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { QtiError } from "../src/errors/base.ts";

const sdk = join(import.meta.dirname, "..");

/** The package cannot be built. */
export class BuildError extends QtiError {
  constructor(output: string) {
    super("The package does not compile.", {
      name: "BuildError",
      code: "build-failed",
      next: "Correct what the compiler says.",
      details: output,
    });
  }
}

const manifestSchema = z.looseObject({
  exports: z.record(z.string(), z.string()),
  sideEffects: z.union([z.boolean(), z.array(z.string())]),
  scripts: z.optional(z.unknown()),
  devDependencies: z.optional(z.unknown()),
  private: z.optional(z.unknown()),
});

/** `./src/records/index.ts` as it is called in dist. */
const published = (source: string, extension: string) =>
  source.replace("./src/", "./").replace(/\.ts$/, extension);

/** Writes the package that is published into `out`. */
export function buildPackage(out: string): void {
  rmSync(out, { recursive: true, force: true });
  compile(out);
  for (const name of globSync("**/*.{js,d.ts}", { cwd: out })) adjust(join(out, name));
  writeManifest(out);
  for (const file of [join(sdk, "README.md"), join(sdk, "../../LICENSE")]) {
    if (existsSync(file)) copyFileSync(file, join(out, file.slice(dirname(file).length + 1)));
  }
}

function compile(out: string): void {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const { status, stdout } = spawnSync(
    process.execPath,
    [tsc, "-p", "tsconfig.build.json", "--outDir", out],
    {
      cwd: sdk,
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new BuildError(stdout);
}

/** TypeScript renames imports in what runs; declarations and the addresses of workers are left to us. */
function adjust(file: string): void {
  const text = readFileSync(file, "utf8");
  const changed = file.endsWith(".d.ts")
    ? text.replace(/(["'])(\.{1,2}\/[^"']+)\.ts\1/g, "$1$2.js$1")
    : text.replace(/new URL\((["'])(\.{1,2}\/[^"']+)\.ts\1/g, "new URL($1$2.js$1");
  if (changed !== text) writeFileSync(file, changed);
}

function writeManifest(out: string): void {
  const source: unknown = JSON.parse(readFileSync(join(sdk, "package.json"), "utf8"));
  const {
    exports,
    sideEffects,
    scripts,
    devDependencies,
    private: _,
    ...rest
  } = manifestSchema.parse(source);
  const manifest = {
    ...rest,
    sideEffects: Array.isArray(sideEffects) ? sideEffects.map((name) => published(name, ".js")) : sideEffects,
    exports: {
      ...Object.fromEntries(
        Object.entries(exports).map(([entry, name]) => [
          entry,
          { types: published(name, ".d.ts"), default: published(name, ".js") },
        ]),
      ),
      "./package.json": "./package.json",
    },
  };
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

if (import.meta.main) buildPackage(join(sdk, "dist"));
