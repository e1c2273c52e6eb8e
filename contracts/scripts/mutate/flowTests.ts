import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Replacement } from "../solidity/compileUnits.ts";
import { FailsUnchangedError, StoriesDidNotRunError } from "./errors.ts";

/** What a copy of the package needs to build and to run its stories. */
const COPIED = ["hardhat.config.ts", "package.json", "src", "test", "ignition", "simulations"];
/** Longer than any story on a busy machine. */
const PATIENCE = 900_000;

/** The tests in TypeScript, run in a copy of the package, so that the package itself is never touched. */
export class FlowTests {
  readonly #root: string;
  /** The copy, in a folder beside links to all that is beside the package. */
  readonly #folder: string;
  readonly #proven = new Set<string>();
  #isReady = false;

  constructor(root: string, folder: string) {
    this.#root = root;
    this.#folder = join(folder, basename(root));
  }

  /** The first test that fails with a source replaced, or nothing where all pass. */
  async run({ source, content }: Replacement, files: readonly string[]): Promise<string | undefined> {
    if (files.length === 0) return undefined;
    this.#prepare();
    await this.#prove(files);
    const file = join(this.#folder, source.replace(/^project\//, ""));
    const original = readFileSync(file, "utf8");
    writeFileSync(file, content);
    try {
      return await this.#test(files);
    } finally {
      writeFileSync(file, original);
    }
  }

  /** What fails unchanged says nothing of a mutant. */
  async #prove(files: readonly string[]): Promise<void> {
    const key = files.join();
    if (this.#proven.has(key)) return;
    const failed = await this.#test(files);
    if (failed !== undefined) throw new FailsUnchangedError(failed);
    this.#proven.add(key);
  }

  async #test(files: readonly string[]): Promise<string | undefined> {
    const built = await this.#hardhat(["build", "--no-tests", "--quiet"]);
    if (built.code !== 0) throw this.#didNotRun(built.output);
    const tested = await this.#hardhat(["test", "mocha", "--no-compile", "--bail", ...files]);
    if (tested.code === 0) return undefined;
    // Only a test that says so has failed: a process that was ended, or never began, says nothing of the mutant.
    const [, title] = /^\s+1\) (.+)$/m.exec(tested.output) ?? [];
    if (title === undefined) throw this.#didNotRun(tested.output);
    return `"${title.trim()}" of ${files.join(", ")}`;
  }

  #didNotRun(output: string): StoriesDidNotRunError {
    const file = join(this.#folder, "../stories.log");
    writeFileSync(file, output);
    return new StoriesDidNotRunError(file);
  }

  /** Copies what is not there or differs; Hardhat then builds only what changed. */
  #prepare(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    mkdirSync(this.#folder, { recursive: true });
    for (const name of COPIED) {
      rmSync(join(this.#folder, name), { recursive: true, force: true });
      cpSync(join(this.#root, name), join(this.#folder, name), { recursive: true, preserveTimestamps: true });
    }
    link(join(this.#root, "node_modules"), join(this.#folder, "node_modules"));
    for (const name of readdirSync(dirname(this.#root))) {
      if (name !== basename(this.#root) && !name.startsWith("."))
        link(join(this.#root, "..", name), join(this.#folder, "..", name));
    }
  }

  #hardhat(args: readonly string[]): Promise<{ code: number | null; output: string }> {
    const cli = join(this.#root, "node_modules/hardhat/dist/src/cli.js");
    const child = spawn(process.execPath, [cli, ...args], { cwd: this.#folder, timeout: PATIENCE });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += String(chunk);
    });
    child.stderr.on("data", (chunk) => {
      output += String(chunk);
    });
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, output }));
    });
  }
}

function link(target: string, place: string): void {
  if (!existsSync(place)) symlinkSync(target, place);
}
