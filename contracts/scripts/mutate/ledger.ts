import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Verdict } from "./verdict.ts";

/** One line of the ledger. */
interface Entry {
  readonly key: string;
  /** Of everything that the verdict rests on. */
  readonly digest: string;
  readonly verdict: Verdict;
  readonly seconds: number;
}

/** Verdicts on disk, a line each, so that a run which is ended anywhere goes on where it was. */
export class Ledger {
  readonly #file: string;
  readonly #entries = new Map<string, Entry>();

  constructor(file: string, { fresh = false } = {}) {
    this.#file = file;
    if (fresh) rmSync(file, { force: true });
    mkdirSync(dirname(file), { recursive: true });
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    // The next line must not be written behind one that was cut off.
    if (text !== "" && !text.endsWith("\n")) appendFileSync(file, "\n");
    for (const line of text.split("\n")) {
      const entry = parse(line);
      if (entry !== undefined) this.#entries.set(entry.key, entry);
    }
  }

  /** The verdict of a mutant, unless something changed on which it rests. `digestOf` is asked what that is today. */
  find(key: string, digestOf: (verdict: Verdict) => string): Verdict | undefined {
    const entry = this.#entries.get(key);
    return entry !== undefined && entry.digest === digestOf(entry.verdict) ? entry.verdict : undefined;
  }

  write(entry: Entry): void {
    this.#entries.set(entry.key, entry);
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
  }
}

/** A line that was cut off when the run was ended counts as never written. */
function parse(line: string): Entry | undefined {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
}
