import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { inject, onTestFinished } from "vitest";
import { readConfig } from "../../src/config.ts";
import { main } from "./main.ts";
import { freshDatabase, type Service, shredEnvironment, webOrigin } from "./service.ts";

export type LogLine = { level: string; msg: string; [member: string]: unknown };

export type ChildOptions = {
  environment?: Record<string, string>;
  /** The largest file that the process may write, in KiB. */
  fileLimitKiB?: number;
};

/** `src/main.ts` as a process of its own, as operators start it. */
export async function startChild({ environment = {}, fileLimitKiB }: ChildOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), "qti-api-child-"));
  const given: Record<string, string> = {
    QTI_API_PORT: "0",
    DATABASE_URL: environment.DATABASE_URL ?? (await freshDatabase()),
    ...shredEnvironment(),
    QTI_RPC_URL: inject("rpcUrl"),
    QTI_CONTRACTS: JSON.stringify(inject("contracts")),
    QTI_WEB_ORIGIN: webOrigin,
    QTI_REGIONS: `eu=${join(folder, "eu")},us=${join(folder, "us")}`,
    ...environment,
  };
  const limit = fileLimitKiB === undefined ? "" : `ulimit -f ${fileLimitKiB}; `;
  const child = spawn("bash", ["-c", `${limit}exec "$0" "$@"`, process.execPath, main], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: inject("compileCache"), ...given },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: LogLine[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(JSON.parse(line) as LogLine);
    for (const wake of waiting) wake();
  });
  const exited = once(child, "exit").then(([code, signal]) => ({ code, signal }) as Exit);
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await exited;
    rmSync(folder, { recursive: true, force: true });
  });

  const line = async (test: (entry: LogLine) => boolean): Promise<LogLine> => {
    for (;;) {
      const found = lines.find(test);
      if (found !== undefined) return found;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add(resolve);
      await Promise.race([promise, exited]);
      waiting.delete(resolve);
      const ended = child.exitCode !== null || child.signalCode !== null;
      if (ended && !lines.some(test)) throw new Error(`ended: ${JSON.stringify(lines)}`);
    }
  };
  return { child, lines, line, exited, folder, environment: given };
}

type Exit = { code: number | null; signal: NodeJS.Signals | null };

/** Waits until it listens, and answers with what the helpers for people need of a service. */
export async function listening(started: Awaited<ReturnType<typeof startChild>>): Promise<ChildService> {
  const { port } = await started.line((entry) => entry.msg === "listening");
  return {
    url: `http://localhost:${port}`,
    port: Number(port),
    config: readConfig(started.environment),
    child: started.child,
  };
}

export type ChildService = Pick<Service, "url" | "port" | "config"> & { child: ChildProcess };
