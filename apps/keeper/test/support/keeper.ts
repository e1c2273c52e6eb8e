import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { usePostgres } from "@qti/scripts";
import { type Address, getAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { inject, onTestFinished } from "vitest";
import { z } from "zod";
import { until } from "./chain.ts";

const main = new URL("../../src/main.ts", import.meta.url).pathname;

const accountsSchema = z.object({
  spent: z.array(
    z.object({ job: z.string(), transactions: z.number(), reverted: z.number(), wei: z.coerce.bigint() }),
  ),
  earned: z.array(z.object({ job: z.string(), token: z.string(), amount: z.coerce.bigint() })),
});

export type LogLine = { msg: string; [member: string]: unknown };

/** A database for one keeper or several. */
export const freshDatabase = () =>
  usePostgres(inject("databaseUrl")).freshDatabase(`keeper_${randomUUID().replaceAll("-", "")}`);

/** `src/main.ts` as a process of its own, as operators start it. */
export async function startKeeper(
  key: `0x${string}`,
  databaseUrl: string,
  more: Record<string, string> = {},
) {
  const child: ChildProcess = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      QTI_RPC_URL: inject("rpcUrl"),
      QTI_API_URL: inject("apiUrl"),
      QTI_CONTRACTS: JSON.stringify(inject("contracts")),
      QTI_KEEPER_KEY: key,
      QTI_KEEPER_PORT: "0",
      QTI_KEEPER_INTERVAL_MS: "200",
      QTI_KEEPER_POLL_MS: "20",
      QTI_LOG_LEVEL: "debug",
      ...more,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: LogLine[] = [];
  if (child.stdout)
    createInterface({ input: child.stdout }).on("line", (line) => lines.push(JSON.parse(line)));
  const exited = once(child, "exit");
  const kill = async (signal: NodeJS.Signals = "SIGKILL") => {
    child.kill(signal);
    await exited;
  };
  onTestFinished(() => kill());
  const said = (msg: string) => until(async () => lines.find((line) => line.msg === msg));
  // A life that finds the last transaction of an earlier one mined has nothing left to say: what it works for is done.
  const saidOrDone = (msg: string, isDone: () => Promise<boolean>) =>
    until(async () => {
      const isOver = lines.some((line) => line.msg === msg) || child.exitCode !== null;
      return isOver || (await isDone()) ? true : undefined;
    });
  const ask = async (path: string) => {
    const { port } = await said("listening");
    return fetch(`http://127.0.0.1:${port}${path}`);
  };
  return {
    child,
    lines,
    said,
    saidOrDone,
    kill,
    exited,
    text: async (path: string) => (await ask(path)).text(),
    accounts: async () => accountsSchema.parse(await (await ask("/accounts")).json()),
  };
}

export const addressOfKey = (key: `0x${string}`): Address => getAddress(privateKeyToAccount(key).address);
