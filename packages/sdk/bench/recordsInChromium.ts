import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import * as z from "zod";
import type { BenchRow } from "./row.ts";

const figures = z.object({
  signsPerSecond: z.number(),
  javascriptSignsPerSecond: z.number(),
  hashed: z.number(),
  sealsPerSecond: z.number(),
  sealMedian: z.number(),
  opensPerSecond: z.number(),
  javascriptSealMedian: z.number(),
  attachmentSeal: z.number(),
  attachmentOpen: z.number(),
});

/** The same in a browser, through the Worker as the web app uses it; every figure includes the way there and back. */
export async function benchRecordsInChromium(chromium: string): Promise<BenchRow[]> {
  const measured = figures.parse(
    await runInChromium(chromium, new URL("./recordsPage.ts", import.meta.url).pathname),
  );
  const row = (
    name: string,
    value: number,
    unit: string,
    bar?: number,
    better: BenchRow["better"] = "higher",
  ) => ({
    name: `records/${name}/chromium`,
    value: Math.round(value * 100) / 100,
    unit,
    ...(bar !== undefined && { bar }),
    better,
  });
  return [
    // Of the machine, no code of ours in it: the bars below were set where these were 2,985, 119 and 212.
    row("machine/sign", measured.signsPerSecond, "ops/s"),
    row("machine/sign-javascript", measured.javascriptSignsPerSecond, "ops/s"),
    row("machine/hash-javascript", measured.hashed, "MB/s"),
    row("seal/1KiB", measured.sealsPerSecond, "ops/s", 400),
    row("seal/1KiB/median", measured.sealMedian, "ms", 2, "lower"),
    row("open/1KiB", measured.opensPerSecond, "ops/s"),
    row("seal/1KiB/median-javascript", measured.javascriptSealMedian, "ms", 15, "lower"),
    row("attachment/seal", measured.attachmentSeal, "MB/s", 90),
    row("attachment/open", measured.attachmentOpen, "MB/s"),
  ];
}

/** Loads a script as a page on localhost and answers with what it posts back. */
async function runInChromium(chromium: string, script: string): Promise<unknown> {
  const [page, worker] = await Promise.all([
    bundle(script),
    bundle(new URL("../src/records/worker/worker.ts", import.meta.url).pathname),
  ]);
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const server = createServer(async (request, response) => {
    const html = '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>';
    if (request.method === "POST") {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      response.end();
      return resolve(JSON.parse(Buffer.concat(chunks).toString()));
    }
    // The page's own code names its Worker with a URL relative to itself, as a bundler would have rewritten it.
    const javascript = request.url === "/page.js" ? page : request.url === "/worker.ts" ? worker : undefined;
    response.writeHead(200, { "content-type": javascript ? "text/javascript" : "text/html" });
    response.end(javascript ?? html);
  });
  const url = await listen(server);
  const profile = mkdtempSync(path.join(tmpdir(), "qti-bench-"));
  const browser = launch(chromium, profile, url);
  browser.once("error", reject);
  browser.once("exit", (code) => reject(new BrowserEndedError(code)));
  try {
    return await promise;
  } finally {
    browser.removeAllListeners("exit");
    await stop(browser);
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

class BrowserEndedError extends Error {
  constructor(code: number | null) {
    super(`The browser ended with code ${code} before it had measured anything.`);
  }
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      // By name: WebCrypto needs a secure context, and for http that is localhost.
      if (address && typeof address === "object") resolve(`http://localhost:${address.port}/`);
    });
  });
}

function launch(chromium: string, profile: string, url: string): ChildProcess {
  const flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-dev-shm-usage";
  const quiet = "--disable-background-networking --disable-component-update --disable-sync";
  return spawn(chromium, [...flags.split(" "), ...quiet.split(" "), `--user-data-dir=${profile}`, url], {
    stdio: "ignore",
    detached: true,
  });
}

/** The whole group: a browser is many processes. */
async function stop(browser: ChildProcess): Promise<void> {
  if (browser.pid === undefined || browser.exitCode !== null) return;
  const ended = new Promise((resolve) => browser.once("exit", resolve));
  process.kill(-browser.pid, "SIGKILL");
  await ended;
}
