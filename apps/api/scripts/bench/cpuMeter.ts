import { readdirSync, readFileSync } from "node:fs";
import { Client } from "pg";

/** Milliseconds of a clock tick of Linux, as programs are told of it. */
const tickMs = 10;

type Usage = Record<"api" | "database" | "clients", number>;

/** Who used the processor between two moments, where the system tells (Linux): clients share the cores with what they measure. */
export class CpuMeter {
  readonly #postmaster: number | undefined;
  readonly #api: number | undefined;
  readonly #before: Usage;

  private constructor(postmaster: number | undefined, api: number | undefined) {
    this.#postmaster = postmaster;
    this.#api = api;
    this.#before = this.#read();
  }

  static async start(databaseUrl: string, api: number | undefined): Promise<CpuMeter> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
      return new CpuMeter(rows[0] && statOf(rows[0].pid)?.parent, api);
    } finally {
      await client.end();
    }
  }

  /** Milliseconds of a core by each, for one of `count`. Nothing where it is not known. */
  stop(count: number): Partial<Usage> {
    const now = this.#read();
    const used = Object.entries(now).map(([who, ms]) => [
      who,
      (ms - this.#before[who as keyof Usage]) / count,
    ]);
    return Object.fromEntries(used.filter(([, ms]) => Number(ms) > 0));
  }

  #read(): Usage {
    const { user, system } = process.cpuUsage();
    return {
      api: this.#api === undefined ? 0 : (statOf(this.#api)?.ownMs ?? 0),
      database: this.#postmaster === undefined ? 0 : familyMs(this.#postmaster),
      clients: (user + system) / 1_000,
    };
  }
}

/** A process, those it started, and those of them that have ended. */
function familyMs(pid: number): number {
  const own = statOf(pid);
  if (own === undefined) return 0;
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid);
  return children.reduce((sum, child) => sum + (child?.ownMs ?? 0), own.ownMs + own.endedMs);
}

function statOf(pid: number): { parent: number; ownMs: number; endedMs: number } | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return undefined;
  }
  // The name in brackets may hold anything.
  const fields = text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const at = (index: number) => fields[index] ?? 0;
  return { parent: at(1), ownMs: (at(11) + at(12)) * tickMs, endedMs: (at(13) + at(14)) * tickMs };
}
